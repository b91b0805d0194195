import type { LocalDate } from "../../foundation/day.ts";
import { plusDays } from "../../foundation/day.ts";

/** `period_attestation.due`: when the marks of a term are put (002 П2 §2.12, 003 §2-6, 004 §4.14.9). */
export type PeriodTime = { readonly from: string | null; readonly due: string };

const NOTATION = /^period_end(?:\s*([+-])\s*(\d+)d)?$/;

/** Days after the term's end (before it, when negative), or `by_order`; null when the text is neither. */
export function parsePeriodDeadline(text: string): number | "by_order" | null {
  if (text.trim() === "by_order") return "by_order";
  const m = NOTATION.exec(text.trim());
  return m ? Number(m[2] ?? 0) * (m[1] === "-" ? -1 : 1) : null;
}

/**
 * The last day on which a mark of the term is on time; null when the school waits for an order that was not given.
 *
 * An order of the director names the day itself and wins over the norm. The day is inclusive.
 */
export function periodDueOn(time: PeriodTime, endsOn: LocalDate, orderedOn: LocalDate | null): LocalDate | null {
  if (orderedOn !== null) return orderedOn;
  const days = parsePeriodDeadline(time.due);
  if (days === null) throw new RangeError(`not a deadline of a term: ${time.due}`);
  return days === "by_order" ? null : plusDays(endsOn, days);
}
