import { dueOf } from "../../../regulation/rules/deadline/due.ts";
import type { DeadlineFacts } from "../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";

/** When a check is due; `dueAt` is null where the school asks for none or what the term hangs on is not known. */
export type InspectionDue = { dueAt: string | null; overdue: boolean; clause: string | null };

/** The last instant of the term is in time; what was checked is never overdue. */
export function inspectionDue(norm: { value: string; clause: string } | null, facts: DeadlineFacts, now: Date, checked: boolean): InspectionDue {
  const deadline = norm && parseDeadline(norm.value);
  const due = deadline && dueOf(deadline, facts);
  return { dueAt: due?.toISOString() ?? null, overdue: due !== null && !checked && now > due, clause: due ? (norm?.clause ?? null) : null };
}
