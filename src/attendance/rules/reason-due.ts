import type { LocalDate } from "../../foundation/day.ts";
import { dueAt } from "../../regulation/rules/deadline.ts";

/** Whether the homeroom teacher is late with the reason of an absence: the term of the norm in force on the lesson's day is over (002 П2 §2.14, 004 §4.13.7). */
export function isReasonOverdue(lessonDay: LocalDate, due: string, now: Date, timezone: string): boolean {
  return now > dueAt(due, { lessonDay, classDayEnds: null, timezone });
}
