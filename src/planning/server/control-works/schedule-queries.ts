import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";

export type Period = { term: number; kind: string; startsOn: LocalDate; endsOn: LocalDate };
export type ScheduleFrame = {
  school: string;
  year: number;
  periods: Period[];
  days: LocalDate[];
  classes: { classId: number; name: string; gradeLevel: number }[];
  pages: { pageId: number; groupName: string; subject: string }[];
  isPublic: boolean;
};

/** What stands around the works of a year. $1 school, $2 the school's day, $3 the person, $4 pages of the whole school. */
const FRAME = statement<ScheduleFrame>(
  "planning.control_work_schedule",
  `with year as materialized (${yearBegunSql("$2::date + 62", "*")})
   select (select name from access.school where school_id = $1) as school, y.year,
     coalesce((select json_agg(t order by t.kind = 'half_year', t."startsOn") from (select distinct t.term, t.kind, t.starts_on as "startsOn", t.ends_on as "endsOn"
        from timetable.term t where t.school_id = $1 and t.year = y.year) t), '[]') as periods,
     coalesce((select json_agg(d.day order by d.day) from (select distinct l.day from timetable.lesson l where l.school_id = $1 and l.day between y.starts_on and y.ends_on) d), '[]') as days,
     coalesce((select json_agg(json_build_object('classId', c.class_id, 'name', c.name, 'gradeLevel', c.grade_level) order by c.grade_level, c.name collate public.ru)
        from people.school_class c where c.school_id = $1 and c.year = y.year), '[]') as classes,
     coalesce((select json_agg(json_build_object('pageId', p.page_id, 'groupName', g.name, 'subject', s.name)
          order by p.grade_level, g.name collate public.ru, s.name collate public.ru, p.page_id)
        from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
        where p.school_id = $1 and p.year = y.year and ($4 or exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $3
          and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)))), '[]') as pages,
     coalesce((select b.is_public from planning.control_work_publication b where b.school_id = $1 and b.year = y.year), false) as "isPublic"
   from year y`,
);

/** The school year of the day (from two months before it begins) with its terms, study days, classes, and the pages a person may plan for. */
export const scheduleFrame = (
  tx: Transaction,
  schoolId: number,
  today: LocalDate,
  personId: number,
  wholeSchool: boolean,
): Promise<ScheduleFrame | undefined> => tx.row(FRAME, [schoolId, today, personId, wholeSchool]);

const PUBLISH = statement(
  "planning.publish_control_works",
  `with put as (insert into planning.control_work_publication as p (school_id, set_by, year, is_public, set_at) values ($1, $2, $3, $4, $5)
     on conflict (school_id, year) do update set set_by = excluded.set_by, is_public = excluded.is_public, set_at = excluded.set_at where p.is_public <> excluded.is_public returning 1)
   select ledger.record($1, 0, $2, $5, $6, $7, $8, $9) from put`,
);

/** Opens or closes the year's schedule to families; what stands already is left. The last four values are of the ledger. */
export const storePublication = async (
  tx: Transaction,
  schoolId: number,
  by: number,
  year: number,
  isPublic: boolean,
  at: Date,
  told: readonly unknown[],
): Promise<void> => void (await tx.rows(PUBLISH, [schoolId, by, year, isPublic, at, ...told]));

const SCHOOL = statement<{ timezone: string }>("planning.school_of_schedule", "select timezone from access.school where school_id = $1");

/** The school's time zone; undefined when there is no such school. */
export const schoolOfSchedule = (tx: Transaction, schoolId: number): Promise<{ timezone: string } | undefined> => tx.row(SCHOOL, [schoolId]);
