import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";

const ofScale = (mark: string | null, scale: readonly string[]): Refusal<"journal.mark_not_in_scale"> | null =>
  mark !== null && !scale.includes(mark) ? { code: "journal.mark_not_in_scale", facts: { mark, scale } } : null;

/** Grades that end with the state final attestation, by its form (Federal law 273, article 59). */
const GRADES_OF: Record<ExamFacts["form"], readonly number[]> = { oge: [9], ege: [11], gve: [9, 11] };

export type ExamFacts = {
  readonly gradeLevel: number;
  readonly form: "oge" | "ege" | "gve";
  readonly score: number | null;
  readonly mark: string | null;
  readonly scale: readonly string[];
  readonly enrolled: boolean;
  readonly day: LocalDate;
};

/** Why such a result of the state final attestation cannot be, or null: it belongs to grades 9 and 11 (002 П2 §3.3) and has a mark or a score. */
export function refusalOfExam(
  f: ExamFacts,
): Refusal<"journal.exam_not_of_grade" | "journal.exam_without_result" | "journal.mark_not_in_scale" | "people.pupil_not_in_group"> | null {
  if (!GRADES_OF[f.form].includes(f.gradeLevel)) return { code: "journal.exam_not_of_grade", facts: { gradeLevel: f.gradeLevel } };
  if (!f.enrolled) return { code: "people.pupil_not_in_group", facts: { lessonDay: f.day } };
  if (f.mark === null && f.score === null) return { code: "journal.exam_without_result", facts: {} };
  return ofScale(f.mark, f.scale);
}

export type Attempt = { readonly on: string | null; readonly mark: string | null };

/** Why two attempts to make a debt good cannot stand so, or null: a result has its day, the second comes after the first. */
export function refusalOfAttempts(f: {
  first: Attempt;
  second: Attempt;
  scale: readonly string[];
}): Refusal<"journal.attempt_without_day" | "journal.attempts_out_of_order" | "journal.mark_not_in_scale"> | null {
  for (const { on, mark } of [f.first, f.second]) {
    if (mark !== null && on === null) return { code: "journal.attempt_without_day", facts: {} };
    const no = ofScale(mark, f.scale);
    if (no) return no;
  }
  if (f.second.on !== null && (f.first.on === null || f.second.on <= f.first.on)) return { code: "journal.attempts_out_of_order", facts: {} };
  return null;
}

/** Why a mark from another school cannot be entered so, or null: it has its source, lies in a term of this year up to today, and is of the scale. */
export function refusalOfBrought(f: {
  day: LocalDate;
  term: number | null;
  today: LocalDate;
  enrolled: boolean;
  mark: string | null;
  scale: readonly string[];
  source: string;
}): Refusal<"people.pupil_not_in_group" | "journal.day_outside_terms" | "journal.brought_without_source" | "journal.mark_not_in_scale"> | null {
  if (!f.enrolled) return { code: "people.pupil_not_in_group", facts: { lessonDay: f.day } };
  if (f.term === null || f.day > f.today) return { code: "journal.day_outside_terms", facts: { day: f.day } };
  if (f.mark !== null && f.source === "") return { code: "journal.brought_without_source", facts: {} };
  return ofScale(f.mark, f.scale);
}
