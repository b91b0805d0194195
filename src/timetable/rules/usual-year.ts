import { mondayOf, plusDays, weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { HOLIDAY_NAMES, PUBLIC_HOLIDAYS } from "./usual-year.ru.ts";

type Span = { startsOn: LocalDate; endsOn: LocalDate };
export type UsualYear = Span & {
  year: number;
  daysPerWeek: number;
  terms: (Span & { gradeLevels: number[]; term: number; kind: "quarter" | "half_year" })[];
  holidays: (Span & { name: string })[];
  calendarDays: { day: LocalDate; isStudy: false; name: string }[];
};

/** Grade 0 is a class whose name tells no grade. */
const QUARTER_GRADES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const HALF_YEAR_GRADES = [10, 11, 12];

/**
 * A school year as most schools have it, until the school sets its own: from 1 September to 26 May, nine days of holidays
 * around 28 October and 31 March, the winter ones from 31 December, public holidays off, half-years from grade 10.
 */
export function usualYear(year: number, country: string, daysPerWeek: number): UsualYear {
  const next = year + 1;
  const startsOn = studyDay(`${year}-09-01` as LocalDate);
  const endsOn = `${next}-05-26` as LocalDate;
  const breaks = [weekAround(`${year}-10-28` as LocalDate), winter(year), weekAround(`${next}-03-31` as LocalDate)];
  const holidays = breaks.map((span, i) => ({ ...span, name: HOLIDAY_NAMES[i]! }));
  const quarters = [startsOn, ...breaks.map((span) => plusDays(span.endsOn, 1))].map((from, i) => ({
    term: i + 1,
    startsOn: from,
    endsOn: breaks[i] ? plusDays(breaks[i].startsOn, -1) : endsOn,
  }));
  const halves = [
    { term: 1, startsOn, endsOn: quarters[1]!.endsOn },
    { term: 2, startsOn: quarters[2]!.startsOn, endsOn },
  ];
  const isFree = (d: LocalDate) => weekdayOf(d) > daysPerWeek || holidays.some((span) => span.startsOn <= d && d <= span.endsOn);
  const days = Object.entries(PUBLIC_HOLIDAYS[country] ?? {}).map(([at, name]) => ({
    day: `${at > "08" ? year : next}-${at}` as LocalDate,
    isStudy: false as const,
    name,
  }));
  return {
    year,
    startsOn,
    endsOn,
    daysPerWeek,
    terms: [
      ...quarters.map((q) => ({ ...q, kind: "quarter" as const, gradeLevels: QUARTER_GRADES })),
      ...halves.map((h) => ({ ...h, kind: "half_year" as const, gradeLevels: HALF_YEAR_GRADES })),
    ],
    holidays,
    calendarDays: days.filter(({ day }) => !isFree(day)).sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** The school year a day belongs to; a new one is spoken of from the middle of July. */
export const schoolYearOf = (d: LocalDate) => Number(d.slice(0, 4)) - (d.slice(5) < "07-16" ? 1 : 0);

function studyDay(d: LocalDate): LocalDate {
  return weekdayOf(d) > 5 ? plusDays(d, 8 - weekdayOf(d)) : d;
}

/** From the Saturday before the week of a day to its Sunday. */
function weekAround(d: LocalDate): Span {
  const monday = mondayOf(d);
  return { startsOn: plusDays(monday, -2), endsOn: plusDays(monday, 6) };
}

function winter(year: number): Span {
  const ninth = `${year + 1}-01-09` as LocalDate;
  return { startsOn: `${year}-12-31` as LocalDate, endsOn: plusDays(mondayOf(ninth), 6) };
}
