import { dueAt } from "../../regulation/rules/deadline.ts";
import type { LessonFacts } from "../../regulation/rules/deadline.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";
import { CELL_SIGNS, isRetake } from "./cell-signs.ts";

/** A token that the school's act does not allow, with the sentence why (004 §4.14.7). */
export type Forbidden = { readonly token: string; readonly reason: string };

export type MarkFacts = {
  lessonDay: LocalDate;
  enrolled: boolean;
  /** The tokens a cell may hold: `marks.scale_current` or `marks.scale_period` in force on the day. */
  scale: readonly string[];
  /** `marks.outside_average`: further tokens of a lesson's cell. */
  outside?: readonly string[];
  /** `marks.forbidden` */
  forbidden?: readonly Forbidden[];
  /** The token to be put; null clears. */
  mark: string | null;
};

export type MarkRefusal = Refusal<"people.pupil_not_in_group" | "journal.mark_not_in_scale" | "journal.mark_forbidden">;

/** Why the mark of a term may not be put on a day, or null: a term that has not begun has nothing to sum up. Clearing is always open. */
export function refusalOfTerm(startsOn: LocalDate, today: LocalDate, mark: string | null): Refusal<"journal.term_not_begun"> | null {
  return mark !== null && today < startsOn ? { code: "journal.term_not_begun", facts: { startsOn } } : null;
}

/**
 * Why this mark may not stand in the pupil's cell of the lesson, or null.
 *
 * The scale of lessons and the scale of terms are different norms: «н/а» is a term's mark only (002 П2 §2.10, §2.12).
 * A forbidden token is refused with the school's own reason, whatever list it stands in. Clearing needs no scale.
 */
export function refusalToPutMark(f: MarkFacts): MarkRefusal | null {
  if (!f.enrolled) return { code: "people.pupil_not_in_group", facts: { lessonDay: f.lessonDay } };
  if (f.mark === null) return null;
  const forbidden = f.forbidden?.find(({ token }) => token === f.mark);
  if (forbidden) return { code: "journal.mark_forbidden", facts: { mark: f.mark, reason: forbidden.reason } };
  return f.scale.includes(f.mark) || f.outside?.includes(f.mark) ? null : { code: "journal.mark_not_in_scale", facts: { mark: f.mark, scale: f.scale } };
}

/** As `refusalToPutMark`, for a lesson's cell, which also takes the signs that are no marks. */
export function refusalToPutInLesson(f: MarkFacts): MarkRefusal | null {
  return refusalToPutMark(f.mark !== null && CELL_SIGNS.includes(f.mark) ? { ...f, outside: CELL_SIGNS } : f);
}

export type WorkFacts = {
  /** Which work of the cell; from 10 on the retake of the work ten numbers before. */
  work: number;
  mark: string | null;
  /** The mark that is retaken; null when none stands there. */
  first: string | null;
  /** The work type the mark is given for: its own, else the column's, else the school's usual one. */
  workType: number | null;
  /** The work type that was asked for by number; null: the column's. */
  asked: number | null;
};

/** Why the mark has nothing to be given for, or null: every mark has its work type (002 П4 §4.2.4е), and a retake has a mark before it. */
export function refusalOfWork(f: WorkFacts): Refusal<"journal.work_type_required" | "journal.work_type_not_found" | "journal.nothing_to_retake"> | null {
  if (f.mark === null) return null;
  if (f.workType === null) return f.asked === null ? { code: "journal.work_type_required", facts: {} } : { code: "journal.work_type_not_found", facts: {} };
  const empty = f.first === null || CELL_SIGNS.includes(f.first);
  return isRetake(f.work) && empty ? { code: "journal.nothing_to_retake", facts: {} } : null;
}

/**
 * Whether a mark put now comes after the term of its kind of work (002 П2 §2.10, 002 П4 §4.2.4в; 003 §2-4; 004 §5.3).
 *
 * A correction keeps what was: late is when the mark came, not when it was mended. Where a sign stood, somebody had
 * written in time that the mark would come; a retake has no term.
 */
export function isMarkLate(f: { work: number; standing: string | null; wasLate: boolean; due: string }, lesson: LessonFacts, now: Date): boolean {
  if (f.standing !== null) return CELL_SIGNS.includes(f.standing) ? false : f.wasLate;
  return !isRetake(f.work) && now > dueAt(f.due, lesson);
}
