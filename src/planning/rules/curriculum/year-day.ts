import { day, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { dueDayOf } from "../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";

/** The day of a school year that a norm names, `08-31`; a text that names none is a fault of the norm: RangeError. */
export function dayOfYear(year: number, monthDay: string): LocalDate {
  const deadline = parseDeadline(monthDay);
  if (deadline?.kind !== "date") throw new RangeError(`not a day of the year: ${monthDay}`);
  const begins = day(`${year}-09-01`);
  return dueDayOf(deadline, { day: begins, year: { startsOn: begins, endsOn: begins } })!;
}

/** Whether a duty due by a day is overdue: it still may be done on the day itself. */
export const isOverdue = (due: LocalDate, today: LocalDate): boolean => today > due;

/** The first day of the month of a day. */
export const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01` as LocalDate;

/** The first days of the months from one day to another, both inclusive. */
export function monthsBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const months: LocalDate[] = [];
  for (let month = monthOf(from); month <= to; month = monthOf(plusDays(month, 31))) months.push(month);
  return months;
}

/** Hours a year of hours a week, by the norm of study weeks: grade 1 studies fewer. */
export function yearHours(weeklyHours: number, gradeLevel: number, weeks: { first: number; other: number }): number {
  return Math.round(weeklyHours * (gradeLevel === 1 ? weeks.first : weeks.other));
}
