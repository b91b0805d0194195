import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { About } from "./duty-kind.ts";
import type { DutyCode } from "./duty-kinds.ts";
import { NOTHING_TOLD } from "./fact.ts";
import type { Fact, Told } from "./fact.ts";
import { daysOf, halvesOf, monthsOf, termsOf, weeksOf, wholeYear } from "./spans.ts";
import type { Span, Year } from "./spans.ts";

/** A class, a teacher or the school (`id` 0) with whose it is. */
export type Unit = { id: number; own: readonly number[]; gradeLevel: number | null; told: Partial<Told> };
/** What the tables show as done, and what is still missing, of a kind about a unit in a span that begins on a day. */
export type Evidence = (about: About, unit: Unit, span: Span) => { stands: readonly DutyCode[]; left?: Told["left"] };

const SPANS: Partial<Record<About, (year: Year, unit: Unit, until: LocalDate) => Span[]>> = {
  teacher_period: (year, unit) => termsOf(year, unit.gradeLevel),
  class_year: (year) => [wholeYear(year)],
  class_month: monthsIn,
  class_week: (year, _, until) => weeksOf(year, until),
  class_period: (year, unit) => termsOf(year, unit.gradeLevel),
  department_month: monthsIn,
  school_year: (year) => [wholeYear(year)],
  school_half_year: (year) => halvesOf(year),
  school_period: (year) => termsOf(year, null),
  school_month: monthsIn,
  school_week: (year, _, until) => weeksOf(year, until),
  school_day: (year, _, until) => daysOf(year, until),
};

function monthsIn(year: Year, _: Unit, until: LocalDate): Span[] {
  return monthsOf(year, until);
}

/**
 * The facts that the calendar makes of a unit: its months, weeks, days and terms up to a day.
 *
 * A term is named by its first day, the whole year among the terms by its last: the first term begins with the year.
 */
export function calendarFacts(about: About, year: Year, unit: Unit, until: LocalDate, evidence?: Evidence): Fact[] {
  const spans = SPANS[about]?.(year, unit, until) ?? [];
  return spans.map((span) => {
    const { stands, left = [] } = evidence?.(about, unit, span) ?? { stands: [] };
    const isTerm = ["quarter", "half_year", "trimester"].includes(span.kind);
    const ofYear = span.kind === "year" && about.endsWith("_period");
    return {
      about,
      aboutId: unit.id,
      own: unit.own,
      place: { grade: unit.gradeLevel },
      day: ofYear ? span.endsOn : span.startsOn,
      year: { startsOn: year.startsOn, endsOn: year.endsOn },
      term: isTerm || ofYear ? { startsOn: span.startsOn, endsOn: span.endsOn } : null,
      stands,
      told: { ...NOTHING_TOLD, ...unit.told, span, left },
    };
  });
}

/** From which day the next time is counted: the last one, or the first day of the year. */
export function turnFact(year: Year, unit: Unit, lastOn: LocalDate | null): Fact {
  const day = lastOn ?? year.startsOn;
  return {
    about: "class_turn",
    aboutId: unit.id,
    own: unit.own,
    place: { grade: unit.gradeLevel },
    day,
    stands: [],
    told: { ...NOTHING_TOLD, ...unit.told, span: { kind: "day", no: 0, startsOn: day, endsOn: day } },
  };
}

/** How long ahead of the first day of a span its duties may be due: a month's plan is due before the month. */
export const untilOf = (today: LocalDate): LocalDate => plusDays(today, 31);
