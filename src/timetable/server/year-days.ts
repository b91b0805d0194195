import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { Term } from "../rules/lesson-dates.ts";
import { studyDays } from "../rules/study-days.ts";
import type { SchoolYear, Span, SpecialDay, StudyDay } from "../rules/study-days.ts";

const YEAR = statement<{ year: SchoolYear; terms: (Term & { gradeLevel: number })[]; holidays: Span[]; special: SpecialDay[] }>(
  "timetable.year_for_planning",
  `select json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on, 'daysPerWeek', y.days_per_week) as year,
     (select coalesce(json_agg(json_build_object('gradeLevel', t.grade_level, 'term', t.term, 'startsOn', t.starts_on, 'endsOn', t.ends_on)), '[]')
       from timetable.term t where t.school_id = y.school_id and t.year = y.year) as terms,
     (select coalesce(json_agg(json_build_object('startsOn', h.starts_on, 'endsOn', h.ends_on)), '[]')
       from timetable.holidays h where h.school_id = y.school_id and h.year = y.year) as holidays,
     (select coalesce(json_agg(json_build_object('day', d.day, 'isStudy', d.is_study, 'asWeekday', d.as_weekday)), '[]')
       from timetable.calendar_day d where d.school_id = y.school_id and d.day between y.starts_on and y.ends_on) as special
   from timetable.school_year y where y.school_id = $1 and y.year = $2`,
);

/** A year to lay lessons over: its study days, those on which clubs meet too, and the terms of a grade. */
export type YearDays = { days: StudyDay[]; clubDays: StudyDay[]; termsOf: (gradeLevel: number) => Term[] };

/**
 * The study days and terms of a school year; undefined when the school has no such year.
 *
 * What is done after lessons may also meet on the free days of the week, not in holidays. A grade without terms of its own goes by the lowest one's.
 */
export async function yearDays(tx: Transaction, schoolId: number, year: number): Promise<YearDays | undefined> {
  const facts = await tx.row(YEAR, [schoolId, year]);
  if (!facts) return undefined;
  const { terms, holidays, special } = facts;
  const lowest = Math.min(...terms.map((t) => t.gradeLevel));
  const ofGrade = (gradeLevel: number) => terms.filter((t) => t.gradeLevel === gradeLevel);
  return {
    days: studyDays(facts.year, holidays, special),
    clubDays: studyDays({ ...facts.year, daysPerWeek: 7 }, holidays, special),
    termsOf: (gradeLevel) => {
      const own = ofGrade(gradeLevel);
      return own.length > 0 ? own : ofGrade(lowest);
    },
  };
}
