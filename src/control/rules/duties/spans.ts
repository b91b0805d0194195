import { mondayOf, plusDays, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";

export type TermKind = "quarter" | "half_year" | "trimester";
export type Term = { gradeLevel: number; term: number; kind: TermKind; startsOn: LocalDate; endsOn: LocalDate };
/** A school year with its calendar. `special`: days that differ from the usual week. */
export type Year = {
  year: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  daysPerWeek: number;
  terms: readonly Term[];
  special: readonly { day: LocalDate; isStudy: boolean }[];
};

export const SPAN_KINDS = ["day", "week", "month", "quarter", "half_year", "trimester", "year"] as const;
/** A stretch of a year that something is owed of; `no` numbers terms and half-years from 1. */
export type Span = { kind: (typeof SPAN_KINDS)[number]; no: number; startsOn: LocalDate; endsOn: LocalDate };

const monthOf = (day: LocalDate) => `${day.slice(0, 7)}-01` as LocalDate;
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

export const wholeYear = ({ startsOn, endsOn }: Year): Span => ({ kind: "year", no: 0, startsOn, endsOn });

/** The months of a year that begin by a day, the month of its first day among them. */
export function monthsOf({ startsOn, endsOn }: Year, until: LocalDate): Span[] {
  const months: Span[] = [];
  for (let month = monthOf(startsOn); month <= earlier(endsOn, until);) {
    const next = monthOf(plusDays(month, 31));
    months.push({ kind: "month", no: 0, startsOn: month, endsOn: plusDays(next, -1) });
    month = next;
  }
  return months;
}

/** The weeks of a year that begin by a day and have a day of a term in them: in holidays nothing is looked through. */
export function weeksOf(year: Year, until: LocalDate): Span[] {
  const weeks: Span[] = [];
  for (let monday = mondayOf(year.startsOn); monday <= earlier(year.endsOn, until); monday = plusDays(monday, 7)) {
    const sunday = plusDays(monday, 6);
    if (year.terms.some((term) => term.startsOn <= sunday && term.endsOn >= monday)) weeks.push({ kind: "week", no: 0, startsOn: monday, endsOn: sunday });
  }
  return weeks;
}

/** The working days of the terms of a year up to a day. */
export function daysOf(year: Year, until: LocalDate): Span[] {
  const days: Span[] = [];
  const isWorking = workingDays([year]);
  for (let day = year.startsOn; day <= earlier(year.endsOn, until); day = plusDays(day, 1)) {
    if (isWorking(day) && year.terms.some((term) => term.startsOn <= day && day <= term.endsOn)) days.push({ kind: "day", no: 0, startsOn: day, endsOn: day });
  }
  return days;
}

/** The terms of a grade; of the school, the terms of all grades, those that end on one day together. The year itself stands last. */
export function termsOf(year: Year, gradeLevel: number | null): Span[] {
  const own = gradeLevel === null ? year.terms : termsOfGrade(year, gradeLevel);
  const byEnd = new Map<LocalDate, Span>();
  for (const { term, kind, startsOn, endsOn } of own) {
    const standing = byEnd.get(endsOn);
    // a quarter is named before the half-year that ends with it
    if (!standing || (standing.kind !== "quarter" && kind === "quarter")) byEnd.set(endsOn, { kind, no: term, startsOn, endsOn });
  }
  return [...byEnd.values()].toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1)).concat(wholeYear(year));
}

/** A grade without terms of its own goes by those of the lowest grade. */
function termsOfGrade({ terms }: Year, gradeLevel: number): readonly Term[] {
  const own = terms.filter((term) => term.gradeLevel === gradeLevel);
  const lowest = Math.min(...terms.map((term) => term.gradeLevel));
  return own.length > 0 ? own : terms.filter((term) => term.gradeLevel === lowest);
}

/** The halves of a year: the first ends with the last term that ends in the calendar year in which the school year began. */
export function halvesOf(year: Year): Span[] {
  const newYear = `${Number(year.startsOn.slice(0, 4)) + 1}-01-01` as LocalDate;
  const ends = year.terms.map((term) => term.endsOn).filter((day) => day < newYear);
  const middle = ends.toSorted().at(-1) ?? plusDays(newYear, -1);
  return [
    { kind: "half_year", no: 1, startsOn: year.startsOn, endsOn: middle },
    { kind: "half_year", no: 2, startsOn: plusDays(middle, 1), endsOn: year.endsOn },
  ];
}

/** The school's calendar of working days: its working week, days off and moved working days. School holidays are working days of the staff. */
export function workingDays(years: readonly Year[]): (day: LocalDate) => boolean {
  const special = new Map(years.flatMap((year) => year.special.map((day) => [day.day, day.isStudy])));
  return (day) => special.get(day) ?? weekdayOf(day) <= (years.find((year) => year.startsOn <= day && day <= year.endsOn)?.daysPerWeek ?? 5);
}
