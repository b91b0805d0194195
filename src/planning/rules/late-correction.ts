import { momentOfEntry } from "../../regulation/rules/entry-moment.ts";
import { dueAt } from "../../regulation/rules/deadline.ts";
import type { Refusal } from "../../foundation/failure.ts";
import type { LessonFacts } from "./lesson-entry.ts";

/** The norm `corrections.reason_after` beside the facts it is judged by. */
export type CorrectionFacts = Pick<LessonFacts, "lessonDay" | "classDayEnds" | "entryCounts" | "reasonAfter">;
/** When the change comes: the moment of arrival, the moment on a device without network (null when it came at once), the school's zone. */
export type ChangeMoment = { now: Date; entered: Date | null; timezone: string };

export type LateCorrection = {
  refusal: Refusal<"planning.correction_needs_reason"> | null;
  /** What the audit row keeps of it: the reason of a change after the term, nothing of one in time. */
  kept: { correction?: string };
};
const IN_TIME: LateCorrection = { refusal: null, kept: {} };

/**
 * Whether a change of what stands may be made without a word, or comes after the term of the norm and needs its reason (002 П2 §2.16).
 * `changes`: something that stood is replaced or removed; a first entry is never a correction, however late.
 */
export function lateCorrection(f: CorrectionFacts, changes: boolean, reason: string | undefined, { now, entered, timezone }: ChangeMoment): LateCorrection {
  if (!changes) return IN_TIME;
  const due = dueAt(f.reasonAfter, { lessonDay: f.lessonDay, classDayEnds: f.classDayEnds, timezone });
  if (momentOfEntry(f.entryCounts, now, entered) <= due) return IN_TIME;
  const said = reason?.trim() ?? "";
  if (said === "") return { refusal: { code: "planning.correction_needs_reason", facts: { lessonDay: f.lessonDay, due: due.toISOString() } }, kept: {} };
  return { refusal: null, kept: { correction: said } };
}
