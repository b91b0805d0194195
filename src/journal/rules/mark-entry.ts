import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";

export type MarkFacts = {
  lessonDay: LocalDate;
  enrolled: boolean;
  /** The tokens a lesson's cell may hold: `marks.scale_current` in force on the lesson's day. */
  scale: readonly string[];
  /** The token to be put; null clears. */
  mark: string | null;
};

export type MarkRefusal = Refusal<"people.pupil_not_in_group" | "journal.mark_not_in_scale">;

/** Why the mark of a term may not be put on a day, or null: a term that has not begun has nothing to sum up. Clearing is always open. */
export function refusalOfTerm(startsOn: LocalDate, today: LocalDate, mark: string | null): Refusal<"journal.term_not_begun"> | null {
  return mark !== null && today < startsOn ? { code: "journal.term_not_begun", facts: { startsOn } } : null;
}

/**
 * Why this mark may not stand in the pupil's cell of the lesson, or null.
 *
 * The scale of lessons and the scale of terms are different norms: «н/а» is a term's mark only (002 П2 §2.10, §2.12).
 * Clearing needs no scale.
 */
export function refusalToPutMark(f: MarkFacts): MarkRefusal | null {
  if (!f.enrolled) return { code: "people.pupil_not_in_group", facts: { lessonDay: f.lessonDay } };
  if (f.mark !== null && !f.scale.includes(f.mark)) return { code: "journal.mark_not_in_scale", facts: { mark: f.mark, scale: f.scale } };
  return null;
}
