import type { Refusal } from "../../foundation/failure.ts";
import type { AbsenceKind } from "./absence-kind.ts";

/** A missed lesson and why; `reason` is a number of the school's dictionary. */
export type Absence = { readonly kind: AbsenceKind; readonly reason: number | null };

/** Whether the lesson was missed; a late pupil was there. */
export const isMissed = (kind: AbsenceKind): kind is "absent" | "ill" => kind === "absent" || kind === "ill";

/**
 * What stands after the homeroom teacher's correction, or why it cannot be.
 *
 * A reason belongs to a missed lesson. It also says what the lesson shows (illness «ill», any other «absent»), unless the correction names the kind itself.
 */
export function corrected(
  standing: Absence,
  asked: { readonly kind?: AbsenceKind; readonly reason: number | null },
  shows: "absent" | "ill" | null,
): Absence | Refusal<"attendance.nothing_to_explain"> {
  const kind = asked.kind ?? (shows !== null && isMissed(standing.kind) ? shows : standing.kind);
  if (asked.reason !== null && !isMissed(kind)) return { code: "attendance.nothing_to_explain", facts: { kind } };
  return { kind, reason: asked.reason };
}

/**
 * Whether a word that stood is replaced or removed. The first reason of an absence is none, though it may show the lesson as an illness, nor is a first
 * absence; an illness that the teacher marked is a word already, and what says otherwise corrects it.
 */
export function isCorrection(standing: Absence, after: Absence): boolean {
  if (standing.kind === "none") return false;
  const first = standing.reason === null && after.reason !== null && (standing.kind === "absent" || standing.kind === after.kind);
  return !first && (standing.kind !== after.kind || standing.reason !== after.reason);
}
