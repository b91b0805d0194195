import { dayIn, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { dueAt, parseLessonDeadline } from "../../../regulation/rules/deadline.ts";
import type { Note } from "./grid-state.ts";
import type { Lesson, Page } from "./page-model.ts";

export type Missing = { readonly topic: boolean; readonly homework: boolean };

/** Whether the lesson has begun by the school's clock; without bells, on its day. */
export const isHeld = (lesson: Lesson, today: string, clock: string): boolean =>
  !lesson.cancelled && (lesson.day < today || (lesson.day === today && (lesson.starts === null || lesson.starts <= clock)));

/** What of a held lesson is not written yet; null when nothing is owed. */
export function missingOf(lesson: Lesson, note: Note, today: string, clock: string): Missing | null {
  if (!isHeld(lesson, today, clock)) return null;
  const { uses } = lesson;
  const missing = { topic: note.topic === null && uses?.topics !== false, homework: note.homework === null && uses?.homework !== false };
  return missing.topic || missing.homework ? missing : null;
}

export type Due = {
  readonly day: LocalDate;
  readonly time: string;
  readonly over: boolean;
  readonly near: "today" | "yesterday" | "other";
  readonly wholeDay: boolean;
};

/** Until when a missing entry is in time, as the regulation of the day says; null where the norm is not of a known form. */
export function dueOf(norm: string, lesson: Lesson, today: string, timezone: string, now: Date): Due | null {
  const deadline = parseLessonDeadline(norm);
  if (!deadline) return null;
  const at = dueAt(norm, { lessonDay: lesson.day as LocalDate, classDayEnds: lesson.classDayEnds, timezone });
  const day = dayIn(timezone, at);
  const near = day === today ? "today" : day === plusDays(today as LocalDate, -1) ? "yesterday" : "other";
  return { day, time: timeIn(timezone, at), over: at < now, near, wholeDay: deadline.anchor !== "class_day_end" && deadline.offset.minutes === 0 };
}

/** The norm that a missing entry hangs on: homework has its own, the topic goes with the lesson. */
export const normOf = (page: Page, missing: Missing): string => (missing.homework ? page.norms.homeworkEntry : page.norms.lessonEntry);
