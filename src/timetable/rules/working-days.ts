import { weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { SpecialDay } from "./study-days.ts";

/**
 * The school's calendar of working days: the days of its week but for named days off (public holidays), and named working days, a moved
 * Saturday among them. In holidays of pupils the staff works (ORG-16).
 */
export function workingDays(daysPerWeek: number, special: readonly SpecialDay[]): (day: LocalDate) => boolean {
  const named = new Map(special.map((one) => [one.day, one.isStudy]));
  return (day) => named.get(day) ?? weekdayOf(day) <= daysPerWeek;
}
