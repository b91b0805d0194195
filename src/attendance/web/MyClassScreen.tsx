import { useEffect, useState } from "react";
import { mondayOf, parseDay, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Icon } from "../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { Waiting } from "../../foundation/ui/Waiting.tsx";
import { ReasonsPanel } from "./ReasonsPanel.tsx";
import { SpanDialog } from "./SpanDialog.tsx";
import { SpanList } from "./SpanList.tsx";
import { UnexplainedPanel } from "./UnexplainedPanel.tsx";
import { WhyLate } from "./WhyLate.tsx";
import { WeekTable } from "./WeekTable.tsx";
import type { ClassData } from "./class-model.ts";
import { ParentsPanel } from "./school/ParentsPanel.tsx";
import { schoolWords } from "./school/school-words.ru.ts";
import "./school/school.css";
import { useClass, useClasses, useDoing } from "./use-class.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";
import "./my-class.css";

export type ShownClass = { readonly class?: number; readonly week?: string };

/** The class of a homeroom teacher, or any class for the heads and the secretary: who was away in the week and why. */
export function MyClassScreen({
  today,
  heading,
  title,
  shown,
  onShow,
}: {
  today: string;
  heading: string;
  title: string;
  shown: ShownClass;
  onShow: (next: ShownClass) => void;
}) {
  const classes = useClasses();
  const list = classes.data?.classes ?? [];
  const classId = list.find((c) => c.classId === shown.class)?.classId ?? list[0]?.classId;
  const monday = mondayOf(parseDay(shown.week ?? "") ?? (today as LocalDate));
  const sunday = plusDays(monday, 6);
  const found = useClass(classId, monday, sunday);
  const doing = useDoing();
  useEffect(() => {
    document.title = title;
  }, [title]);

  const week = (day: LocalDate | null) => onShow({ ...(shown.class === undefined ? {} : { class: shown.class }), ...(day === null ? {} : { week: day }) });
  const error = classes.error ?? found.error;
  return (
    <main className="page my-class" id="main">
      <div className="pagehead">
        <h1>{list.length === 1 ? `${heading}, ${list[0]?.name ?? ""}` : heading}</h1>
        {list.length > 1 && (
          <select className="input" aria-label={words.choose} value={classId} onChange={(event) => onShow({ ...shown, class: Number(event.target.value) })}>
            {list.map((one) => (
              <option key={one.classId} value={one.classId}>
                {one.name}
              </option>
            ))}
          </select>
        )}
        <span className="weeks">
          <button className="btn icon" type="button" aria-label={words.before} onClick={() => week(plusDays(monday, -7))}>
            <Icon name="left" />
          </button>
          <span className="nw">{words.week(monday, sunday)}</span>
          <button className="btn icon" type="button" aria-label={words.after} onClick={() => week(plusDays(monday, 7))}>
            <Icon name="right" />
          </button>
          {monday !== mondayOf(today as LocalDate) && (
            <button className="btn quiet" type="button" onClick={() => week(null)}>
              {words.thisWeek}
            </button>
          )}
        </span>
      </div>
      {error ? (
        <p role="alert">{sentenceOfError(error)}</p>
      ) : classes.data && list.length === 0 ? (
        <div className="empty">
          <h2>{words.noClass}</h2>
          <p>{words.noClassText}</p>
        </div>
      ) : found.data ? (
        <OpenClass key={classId} data={found.data} doing={doing} />
      ) : (
        <Waiting text={words.opening} />
      )}
    </main>
  );
}

function OpenClass({ data, doing }: { data: ClassData; doing: Doing }) {
  const [entering, setEntering] = useState(false);
  return (
    <>
      <div className="told">
        <p role={doing.told?.isNo ? "alert" : "status"} className={doing.told?.isNo ? "err" : "soft"}>
          {doing.told?.text}
        </p>
        {doing.undo && (
          <button className="btn quiet small" type="button" onClick={doing.undo}>
            <Icon name="undo" /> {schoolWords.undo}
          </button>
        )}
        <span className="grow" />
        {data.maySpan && (
          <button className="btn primary" type="button" onClick={() => setEntering(true)}>
            {words.span.open}
          </button>
        )}
      </div>
      {doing.explain && <WhyLate onAnswer={doing.explain} />}
      <div className="class-cols">
        <WeekTable data={data} doing={doing} />
        <div className="side">
          <UnexplainedPanel data={data} doing={doing} />
          <ParentsPanel data={data} doing={doing} />
          {data.spans.length > 0 && <SpanList data={data} doing={doing} />}
          {data.mayAddReason && <ReasonsPanel data={data} doing={doing} />}
        </div>
      </div>
      {entering && <SpanDialog data={data} doing={doing} onClose={() => setEntering(false)} />}
    </>
  );
}
