import { parseDay, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

export type Month = {
  /** `2026-09` */
  readonly name: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** A day, 1 to 28, of the month after it. */
  readonly dayOfNext: (day: number) => LocalDate;
};

/** The month of a text such as `2026-09`; null when it is none. */
export function monthOf(text: string): Month | null {
  const firstDay = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
  if (!firstDay) return null;
  // the 32nd day counted from the first stands in the next month, whatever the month's length
  const nextFirst = `${plusDays(firstDay, 31).slice(0, 7)}-01` as LocalDate;
  return { name: text, firstDay, lastDay: plusDays(nextFirst, -1), dayOfNext: (day) => plusDays(nextFirst, day - 1) };
}
