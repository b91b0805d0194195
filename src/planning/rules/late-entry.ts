import type { Refusal } from "../../foundation/failure.ts";

/** What the school's norm does with a first entry that comes after its term: flags it, asks why, or does not take it. */
export type WhenLate = "flag" | "reason" | "block";

export type LateRefusal = Refusal<"planning.late_needs_reason" | "planning.late_entry_blocked">["code"];

/**
 * Whether a late first entry is taken. What is kept of it is the reason, as of a late correction: the deputy reads both on one list.
 * `late`: it comes after its term by the edition in force on the day of the lesson; an entry in time is always taken without a word.
 */
export function judgeLateEntry(when: WhenLate, late: boolean, reason: string | undefined): { refusal: LateRefusal | null; kept: { correction?: string } } {
  if (!late || when === "flag") return { refusal: null, kept: {} };
  if (when === "block") return { refusal: "planning.late_entry_blocked", kept: {} };
  const said = reason?.trim() ?? "";
  return said === "" ? { refusal: "planning.late_needs_reason", kept: {} } : { refusal: null, kept: { correction: said } };
}
