import { useId, useMemo, useState } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { weekWarnings } from "../../rules/week/checks.ts";
import type { HourLimits } from "../../rules/week/checks.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { useLongHomework } from "./use-week.ts";
import type { View, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

const SHOWN = 8;

/** What in the week asks for a second look; of the shown class, or of the whole school. */
export function WeekChecks({ model, view }: { model: WeekModel; view: View }) {
  const warnings = useMemo(() => {
    const { week } = model;
    const classes = view.by === "class" ? week.classes.filter((c) => c.classId === view.id) : week.classes;
    const norms = { limits: week.norms.limits as HourLimits | null, longHomework: week.norms.longHomework };
    return weekWarnings(model.lessons, model.pages, classes, norms, model.facts.hours, week.day as LocalDate);
  }, [model, view]);
  return (
    <section className="panel">
      <header>
        <h2>{words.checks.heading}</h2>
      </header>
      <div className="in">
        {warnings.length === 0 && <p className="soft">{words.checks.none}</p>}
        <ul className="warnings">
          {warnings.slice(0, SHOWN).map((w) => {
            const said =
              w.kind === "long_homework"
                ? words.checks.long_homework(w)
                : w.kind === "first_grade_lessons"
                  ? words.checks.first_grade_lessons(w)
                  : w.kind === "first_grade_hours"
                    ? words.checks.first_grade_hours(w)
                    : words.checks.first_grade_long(w);
            return <li key={said}>{said}</li>;
          })}
        </ul>
        {warnings.length > SHOWN && <p className="soft">{words.save.more(warnings.length - SHOWN)}</p>}
        <LongSubjects model={model} />
      </div>
    </section>
  );
}

/** Which subjects have long homework: the flag stands at the subject, for every class. */
function LongSubjects({ model }: { model: WeekModel }) {
  const id = useId();
  const set = useLongHomework();
  const [wrong, setWrong] = useState<string | null>(null);
  const subjects = [...new Map(model.week.pages.filter((p) => p.shift > 0).map((p) => [p.subjectId, p])).values()].sort((a, b) =>
    a.subject.localeCompare(b.subject, "ru"),
  );
  return (
    <details className="longsubjects">
      <summary>{words.checks.longSubjects}</summary>
      <p className="soft">{words.checks.longHint}</p>
      {wrong !== null && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      <ul>
        {subjects.map((p) => (
          <li key={p.subjectId}>
            <label htmlFor={`${id}-${p.subjectId}`}>
              <input
                id={`${id}-${p.subjectId}`}
                type="checkbox"
                checked={p.longHomework}
                onChange={(event) => {
                  setWrong(null);
                  set(p.subjectId, event.target.checked).catch((error: unknown) => setWrong(sentenceOfError(error)));
                }}
              />
              {p.subject}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
