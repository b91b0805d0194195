import { memo, useEffect, useState } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { BesideProps } from "../../../journal/web/door.tsx";
import { GiveRemark } from "./GiveRemark.tsx";
import { RemarkLine } from "./RemarkLine.tsx";
import { remarkWords as words } from "./remark-words.ru.ts";
import { usePageRemarks } from "./use-remarks.ts";
import type { Remark } from "./use-remarks.ts";
import "./remarks.css";

type Props = BesideProps & { personId: number };

/** Remarks of a page of the journal above its grid: those of the lesson where the person stands first, and a way to give one. */
export const PageRemarks = memo(function PageRemarks({ pageId, lessonId, placeNow, personId, timezone, onSigns }: Props) {
  const { data } = usePageRemarks(pageId);
  const [all, setAll] = useState(false);
  const [giving, setGiving] = useState(false);
  const remarks = data?.remarks;
  useEffect(() => onSigns(signsOf(remarks ?? [])), [remarks, onSigns]);
  if (!data || (data.remarks.length === 0 && !data.maySet)) return null;
  const near = data.remarks.toSorted((a, b) => distance(a, lessonId) - distance(b, lessonId));
  const shown = all ? near : near.slice(0, 1);
  return (
    <section className="page-remarks noprint" aria-label={words.ofPage}>
      {shown.length > 0 && (
        <ol>
          {shown.map((one) => (
            <RemarkLine
              key={one.remarkId}
              remark={one}
              side={one.teacherId === personId ? "mine" : data.maySet ? "given" : "seen"}
              onPage
              today={data.today}
              timezone={timezone}
            />
          ))}
        </ol>
      )}
      <div className="rm-do">
        {near.length > 1 && (
          <button className="btn small quiet" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.less : words.more(near.length - 1)}
          </button>
        )}
        {data.maySet && (
          <button className="btn small" type="button" aria-haspopup="dialog" onClick={() => setGiving(true)}>
            <Icon name="bad" /> {words.give}
          </button>
        )}
      </div>
      {giving && <GiveRemark place={placeNow()} today={data.today} dueOn={data.dueOn} teachers={data.teachers} onClose={() => setGiving(false)} />}
    </section>
  );
});

const signsOf = (remarks: readonly Remark[]): ReadonlyMap<number, string> => {
  const signs = new Map<number, string>();
  for (const { lessonId, text, state } of remarks) if (lessonId !== null && state === "open") signs.set(lessonId, words.sign(text));
  return signs;
};

/** The remark of the chosen lesson stands nearest, then that of the page, then the others. */
function distance({ lessonId }: Remark, chosen: number | null): number {
  if (lessonId === null) return 1;
  return lessonId === chosen ? 0 : 2;
}
