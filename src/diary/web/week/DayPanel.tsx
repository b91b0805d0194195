import type { LocalDate } from "../../../foundation/day.ts";
import { diaryWords as words } from "../words.ru.ts";
import "./week.css";
import { LessonRow } from "./LessonRow.tsx";
import { hoursOf, type WeekDay } from "./week-days.ts";

/** One day: its lessons in order, or why there are none. */
export function DayPanel({ day: { day, name, lessons }, today, front, lit }: { day: WeekDay; today: LocalDate; front: boolean; lit: ReadonlySet<number> }) {
  const [own, apart] = [lessons.filter((l) => l.apart !== true), lessons.filter((l) => l.apart === true)];
  const hours = hoursOf(own);
  const facts = [
    day === today ? words.today : "",
    name && lessons.length > 0 ? name : "",
    own.length > 0 ? words.lessonCount(own.filter((l) => !l.cancelled).length) : "",
    hours ? words.until(hours.ends) : "",
  ].filter(Boolean);
  return (
    <section className={["day", day === today ? "now" : "", front ? "front" : ""].filter(Boolean).join(" ")}>
      <h2>
        {words.dayTitle(day)} <small>{facts.join(", ")}</small>
      </h2>
      {lessons.length === 0 && (
        <p className="free">
          {name ? words.holiday(name) : words.freeDay}
          <span>{words.freeDayText}</span>
        </p>
      )}
      {own.map((lesson) => (
        <LessonRow key={lesson.lessonId} lesson={lesson} day={day} today={today} lit={lit.has(lesson.lessonId)} />
      ))}
      {apart.length > 0 && (
        <section className="apart" aria-label={words.afterLessonsOn(day)}>
          <h3>{words.afterLessons}</h3>
          {apart.map((lesson) => (
            <LessonRow key={lesson.lessonId} lesson={lesson} day={day} today={today} lit={lit.has(lesson.lessonId)} />
          ))}
        </section>
      )}
    </section>
  );
}
