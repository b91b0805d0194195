import { LessonHead, isChanged } from "./LessonHead.tsx";
import type { SchoolDay } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

/** The lessons of the day that do not go by the timetable. */
export function ChangedLessons({ data }: { data: SchoolDay }) {
  const changed = data.lessons.filter(isChanged);
  if (changed.length === 0) {
    const free = data.mayChange ? words.changed.none : words.changed.noneToRead;
    return <p className="empty">{data.lessons.length === 0 ? words.changed.noLessons(data.name) : free}</p>;
  }
  return (
    <section className="panel">
      <header>
        <h2>{words.changed.heading}</h2>
      </header>
      <ol className="lessons">
        {changed.map((lesson) => (
          <li key={lesson.lessonId} className="lesson">
            <LessonHead lesson={lesson} teacher />
          </li>
        ))}
      </ol>
    </section>
  );
}
