import { instantOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

/** What a deadline of a lesson may hang on. */
export type LessonFacts = {
  lessonDay: LocalDate;
  /** When the class's own last lesson of that day ends by the bells of that day, `14:05`; null when no bell says. */
  classDayEnds: string | null;
  /** The next lesson of the page that is held on a later day, with its beginning by the bells; null when there is none. Asked only by `next_lesson`. */
  nextLesson?: { day: LocalDate; starts: string | null } | null | undefined;
  timezone: string;
};

/** An anchor of the regulations taken apart: `class_day_end + 1h30m`. */
export type Deadline = { anchor: "lesson_date.end" | "class_day_end" | "lesson_date" | "next_lesson"; days: number; minutes: number };

/** Two more words of the regulations for a whole day: the day of the work is the lesson's, the school's day ends with the date. */
const SAME: Record<string, Deadline["anchor"]> = { work_date: "lesson_date", "school_day.end": "lesson_date.end" };
const NOTATION = /^(lesson_date\.end|school_day\.end|class_day_end|lesson_date|work_date|next_lesson)(?:\s*\+\s*(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?)?$/;

/** Reads the notation of presets.md for the deadlines of a lesson; null when it is none. */
export function parseDeadline(text: string): Deadline | null {
  const m = NOTATION.exec(text.trim());
  if (!m || (text.includes("+") && !m[2] && !m[3] && !m[4])) return null;
  const anchor = SAME[m[1]!] ?? (m[1] as Deadline["anchor"]);
  return { anchor, days: Number(m[2] ?? 0), minutes: Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0) };
}

/** Later than any entry: a deadline that hangs on a lesson that will not come. */
const NEVER = new Date(8.64e15);

/**
 * The instant after which an entry is late: the last instant on time.
 *
 * `lesson_date.end` and whole days end with the last millisecond of the school's day (the day is on time through its end);
 * hours run from the end of the class's own last lesson of that day (002 П2 §2.10, 004 §4.14.2). Where the bells
 * say nothing, the day's end stands for it, so nobody is called late for a gap in the timetable.
 * `next_lesson` is the beginning of the page's next lesson (002 П4 §4.2.4в); when there is none, nothing is late.
 * A text that is no deadline is a fault of the norm: RangeError.
 */
export function dueAt(text: string, f: LessonFacts): Date {
  const deadline = parseDeadline(text);
  if (!deadline) throw new RangeError(`not a deadline: ${text}`);
  if (deadline.anchor === "next_lesson") return dueByNextLesson(deadline, f);
  const day = plusDays(f.lessonDay, deadline.days);
  if (deadline.anchor === "class_day_end" && f.classDayEnds !== null) {
    return new Date(instantOf(day, f.classDayEnds, f.timezone).getTime() + deadline.minutes * 60_000);
  }
  return new Date(instantOf(plusDays(day, 1), "00:00:00", f.timezone).getTime() - 1 + deadline.minutes * 60_000);
}

function dueByNextLesson({ days, minutes }: Deadline, { nextLesson, timezone }: LessonFacts): Date {
  if (!nextLesson) return NEVER;
  const day = plusDays(nextLesson.day, days);
  const begins =
    nextLesson.starts === null ? instantOf(plusDays(day, 1), "00:00:00", timezone).getTime() - 1 : instantOf(day, nextLesson.starts, timezone).getTime();
  return new Date(begins + minutes * 60_000);
}
