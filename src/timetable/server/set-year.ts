import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

export type TermKind = "quarter" | "half_year" | "trimester";
/** A school year as its order sets it. `year` is the calendar year in which it starts. */
export type NewYear = {
  year: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  daysPerWeek: number;
  terms: readonly { gradeLevels: readonly number[]; term: number; kind: TermKind; startsOn: LocalDate; endsOn: LocalDate }[];
  holidays: readonly { startsOn: LocalDate; endsOn: LocalDate; name: string }[];
  /** Days that differ from the usual week: off, working by another weekday, by other bells. */
  calendarDays: readonly { day: LocalDate; isStudy: boolean; asWeekday?: number | null; bellScheduleId?: number | null; name?: string }[];
};

const SET_YEAR = statement(
  "timetable.set_year",
  `insert into timetable.school_year (school_id, year, starts_on, ends_on, days_per_week) values ($1, $2, $3, $4, $5)
   on conflict (school_id, year) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, days_per_week = excluded.days_per_week`,
);
const CLEAR_TERMS = statement("timetable.clear_terms", "delete from timetable.term where school_id = $1 and year = $2");
const CLEAR_HOLIDAYS = statement("timetable.clear_holidays", "delete from timetable.holidays where school_id = $1 and year = $2");
const CLEAR_DAYS = statement("timetable.clear_calendar_days", "delete from timetable.calendar_day where school_id = $1 and day between $2::date and $3::date");
const ADD_TERMS = statement(
  "timetable.add_terms",
  `insert into timetable.term (school_id, year, grade_level, term, starts_on, ends_on, kind)
   select $1, $2, r."gradeLevel", r.term, r."startsOn", r."endsOn", r.kind
   from json_to_recordset($3::json) as r("gradeLevel" smallint, term smallint, "startsOn" date, "endsOn" date, kind text)`,
);
const ADD_HOLIDAYS = statement(
  "timetable.add_holidays",
  `insert into timetable.holidays (school_id, year, starts_on, ends_on, name)
   select $1, $2, r."startsOn", r."endsOn", r.name from json_to_recordset($3::json) as r("startsOn" date, "endsOn" date, name text)`,
);
const ADD_DAYS = statement(
  "timetable.add_calendar_days",
  `insert into timetable.calendar_day (school_id, day, bell_schedule_id, as_weekday, is_study, name)
   select $1, r.day, r."bellScheduleId", r."asWeekday", r."isStudy", coalesce(r.name, '')
   from json_to_recordset($2::json) as r(day date, "bellScheduleId" int, "asWeekday" smallint, "isStudy" boolean, name text)`,
);

/** Sets a school year whole: its days, terms by grade, holidays and special days replace what stood. */
export async function setYear(tx: Transaction, schoolId: number, y: NewYear): Promise<void> {
  await tx.rows(SET_YEAR, [schoolId, y.year, y.startsOn, y.endsOn, y.daysPerWeek]);
  await tx.rows(CLEAR_TERMS, [schoolId, y.year]);
  await tx.rows(CLEAR_HOLIDAYS, [schoolId, y.year]);
  await tx.rows(CLEAR_DAYS, [schoolId, y.startsOn, y.endsOn]);
  await tx.rows(ADD_TERMS, [schoolId, y.year, JSON.stringify(y.terms.flatMap((t) => t.gradeLevels.map((gradeLevel) => ({ ...t, gradeLevel }))))]);
  await tx.rows(ADD_HOLIDAYS, [schoolId, y.year, JSON.stringify(y.holidays)]);
  await tx.rows(ADD_DAYS, [schoolId, JSON.stringify(y.calendarDays)]);
}
