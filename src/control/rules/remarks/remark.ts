import type { LocalDate } from "../../../foundation/day.ts";
import type { Refusal } from "../../../foundation/failure.ts";

/** Open: the teacher owes it. Fixed: the teacher confirmed, the deputy has not looked yet. Accepted: the end. */
export const REMARK_STATES = ["open", "fixed", "accepted"] as const;
export type RemarkState = (typeof REMARK_STATES)[number];
/** What may be done with a remark. */
export type RemarkDeed = "fixed" | "returned" | "accepted";

/** What each deed begins from and ends in (002 П4 §4.2.4д). */
const WAYS: Record<RemarkDeed, { from: RemarkState; to: RemarkState }> = {
  fixed: { from: "open", to: "fixed" },
  accepted: { from: "fixed", to: "accepted" },
  returned: { from: "fixed", to: "open" },
};

/** The state after a deed; `stands` when it was done already; or why it cannot be done. */
export function afterDeed(
  state: RemarkState,
  deed: RemarkDeed,
): { to: RemarkState } | { stands: true } | { refusal: Refusal<"control.remark_not_fixed" | "control.remark_accepted"> } {
  const { from, to } = WAYS[deed];
  if (state === from) return { to };
  if (state === to) return { stands: true };
  return { refusal: { code: state === "accepted" ? "control.remark_accepted" : "control.remark_not_fixed", facts: {} } };
}

/** The day of the term itself is still in time; what is fixed is not overdue while it waits to be looked at. */
export const isOverdue = (remark: { state: RemarkState; dueOn: LocalDate }, today: LocalDate): boolean => remark.state === "open" && remark.dueOn < today;

/** Who gave the lesson answers for it; for a whole page the teacher named, or the one whose load on it is the greatest. Null when nobody teaches it. */
export function addresseeOf(asked: number | undefined, lessonTeacher: number | null, pageTeachers: readonly number[]): number | null {
  if (lessonTeacher !== null) return lessonTeacher;
  if (asked !== undefined) return pageTeachers.includes(asked) ? asked : null;
  return pageTeachers[0] ?? null;
}

/** Until when a remark is to be fixed: the day named, or that of the norm. Why a day cannot be named. */
export function termOf(asked: LocalDate | null, byNorm: LocalDate, today: LocalDate): { dueOn: LocalDate } | { refusal: Refusal<"control.term_in_past"> } {
  if (asked === null) return { dueOn: byNorm };
  return asked < today ? { refusal: { code: "control.term_in_past", facts: { today } } } : { dueOn: asked };
}
