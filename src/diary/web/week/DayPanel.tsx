import type { LocalDate } from "../../../foundation/day.ts";
import { diaryWords as words } from "../words.ru.ts";
import "./week.css";
import { LessonRow } from "./LessonRow.tsx";
import { hoursOf, type WeekDay } from "./week-days.ts";

/** One day: its lessons in order, or why there are none. */
export function DayPanel({ day: { day, name, lessons }, today, front, lit }: { day: WeekDay; today: LocalDate; front: boolean; lit: ReadonlySet<number> }) {
  const hours = hoursOf(lessons);
  const facts = [
    day === today ? words.today : "",
    name && lessons.length > 0 ? name : "",
    lessons.length > 0 ? words.lessonCount(lessons.filter((l) => !l.cancelled).length) : "",
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
      {lessons.map((lesson) => (
        <LessonRow key={lesson.lessonId} lesson={lesson} day={day} today={today} lit={lit.has(lesson.lessonId)} />
      ))}
    </section>
  );
}
