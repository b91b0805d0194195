import type { Role } from "../../../access/rules/roles.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import type { Year } from "../../rules/duties/spans.ts";

/** How far ahead a coming year is looked for, days: what is prepared in summer. */
const COMING = 62;

export type FramedDepartment = { departmentId: number; name: string; own: number[] };
export type FramedClass = { classId: number; year: number; gradeLevel: number; name: string; own: number[] };
type Holder = { personId: number; role: Role };
/** What duties are made from: the year that began last and the one to come, classes with who leads them, who holds the roles of the school, who teaches. */
export type Frame = { years: Year[]; classes: FramedClass[]; holders: Holder[]; teachers: number[]; departments: FramedDepartment[] };

/** $1 school, $2 today, $3 the person for whom classes are looked for, null: all; $4 whether the roles of the school are asked for then too. */
const FRAME = statement<{ frame: Frame }>(
  "control.duty_frame",
  `with years as materialized (
     select y.* from timetable.school_year y where y.school_id = $1 and (y.year = (${yearBegunSql("$2::date")}) or y.starts_on between $2::date + 1 and $2::date + ${COMING})
   )
   select json_build_object(
     'years', (select coalesce(json_agg(json_build_object('year', y.year, 'startsOn', y.starts_on, 'endsOn', y.ends_on, 'daysPerWeek', y.days_per_week,
         'terms', (select coalesce(json_agg(json_build_object('gradeLevel', t.grade_level, 'term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on)), '[]')
           from timetable.term t where t.school_id = $1 and t.year = y.year),
         'special', (select coalesce(json_agg(json_build_object('day', d.day, 'isStudy', d.is_study)), '[]')
           from timetable.calendar_day d where d.school_id = $1 and d.day between y.starts_on - ${COMING} and y.ends_on + ${COMING})) order by y.year), '[]') from years y),
     'classes', (select coalesce(json_agg(json_build_object('classId', c.class_id, 'year', c.year, 'gradeLevel', c.grade_level, 'name', c.name, 'own', h.own)
         order by c.grade_level, c.letter collate public.ru), '[]')
       from years y join people.school_class c on c.school_id = $1 and c.year = y.year
       cross join lateral (select coalesce(json_agg(o.teacher_id order by o.from_day desc), '[]') as own from people.homeroom o
         where o.school_id = $1 and o.class_id = c.class_id and o.from_day <= greatest($2::date, y.starts_on) and (o.to_day is null or o.to_day >= $2::date)
           and ($3::int is null or o.teacher_id = $3)) h
       where $3::int is null or json_array_length(h.own) > 0),
     'departments', (select coalesce(json_agg(json_build_object('departmentId', d.department_id, 'name', d.name, 'own', h.own) order by d.name collate public.ru), '[]')
       from people.department d cross join lateral (select coalesce(json_agg(m.person_id order by m.from_day, m.person_id), '[]') as own from people.department_member m
         where m.school_id = $1 and m.department_id = d.department_id and m.is_head and m.from_day <= $2::date and (m.to_day is null or m.to_day >= $2::date)
           and ($3::int is null or m.person_id = $3)) h
       where d.school_id = $1 and ($3::int is null or json_array_length(h.own) > 0)),
     'teachers', (select coalesce(json_agg(distinct d.teacher_id), '[]') from planning.load d join timetable.page p on p.school_id = $1 and p.page_id = d.page_id
       where d.school_id = $1 and p.year in (select y.year from years y) and ($3::int is null or d.teacher_id = $3) and (d.to_day is null or d.to_day >= $2::date)),
     'holders', (select coalesce(json_agg(json_build_object('personId', r.person_id, 'role', r.role) order by r.from_day, r.person_id), '[]') from access.role_grant r
       where r.school_id = $1 and ($3::int is null or $4::boolean) and r.role <> all (array['pupil', 'guardian', 'subject_teacher', 'homeroom_teacher'])
         and r.from_day <= $2::date and (r.to_day is null or r.to_day >= $2::date))) as frame`,
);

/** The frame of one person's duties, or of the whole school's. */
export async function readFrame(tx: Transaction, schoolId: number, today: LocalDate, personId: number | null, withHolders: boolean): Promise<Frame> {
  return (await tx.row(FRAME, [schoolId, today, personId, withHolders]))!.frame;
}
