import { day, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

/** The first and the last day of a month named as `2026-09`. */
export function daysOfMonth(month: string): { from: LocalDate; to: LocalDate } {
  const from = day(`${month}-01`);
  return { from, to: plusDays(day(`${monthAfter(month, 1)}-01`), -1) };
}

/** The month `n` months after, before when negative. */
export function monthAfter(month: string, n: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const all = year * 12 + number - 1 + n;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}

/** Whether the text names a month that can be shown. */
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
