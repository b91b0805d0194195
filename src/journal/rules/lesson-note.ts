import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";

/** What is written of a lesson as a whole (000 §10.6; 002 П2 §1.10, 2.10). They save together, over one version. */
export type LessonNote = {
  readonly topic: string | null;
  /** «Без задания» is a record of its own; null is nothing written (002 П2 §2.10). */
  readonly homework: string | null;
  readonly workType: number | null;
  /** A number of the school's dictionary of kinds of lesson. */
  readonly lessonKind: number | null;
  /** What was done in the lesson. */
  readonly tasks: string | null;
  /** How long the homework is expected to take, minutes. */
  readonly minutes: number | null;
  /** The day the homework is due; null is the next lesson. */
  readonly dueOn: string | null;
};

export const EMPTY_NOTE: LessonNote = { topic: null, homework: null, workType: null, lessonKind: null, tasks: null, minutes: null, dueOn: null };
const FIELDS = Object.keys(EMPTY_NOTE) as (keyof LessonNote)[];

export const sameNote = (a: LessonNote, b: LessonNote): boolean => FIELDS.every((field) => a[field] === b[field]);

/** The fields of `wanted` that differ from `saved`. */
export const noteChange = (saved: LessonNote, wanted: LessonNote): Partial<LessonNote> =>
  Object.fromEntries(FIELDS.filter((field) => saved[field] !== wanted[field]).map((field) => [field, wanted[field]]));

/** Whether something that was written is replaced or taken away, not only added to. */
export const replacesWritten = (standing: LessonNote, wanted: LessonNote): boolean =>
  FIELDS.some((field) => standing[field] !== null && standing[field] !== wanted[field]);

/** The note that other facts carry among themselves; what they lack is null. */
export const noteIn = (facts: Partial<Record<keyof LessonNote, unknown>>): LessonNote =>
  Object.fromEntries(FIELDS.map((field) => [field, facts[field] ?? null])) as LessonNote;

/** Whether something stands beside topic, homework and work type. */
export const hasDetail = (note: LessonNote): boolean => note.lessonKind !== null || note.tasks !== null || note.minutes !== null || note.dueOn !== null;

/** Why the homework cannot be due on that day: a due day comes after the lesson's. */
export function refusalOfDueDay(lessonDay: LocalDate, dueOn: LocalDate): Refusal<"journal.due_not_after_lesson"> | null {
  return dueOn > lessonDay ? null : { code: "journal.due_not_after_lesson", facts: { from: plusDays(lessonDay, 1) } };
}

/**
 * Why what is asked leaves the record without its kind of lesson, or null: a school may want every topic to name it (000 §10.6). A topic that
 * was written without one, before the school wanted it, does not stop its homework.
 */
export function refusalOfKind(asked: Partial<LessonNote>, wanted: LessonNote, required: boolean): Refusal<"journal.lesson_kind_required"> | null {
  const touches = Boolean(asked.topic) || asked.lessonKind === null;
  return required && touches && wanted.topic !== null && wanted.lessonKind === null ? { code: "journal.lesson_kind_required", facts: {} } : null;
}
