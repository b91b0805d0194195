import { dayIn } from "../../foundation/day.ts";
import { dueOf } from "../../regulation/rules/deadline/due.ts";
import type { DeadlineFacts } from "../../regulation/rules/deadline/due.ts";
import { printDeadline } from "../../regulation/rules/deadline/notation.ts";
import type { NormTimeline, Place } from "../../regulation/rules/norm-timeline.ts";
import { deadlineOf } from "./duties/deadline-of-norm.ts";
import { ACTS_ARE_SILENT } from "./duties/silence.ru.ts";
import { kindOf } from "./duties/duty-kinds.ts";
import type { DutyCode } from "./duties/duty-kinds.ts";

/** Where a duty stands beside its deadline: past it, within its last day, or before. */
export type DutyState = "overdue" | "today" | "soon";

/** A duty with its deadline: what is owed, until when, by which law. */
export type Due = {
  readonly kind: DutyCode;
  readonly dueAt: Date;
  readonly state: DutyState;
  readonly norm: string;
  readonly act: string;
  readonly clause: string;
};

/**
 * The deadline of an open duty by the edition of the norm in force on the day of its fact; null where the school has no such norm, or where
 * what the deadline hangs on is not known yet: then nothing is owed.
 */
export function dueDuty(kind: DutyCode, facts: DeadlineFacts, norms: NormTimeline, now: Date, place: Place = {}): Due | null {
  const { norm: code } = kindOf(kind);
  const norm = norms.on(code, facts.day, place);
  if (norm && isSilent(kind, norm.clause)) return null;
  const deadline = norm && deadlineOf(code, norm.value, Boolean(facts.orderedOn));
  const dueAt = deadline && dueOf(deadline, facts);
  if (!norm || !dueAt) return null;
  const text = typeof norm.value === "string" ? norm.value : printDeadline(deadline);
  return { kind, dueAt, state: stateOf(dueAt, now, facts.timezone), norm: text, act: norm.act, clause: norm.clause };
}

/** Whether a kind is owed only by an act of the school, and none of them speaks of it. */
export const isSilent = (kind: DutyCode, clause: string): boolean => kindOf(kind).onlyByAct === true && clause === ACTS_ARE_SILENT;

/** The last instant is still in time. */
function stateOf(dueAt: Date, now: Date, timezone: string): DutyState {
  if (now > dueAt) return "overdue";
  return dayIn(timezone, dueAt) === dayIn(timezone, now) ? "today" : "soon";
}
