import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { SetupItem } from "../../../regulation/rules/register/shapes.ts";

/** The year that is set up: the last that begins within two months. */
export const YEAR_TO_SET_UP = statement<{ year: number; startsOn: LocalDate; endsOn: LocalDate }>(
  "control.year_to_set_up",
  `select year, starts_on as "startsOn", ends_on as "endsOn" from timetable.school_year where school_id = $1 and starts_on <= $2::date + 62 order by starts_on desc limit 1`,
);

/** `lacking`: the first of what is not ready, with the person whose class or page it is; a name of null is the item itself. */
export type ItemRow = { item: SetupItem; of: number; lacking: number; first: { name: string | null; personId: number | null }[] };

/** How many of what is not ready are named. */
const NAMED = 30;

/**
 * What stands of every item. $1 school, $2 the year, $3 the day that holds: today, or the first of a year to come; $4 accounts that a pupil's parents have at least.
 * Codes of invitation are not kept yet, so they are never among the rows.
 */
export const READINESS = statement<ItemRow>(
  "control.readiness",
  `with class as materialized (
     select c.class_id, c.group_id, c.grade_level, c.name, (select o.teacher_id from people.homeroom o where o.school_id = $1 and o.class_id = c.class_id
         and o.from_day <= $3::date and (o.to_day is null or o.to_day >= $3::date) order by o.from_day desc limit 1) as leader
     from people.school_class c where c.school_id = $1 and c.year = $2
   ), page as materialized (
     select p.page_id, p.kind, g.name || ', ' || s.name as name, (select o.teacher_id from planning.load o where o.school_id = $1 and o.page_id = p.page_id
         and (o.to_day is null or o.to_day >= $3::date) order by o.from_day limit 1) as teacher
     from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
     where p.school_id = $1 and p.year = $2
   ), pupil as materialized (
     select m.pupil_id, n.surname || ' ' || n.given_name || ', ' || c.name as name, c.leader,
       (select count(distinct u.guardian_id) from people.guardianship u join access.account_person a on a.school_id = $1 and a.person_id = u.guardian_id
         where u.school_id = $1 and u.pupil_id = m.pupil_id and u.from_day <= $3::date and (u.to_day is null or u.to_day >= $3::date)) as accounts,
       n.birth_on is not null and exists (select from people.guardianship u where u.school_id = $1 and u.pupil_id = m.pupil_id) as known
     from class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= $3::date and (m.to_day is null or m.to_day >= $3::date)
     join people.person n on n.school_id = $1 and n.person_id = m.pupil_id
   ), thing (item, ok, name, person) as (
     select 'year_calendar', exists (select from timetable.holidays h where h.school_id = $1 and h.year = $2), null::text, null::int
     union all select 'periods', exists (select from timetable.term t where t.school_id = $1 and t.year = $2 and t.grade_level = c.grade_level), c.name, null from class c
     union all select 'bells', exists (select from timetable.bell_slot b join timetable.bell_schedule d on d.school_id = $1 and d.bell_schedule_id = b.bell_schedule_id and d.is_usual
       where b.school_id = $1), null, null
     union all select 'classes', exists (select from people.member m where m.school_id = $1 and m.group_id = c.group_id and (m.to_day is null or m.to_day >= $3::date)), c.name, null from class c
     union all select 'homeroom_teachers', c.leader is not null, c.name, null from class c
     union all select 'group_splits', exists (select from people.member m where m.school_id = $1 and m.group_id = g.group_id and (m.to_day is null or m.to_day >= $3::date)), g.name, null
       from people.study_group g where g.school_id = $1 and g.year = $2 and g.kind = 'subgroup'
     union all select 'subjects', exists (select from timetable.subject s where s.school_id = $1), null, null
     union all select 'teaching_load', p.teacher is not null, p.name, null from page p
     union all select 'timetable', exists (select from timetable.lesson l where l.school_id = $1 and l.page_id = p.page_id), p.name, p.teacher from page p where p.kind <> 'family_education'
     union all select 'programmes', exists (select from planning.page_programme r where r.school_id = $1 and r.page_id = p.page_id and r.programme <> ''), p.name, p.teacher from page p
     union all select 'lesson_plans', exists (select from planning.lesson_plan r where r.school_id = $1 and r.page_id = p.page_id), p.name, p.teacher from page p
     union all select 'control_schedule', exists (select from planning.control_work w where w.school_id = $1 and w.page_id = p.page_id and not w.is_removed), p.name, p.teacher
       from page p where p.kind in ('class', 'subgroup')
     union all select 'staff_accounts', exists (select from access.account_person a where a.school_id = $1 and a.person_id = s.person_id),
       people.short_name(n.surname, n.given_name, n.patronymic), null from people.staff s join people.person n on n.school_id = $1 and n.person_id = s.person_id
       where s.school_id = $1 and s.from_day <= $3::date and (s.to_day is null or s.to_day >= $3::date)
     union all select 'parent_accounts', u.accounts >= $4, u.name, u.leader from pupil u
     union all select 'pupil_data', u.known, u.name, u.leader from pupil u
   )
   select item, count(*)::int as of, (count(*) filter (where not ok))::int as lacking,
     coalesce((array_agg(json_build_object('name', name, 'personId', person) order by name) filter (where not ok))[1:${NAMED}], '{}') as first
   from thing group by item`,
);

/** Who holds a role of the whole school. $1 school, $2 the day. */
export const ROLE_HOLDERS = statement<{ role: string; personId: number }>(
  "control.role_holders",
  `select distinct role, person_id as "personId" from access.role_grant where school_id = $1 and from_day <= $2::date and (to_day is null or to_day >= $2::date)
     and role <> all (array['pupil', 'guardian', 'subject_teacher', 'homeroom_teacher'])`,
);
