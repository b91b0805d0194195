import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import type { Output } from "../../../foundation/route.ts";
import { setCareRoute } from "../../contract/inspections/inspections.ts";
import type { careRoute } from "../../contract/inspections/inspections.ts";
import { Told } from "./Told.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import { useCare, useDeed } from "./use-inspections.ts";

type Care = Output<typeof careRoute>;

/** The deputies with the grades in their care; the director and the administrator give them (003 §3-3). */
export function CarePanel() {
  const { data, error } = useCare();
  const { busy, told, run } = useDeed();
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  const save = (personId: number, grades: number[] | null, expected: number[] | null) =>
    void run(() => call(setCareRoute, { params: { personId }, body: { grades, expected } }), words.saved);
  return (
    <>
      <p className="soft">{words.careHint}</p>
      <Told told={told} />
      <ol className="panel in-week">
        {data.deputies.map((one) => (
          <Deputy key={`${one.personId} ${String(one.grades)}`} one={one} grades={data.grades} maySet={data.maySet} busy={busy} onSave={save} />
        ))}
      </ol>
    </>
  );
}

type DeputyProps = {
  one: Care["deputies"][number];
  grades: readonly number[];
  maySet: boolean;
  busy: boolean;
  onSave: (personId: number, grades: number[] | null, expected: number[] | null) => void;
};

function Deputy({ one, grades: all, maySet, busy, onSave }: DeputyProps) {
  const [chosen, setChosen] = useState<readonly number[]>(one.grades ?? all);
  const pick = (grade: number, on: boolean) => setChosen(on ? [...chosen, grade] : chosen.filter((known) => known !== grade));
  const isAll = all.every((grade) => chosen.includes(grade));
  return (
    <li>
      <fieldset className="in-care" disabled={!maySet || busy}>
        <legend>
          {one.name} <span className="muted">{words.since(one.from)}</span>
        </legend>
        {all.map((grade) => (
          <label className="check" key={grade}>
            <input type="checkbox" checked={chosen.includes(grade)} onChange={(event) => pick(grade, event.target.checked)} /> {words.grade(grade)}
          </label>
        ))}
        {isAll && <span className="muted">{words.allGrades}</span>}
        {maySet && (
          <button
            className="btn small"
            type="button"
            disabled={chosen.length === 0}
            aria-label={words.care(one.name)}
            onClick={() => onSave(one.personId, isAll ? null : [...chosen], one.grades)}
          >
            {words.save}
          </button>
        )}
      </fieldset>
    </li>
  );
}
