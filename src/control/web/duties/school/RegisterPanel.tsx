import { useState } from "react";
import { dayIn, timeIn } from "../../../../foundation/day.ts";
import { dayRu } from "../../../../foundation/day.ru.ts";
import { Waiting } from "../../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import { dutyWords } from "../duty-words.ru.ts";
import { OpenMatterDialog } from "./OpenMatterDialog.tsx";
import { schoolDutyWords } from "./school-duty-words.ru.ts";
import { useMatters } from "./use-school-duties.ts";

const words = schoolDutyWords.register;

/** The register of things that start a term, with what is owed about each. */
export function RegisterPanel({ timezone }: { timezone: string }) {
  const { data, error } = useMatters();
  const [adding, setAdding] = useState(false);
  if (error && !data) return <p className="note bad">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={schoolDutyWords.waiting} />;
  return (
    <section className="panel" aria-labelledby="register">
      <header>
        <h2 id="register">{words.title}</h2>
        <button className="btn primary" type="button" onClick={() => setAdding(true)}>
          {words.add}
        </button>
      </header>
      <p className="in small muted">{words.hint}</p>
      {data.matters.length === 0 && <p className="in">{words.none}</p>}
      <ol className="register">
        {data.matters.map((matter) => (
          <li key={matter.matterId}>
            <span className="when">{dayRu(matter.day)}</span>
            <div>
              <b>{matter.title}</b>
              <span className="beside">
                {[words.matter(matter.kind), matter.openedBy === "" ? "" : words.by(matter.openedBy), matter.owner ? words.givenTo(matter.owner) : ""]
                  .filter((word) => word !== "")
                  .join(" · ")}
              </span>
              {matter.duties.length === 0 && <span className="beside">{words.noTerm}</span>}
              <ul>
                {matter.duties.map(({ kind, dueAt, doneAt, late, note, clause }) => {
                  const due = new Date(dueAt);
                  const stands = doneAt === null ? (late ? words.overdue : "") : words.done(dayIn(timezone, new Date(doneAt)));
                  return (
                    <li key={kind} className={late ? "late" : undefined}>
                      {dutyWords.toDo([kind])}, {words.till(dayIn(timezone, due), timeIn(timezone, due))}
                      <span className="beside">
                        {[stands, doneAt !== null && late ? words.late : "", note, clause].filter((word) => word !== "").join(" · ")}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </div>
          </li>
        ))}
      </ol>
      {adding && <OpenMatterDialog register={data} onClose={() => setAdding(false)} />}
    </section>
  );
}
