import type { LocalDate } from "../../foundation/day.ts";
import { dueDayOf } from "./deadline/due.ts";
import { parseDeadline } from "./deadline/notation.ts";
import type { Deadline } from "./deadline/notation.ts";

/** `period_attestation.due`: when the marks of a term are put (002 П2 §2.12, 003 §2-6, 004 §4.14.9). */
export type PeriodTime = { readonly from: string | null; readonly due: string };

/** The day is the one that an order of the director names. */
const BY_ORDER = parseDeadline("order_date");

/** Reads a deadline of a term: `by_order`, or whole days from the term's end (before it, with a minus); null when the text is neither. */
export function parsePeriodDeadline(text: string): Deadline | null {
  if (text.trim() === "by_order") return BY_ORDER;
  const deadline = parseDeadline(text);
  if (deadline?.kind !== "anchor" || deadline.anchor !== "period_end") return null;
  const { workingDays, minutes } = deadline.offset;
  return workingDays === 0 && minutes === 0 ? deadline : null;
}

/**
 * The last day on which a mark of the term is on time; null when the school waits for an order that was not given.
 *
 * An order of the director names the day itself and wins over the norm. The day is inclusive.
 */
export function periodDueOn(time: PeriodTime, endsOn: LocalDate, orderedOn: LocalDate | null): LocalDate | null {
  if (orderedOn !== null) return orderedOn;
  const deadline = parsePeriodDeadline(time.due);
  if (deadline === null) throw new RangeError(`not a deadline of a term: ${time.due}`);
  return dueDayOf(deadline, { day: endsOn, term: { startsOn: endsOn, endsOn }, orderedOn });
}
