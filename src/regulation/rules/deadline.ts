import { instantOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

/** What a deadline of a lesson may hang on. */
export type LessonFacts = {
  lessonDay: LocalDate;
  /** When the class's own last lesson of that day ends by the bells of that day, `14:05`; null when no bell says. */
  classDayEnds: string | null;
  timezone: string;
};

/** An anchor of the regulations taken apart: `class_day_end + 1h30m`. */
export type Deadline = { anchor: "lesson_date.end" | "class_day_end" | "lesson_date"; days: number; minutes: number };

const NOTATION = /^(lesson_date\.end|class_day_end|lesson_date)(?:\s*\+\s*(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?)?$/;

/** Reads the notation of presets.md for the deadlines of a lesson; null when it is none. */
export function parseDeadline(text: string): Deadline | null {
  const m = NOTATION.exec(text.trim());
  if (!m || (text.includes("+") && !m[2] && !m[3] && !m[4])) return null;
  return { anchor: m[1] as Deadline["anchor"], days: Number(m[2] ?? 0), minutes: Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0) };
}

/**
 * The instant after which an entry is late: the last instant on time.
 *
 * `lesson_date.end` and whole days end with the last millisecond of the school's day (the day is on time through its end);
 * hours run from the end of the class's own last lesson of that day (002 П2 §2.10, 004 §4.14.2). Where the bells
 * say nothing, the day's end stands for it, so nobody is called late for a gap in the timetable.
 * A text that is no deadline is a fault of the norm: RangeError.
 */
export function dueAt(text: string, f: LessonFacts): Date {
  const deadline = parseDeadline(text);
  if (!deadline) throw new RangeError(`not a deadline: ${text}`);
  const day = plusDays(f.lessonDay, deadline.days);
  if (deadline.anchor === "class_day_end" && f.classDayEnds !== null) {
    return new Date(instantOf(day, f.classDayEnds, f.timezone).getTime() + deadline.minutes * 60_000);
  }
  return new Date(instantOf(plusDays(day, 1), "00:00:00", f.timezone).getTime() - 1 + deadline.minutes * 60_000);
}
