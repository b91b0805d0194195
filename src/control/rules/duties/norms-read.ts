import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";
import { DUTY_CODES, kindOf } from "./duty-kinds.ts";

/** The norms that duties are judged by: their terms, what kinds of pages use, and who owes what a norm gives to a role. */
export const DUTY_NORMS_READ: readonly NormCode[] = [
  ...new Set([
    ...DUTY_CODES.map((code) => kindOf(code).norm),
    ...JOURNAL_KINDS.map(kindNorm),
    "marks.unmarked_grades",
    "reports.teachers_work_by",
    "duties.shown_ahead",
  ] as const),
];
