import { planWords } from "../plans/plans-words.ru.ts";
import type { Plan } from "../plans/use-plans.ts";
import type { LineDays } from "./PlanRow.tsx";
import type { EditLine } from "./plan-lines.ts";

const { print, plan: words } = planWords;

/** The plan on paper: title, class, subject, hours, topics, days by the timetable and as they came out (004 §4.6.5). Stands on paper only. */
export function PrintedPlan({ plan, school, lines, days }: { plan: Plan; school: string; lines: readonly EditLine[]; days: ReadonlyMap<number, LineDays> }) {
  const hours = lines.reduce((sum, line) => sum + (Number(line.hours) || 0), 0);
  return (
    <section className="printed" aria-hidden="true">
      <p>{school}</p>
      <h2>{print.title}</h2>
      <p>
        {words.title(plan.groupName, plan.subject)}. {planWords.schoolYear(plan.year)}. {print.teacher(plan.teachers)} {words.weekly(plan.weeklyHours)}
      </p>
      <table>
        <thead>
          <tr>
            {[words.columns.no, words.columns.topic, words.columns.hours, words.columns.planned, words.columns.given, words.columns.homework].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={line.key}>
              <td>{i + 1}</td>
              <td>{line.topic}</td>
              <td>{line.hours}</td>
              <td>{days.get(line.key)?.planned}</td>
              <td>{days.get(line.key)?.given}</td>
              <td>{line.homework}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {print.total}: {hours}
      </p>
    </section>
  );
}
