import { useMemo } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { weekWarnings } from "../../rules/week/checks.ts";
import type { HourLimits } from "../../rules/week/checks.ts";
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
      </div>
    </section>
  );
}
