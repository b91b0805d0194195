import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { SpecialDay } from "../rules/study-days.ts";
import { workingDays } from "../rules/working-days.ts";

/** $1 school, $2 the day; the days named in the calendar of a year before and after it are few. */
const CALENDAR = statement<{ daysPerWeek: number; special: SpecialDay[] }>(
  "timetable.working_days",
  `select coalesce((select y.days_per_week from timetable.school_year y where y.school_id = $1 and y.starts_on <= $2 order by y.starts_on desc limit 1), 5)::int as "daysPerWeek",
     (select coalesce(json_agg(json_build_object('day', d.day, 'isStudy', d.is_study, 'asWeekday', d.as_weekday)), '[]')
       from timetable.calendar_day d where d.school_id = $1 and d.day between $2::date - 400 and $2::date + 400) as special`,
);

/** Which days about a day are working days of the school's staff. */
export async function workingDaysAbout(tx: Transaction, schoolId: number, day: LocalDate): Promise<(day: LocalDate) => boolean> {
  const { daysPerWeek, special } = (await tx.row(CALENDAR, [schoolId, day]))!;
  return workingDays(daysPerWeek, special);
}
