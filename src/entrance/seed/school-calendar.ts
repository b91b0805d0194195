import { daysBetween, mondayOf, plusDays, weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { NewYear } from "../../timetable/server/door.ts";
import { DAYS_OFF, HOLIDAYS, MOVED_WORKING_DAY, movedDayOff, SHORT_DAY } from "./school-words.ru.ts";

/** Study weeks of the four quarters and weeks of holidays after the first three. */
const QUARTERS = [8, 8, 11, 8] as const;
const BREAKS = [1, 2, 1] as const;
export const STUDY_WEEKS = 35;
/** The most study weeks that can lie behind today with today still inside a term. */
export const MOST_WEEKS = STUDY_WEEKS - 1;

/** Weeks of a year: from which Monday, and where each quarter lies counted from it. */
export type YearShape = { monday: LocalDate; quarters: readonly { from: number; weeks: number }[] };

/** The shape of a year that starts in the week of a Monday; `shift` moves the holidays by weeks. */
function shapeOf(monday: LocalDate, shift: number): YearShape {
  let from = 0;
  const quarters = QUARTERS.map((usual, i) => {
    const weeks = usual + (i === 0 ? shift : i === QUARTERS.length - 1 ? -shift : 0);
    const quarter = { from, weeks };
    from += weeks + (BREAKS[i] ?? 0);
    return quarter;
  });
  return { monday, quarters };
}

/** How many whole study weeks lie before the week of a day, or null when the day is in no quarter. */
export function studyWeeksBehind(shape: YearShape, today: LocalDate): number | null {
  const week = Math.floor(daysBetween(shape.monday, today) / 7);
  let behind = 0;
  for (const q of shape.quarters) {
    if (week < q.from) return null;
    if (week < q.from + q.weeks) return behind + week - q.from;
    behind += q.weeks;
  }
  return null;
}

/** The first day of a year of a shape: the first of September where it falls into the first week, else its Monday. */
function startOf({ monday }: YearShape): LocalDate {
  const september = `${plusDays(monday, 4).slice(0, 4)}-09-01` as LocalDate;
  return monday < september && september <= plusDays(monday, 4) ? september : monday;
}

/**
 * The shape nearest to a usual year, from the first of September, in which today is a day of a term
 * with at least so many study weeks behind it: first the holidays move, then the whole year.
 */
export function shapeAround(today: LocalDate, weeksBehind: number): YearShape {
  const september = mondayOf(`${Number(today.slice(0, 4)) - (today.slice(5) < "07-16" ? 1 : 0)}-09-01` as LocalDate);
  const tries = Array.from({ length: 105 }, (_, i) => i - 52).flatMap((weeks) => [0, 1, -1, 2, -2].map((shift) => ({ weeks, shift })));
  tries.sort((a, b) => Math.abs(a.weeks) * 3 + Math.abs(a.shift) - (Math.abs(b.weeks) * 3 + Math.abs(b.shift)));
  for (const { weeks, shift } of tries) {
    const shape = shapeOf(plusDays(september, weeks * 7), shift);
    const behind = studyWeeksBehind(shape, today);
    // a first week that begins on the first of September is no whole week
    if (behind !== null && behind - (startOf(shape) > shape.monday ? 1 : 0) >= weeksBehind) return shape;
  }
  throw new RangeError(`no year holds ${weeksBehind} study weeks before ${today}`);
}

export type Calendar = Omit<NewYear, "calendarDays"> & {
  calendarDays: { day: LocalDate; isStudy: boolean; asWeekday: number | null; short: boolean; name: string }[];
};

/** The calendar of a made school: terms by grade, holidays, days off, a working Saturday and a day of short bells. */
export function calendarAround(today: LocalDate, weeksBehind: number, country: string): Calendar {
  const shape = shapeAround(today, weeksBehind);
  const at = (week: number, day = 0) => plusDays(shape.monday, week * 7 + day);
  const startsOn = startOf(shape);
  const spans = shape.quarters.map((q, i) => ({ term: i + 1, startsOn: i === 0 ? startsOn : at(q.from), endsOn: at(q.from + q.weeks, -1) }));
  const [q1, q2, q3, q4] = spans as [(typeof spans)[0], (typeof spans)[0], (typeof spans)[0], (typeof spans)[0]];
  const holidays = [q1, q2, q3].map((q, i) => ({ startsOn: plusDays(q.endsOn, 1), endsOn: plusDays(spans[i + 1]!.startsOn, -1), name: HOLIDAYS[i]! }));

  const thisWeek = mondayOf(today);
  const isFree = (d: LocalDate) => mondayOf(d) !== thisWeek && spans.some((q) => q.startsOn <= d && d <= q.endsOn);
  const days: Calendar["calendarDays"] = [];
  for (let d = startsOn; d <= q4.endsOn; d = plusDays(d, 1)) {
    const name = DAYS_OFF[country]?.[d.slice(5)];
    if (name !== undefined && weekdayOf(d) <= 5 && isFree(d)) days.push({ day: d, isStudy: false, asWeekday: null, short: false, name });
  }
  const saturday = plusDays(thisWeek, -16); // the Saturday three weeks ago follows the Friday after it
  const friday = plusDays(saturday, 6);
  if (isFree(saturday) && isFree(friday) && !days.some((x) => x.day === friday)) {
    days.push({ day: saturday, isStudy: true, asWeekday: 5, short: false, name: MOVED_WORKING_DAY });
    days.push({ day: friday, isStudy: false, asWeekday: null, short: false, name: movedDayOff(saturday) });
  }
  const council = plusDays(thisWeek, -5);
  if (isFree(council) && !days.some((x) => x.day === council)) days.push({ day: council, isStudy: true, asWeekday: null, short: true, name: SHORT_DAY });

  const halves = [
    { term: 1, startsOn: q1.startsOn, endsOn: q2.endsOn },
    { term: 2, startsOn: q3.startsOn, endsOn: q4.endsOn },
  ];
  return {
    year: Number(startsOn.slice(0, 4)),
    startsOn,
    endsOn: q4.endsOn,
    daysPerWeek: 5,
    terms: [
      ...spans.map((s) => ({ ...s, kind: "quarter" as const, gradeLevels: [1, 2, 3, 4, 5, 6, 7, 8, 9] })),
      ...halves.map((s) => ({ ...s, kind: "half_year" as const, gradeLevels: [10, 11] })),
    ],
    holidays,
    calendarDays: days,
  };
}
