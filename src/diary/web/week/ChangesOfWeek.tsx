import { Icon } from "../../../foundation/ui/Icon.tsx";
import { diaryWords as words } from "../words.ru.ts";
import type { Lesson, Week } from "./week-days.ts";

const AT_MOST = 4;

const kindOf = (lesson: Lesson) => {
  if (lesson.cancelled) return words.changeKind.cancelled;
  if (lesson.movedFrom) return words.changeKind.moved;
  return lesson.substitute ? words.changeKind.substituted : null;
};

/** What of the timetable is different from today to the end of the week, apart from the timetable itself (TT-06). */
export function ChangesOfWeek({ week }: { week: Week }) {
  const changes = week.days
    .filter((d) => d.day >= week.today)
    .flatMap(({ day, lessons }) =>
      lessons.flatMap((lesson) => {
        const kind = kindOf(lesson);
        return kind === null ? [] : [{ id: lesson.lessonId, text: words.changedLesson(day, lesson.slot, lesson.subject, kind) }];
      }),
    );
  if (changes.length === 0) return null;
  return (
    <section className="fresh note t-subst">
      <Icon name="swap" />
      <div>
        <h2>{words.changesOfWeek}</h2>
        <ul>
          {changes.slice(0, AT_MOST).map((c) => (
            <li key={c.id}>{c.text}</li>
          ))}
          {changes.length > AT_MOST && <li>{words.moreChanges(changes.length - AT_MOST)}</li>}
        </ul>
      </div>
    </section>
  );
}
