import { daysBetween, mondayOf, plusDays, weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

/** What the school's year says of its days. */
export type SchoolYear = { readonly startsOn: LocalDate; readonly endsOn: LocalDate; readonly daysPerWeek: number };
export type Span = { readonly startsOn: LocalDate; readonly endsOn: LocalDate };
/** A day that differs from the usual week; `asWeekday` is the weekday whose timetable it follows, 1 Monday to 7 Sunday. */
export type SpecialDay = { readonly day: LocalDate; readonly isStudy: boolean; readonly asWeekday: number | null };

const within = (d: LocalDate, s: Span) => s.startsOn <= d && d <= s.endsOn;

/**
 * The weekday whose timetable a day follows, or null on a day without lessons.
 *
 * A named day of the calendar speaks before holidays and the week: a moved Saturday is a study day by the weekday it names.
 */
export function weekdayFollowed(d: LocalDate, year: SchoolYear, holidays: readonly Span[], special: SpecialDay | undefined): number | null {
  if (!within(d, year)) return null;
  if (special) return special.isStudy ? (special.asWeekday ?? weekdayOf(d)) : null;
  if (holidays.some((h) => within(d, h))) return null;
  const weekday = weekdayOf(d);
  return weekday <= year.daysPerWeek ? weekday : null;
}

/** Odd or even: which of the two weeks of a cycle a day lies in. The week of the year's first day is the first, an odd one; holidays are counted. */
function weekParity(d: LocalDate, year: Pick<SchoolYear, "startsOn">): 1 | 2 {
  const weeks = Math.round(daysBetween(mondayOf(year.startsOn), mondayOf(d)) / 7);
  return weeks % 2 === 0 ? 1 : 2;
}

/** A study day: the weekday whose timetable it follows, and the week of the cycle. */
export type StudyDay = { readonly day: LocalDate; readonly weekday: number; readonly parity: 1 | 2 };

/** The study days of a year. */
export function studyDays(year: SchoolYear, holidays: readonly Span[], special: readonly SpecialDay[]): StudyDay[] {
  const named = new Map(special.map((s) => [s.day, s]));
  const days: StudyDay[] = [];
  for (let d = year.startsOn; d <= year.endsOn; d = plusDays(d, 1)) {
    const weekday = weekdayFollowed(d, year, holidays, named.get(d));
    if (weekday !== null) days.push({ day: d, weekday, parity: weekParity(d, year) });
  }
  return days;
}
