import { absenceKind } from "../../../attendance/rules/absence-kind.ts";
import { diaryWords as words } from "../words.ru.ts";
import type { WeekDay } from "../week/week-days.ts";
import type { Term } from "./TermTable.tsx";

/** How many lessons of the term were missed, and those of the week by name. */
export function AbsencePanel({ term, days }: { term: Term; days: readonly WeekDay[] }) {
  const ofWeek = days.flatMap(({ day, lessons }) =>
    lessons.flatMap((lesson) => {
      const absence = words.absence(absenceKind(lesson.absence));
      return absence
        ? [{ id: lesson.lessonId, text: words.absenceLine(day, lesson.slot, lesson.subject, lesson.absenceReason?.toLowerCase() ?? absence.word) }]
        : [];
    }),
  );
  return (
    <section className="panel">
      <div className="in what-if">
        <h2>{words.absences}</h2>
        <p>{words.absencesOfTerm(term.kind, term.absences)}</p>
        {ofWeek.length > 0 && (
          <ul className="soft">
            {ofWeek.map((a) => (
              <li key={a.id}>{a.text}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
