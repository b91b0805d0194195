import { plusDays, weekdayOf } from "../../foundation/day.ts";
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

/** The study days of a year, each with the weekday whose timetable it follows. */
export function studyDays(year: SchoolYear, holidays: readonly Span[], special: readonly SpecialDay[]): { day: LocalDate; weekday: number }[] {
  const named = new Map(special.map((s) => [s.day, s]));
  const days: { day: LocalDate; weekday: number }[] = [];
  for (let d = year.startsOn; d <= year.endsOn; d = plusDays(d, 1)) {
    const weekday = weekdayFollowed(d, year, holidays, named.get(d));
    if (weekday !== null) days.push({ day: d, weekday });
  }
  return days;
}
