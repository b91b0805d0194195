import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";
import type { Deadline } from "../../../regulation/rules/deadline/notation.ts";
import type { NormCode, NormValue } from "../../../regulation/rules/norms.ts";

const days = (n: number): Deadline => ({ kind: "fact", offset: { days: n, workingDays: 0, minutes: 0 } });
const parsed = new Map<string, Deadline | null>();

/** A text of a deadline taken apart, once for all facts that it judges. */
function deadlineText(text: string): Deadline | null {
  let deadline = parsed.get(text);
  if (deadline === undefined) parsed.set(text, (deadline = parseDeadline(text)));
  return deadline;
}

const OWN_WAYS: Partial<Record<NormCode, (value: unknown, isOrdered: boolean) => Deadline | null>> = {
  "plan.class_events_due": (value) => days((value as NormValue<"plan.class_events_due">) - 2),
  "records.self_check_day": (value) => ({ kind: "month", months: 1, day: value as NormValue<"records.self_check_day"> }),
  "period_attestation.due": (value, isOrdered) => {
    const { due } = value as NormValue<"period_attestation.due">;
    return deadlineText(isOrdered || due === "by_order" ? "order_date" : due);
  },
  "remarks.term": () => deadlineText("order_date"),
};

/**
 * The deadline that a norm gives; null where it gives none, so that nothing is owed.
 *
 * Most norms are a deadline as it is written. Some say it in their own way: the plan of events is overdue from a day of its month on (003 §1-7), so
 * its last day is the one before; the re-check is due by a day of the next month (003 §2-8); marks of a term wait for an order of the
 * director where the norm says so, and an order that is given wins over the norm (002 П2 §2.12, 004 §4.14.9); a remark names its own day (002 П4 §4.2.4д).
 */
export function deadlineOf(code: NormCode, value: unknown, isOrdered: boolean): Deadline | null {
  const read = OWN_WAYS[code];
  if (read) return read(value, isOrdered);
  return typeof value === "string" ? deadlineText(value) : null;
}
