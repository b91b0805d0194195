import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import type { Output } from "../../../foundation/route.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import type { groupRoute, groupsRoute } from "../../contract/groups/groups.ts";

type Line = Output<typeof groupsRoute>["groups"][number];

/** The line of a group, over `g` (group), `y` (year). $1 school, $2 the school's day. */
const LINE = `json_build_object('groupId', g.group_id, 'name', g.name, 'kind', (select p.kind from timetable.page p where p.school_id = $1 and p.group_id = g.group_id order by p.page_id limit 1),
  'pages', (select json_agg(json_build_object('pageId', p.page_id, 'kind', p.kind, 'subject', s.name, 'usesMarks', p.uses_marks,
      'leaders', coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load o
        join people.person f on f.school_id = $1 and f.person_id = o.teacher_id
        where o.school_id = $1 and o.page_id = p.page_id and (o.to_day is null or o.to_day >= $2)), '')) order by s.name collate public.ru)
    from timetable.page p join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id where p.school_id = $1 and p.group_id = g.group_id),
  'classes', coalesce((select string_agg(c.name, ', ' order by c.grade_level, c.letter collate public.ru) from people.stream_class t
    join people.school_class c on c.school_id = $1 and c.class_id = t.class_id where t.school_id = $1 and t.group_id = g.group_id), ''),
  'pupils', (select count(*) from people.member m where m.school_id = $1 and m.group_id = g.group_id and m.from_day <= $2 and (m.to_day is null or m.to_day >= $2)))`;
const MADE = `exists (select from timetable.page p where p.school_id = $1 and p.group_id = g.group_id and p.kind not in ('class', 'subgroup'))`;
const YEAR = `(${yearBegunSql("$2")})`;

/** $1 school, $2 the school's day. */
export const GROUPS = statement<{ found: Pick<Output<typeof groupsRoute>, "groups" | "staff" | "subjects"> }>(
  "planning.groups",
  `select json_build_object(
    'groups', (select coalesce(json_agg(${LINE} order by g.name collate public.ru), '[]') from people.study_group g where g.school_id = $1 and g.year = ${YEAR} and ${MADE}),
    'staff', (select coalesce(json_agg(json_build_object('personId', f.person_id, 'name', people.short_name(f.surname, f.given_name, f.patronymic))
        order by f.surname collate public.ru, f.given_name collate public.ru), '[]')
      from people.person f where f.school_id = $1 and f.person_id in (select s.person_id from people.staff s where s.school_id = $1 and s.from_day <= $2 and (s.to_day is null or s.to_day >= $2))),
    'subjects', (select coalesce(json_agg(s.name order by s.name collate public.ru), '[]') from timetable.subject s where s.school_id = $1)) as found`,
);

/** The class a pupil `u` is in on $2, or the school the pupil comes from. */
const CLASS_OF = `coalesce((select c.name from people.member k join people.school_class c on c.school_id = $1 and c.group_id = k.group_id
  where k.school_id = $1 and k.pupil_id = u.pupil_id and k.from_day <= $2 and (k.to_day is null or k.to_day >= $2) order by k.from_day desc limit 1), nullif(u.from_school, ''), '')`;
const NAME = `concat_ws(' ', f.surname, nullif(f.given_name, ''), nullif(f.patronymic, ''))`;

/** $1 school, $2 the school's day, $3 group. */
export const GROUP = statement<{ found: { group: Line; members: Output<typeof groupRoute>["members"]; others: Output<typeof groupRoute>["others"] } }>(
  "planning.group",
  `select json_build_object('group', ${LINE},
    'members', (select coalesce(json_agg(json_build_object('pupilId', m.pupil_id, 'name', ${NAME}, 'className', ${CLASS_OF}, 'from', m.from_day, 'order', m.order_ref,
        'to', m.to_day, 'leftOrder', m.left_order_ref) order by m.from_day, f.surname collate public.ru, f.given_name collate public.ru, m.pupil_id), '[]')
      from people.member m join people.person f on f.school_id = $1 and f.person_id = m.pupil_id join people.pupil u on u.school_id = $1 and u.pupil_id = m.pupil_id
      where m.school_id = $1 and m.group_id = g.group_id),
    'others', (select coalesce(json_agg(json_build_object('pupilId', u.pupil_id, 'name', ${NAME}, 'className', ${CLASS_OF})
        order by f.surname collate public.ru, f.given_name collate public.ru, u.pupil_id), '[]')
      from people.pupil u join people.person f on f.school_id = $1 and f.person_id = u.pupil_id
      where u.school_id = $1 and (u.left_on is null or u.left_on >= $2)
        and not exists (select from people.member m where m.school_id = $1 and m.group_id = g.group_id and m.pupil_id = u.pupil_id and (m.to_day is null or m.to_day >= $2)))) as found
  from people.study_group g where g.school_id = $1 and g.group_id = $3 and ${MADE}`,
);

export type YearFacts = { year: number; startsOn: LocalDate; endsOn: LocalDate; daysPerWeek: number };

/** What is asked before a group is made. $1 school, $2 the school's day, $3 leader, $4 name of the group, $5 its classes. */
export const BEFORE_MAKING = statement<YearFacts & { isStaff: boolean; taken: boolean; gradeLevel: number; hasRole: boolean }>(
  "planning.before_making_group",
  `select y.year, y.starts_on as "startsOn", y.ends_on as "endsOn", y.days_per_week as "daysPerWeek",
    exists (select from people.staff s where s.school_id = $1 and s.person_id = $3 and s.from_day <= $2 and (s.to_day is null or s.to_day >= $2)) as "isStaff",
    exists (select from people.study_group g where g.school_id = $1 and g.year = y.year and g.name = $4) as taken,
    exists (select from access.role_grant r where r.school_id = $1 and r.person_id = $3 and r.role = 'subject_teacher' and (r.to_day is null or r.to_day >= $2)) as "hasRole",
    coalesce((select min(c.grade_level) from people.school_class c where c.school_id = $1 and c.class_id = any($5::int[])),
      (select min(t.grade_level) from timetable.term t where t.school_id = $1 and t.year = y.year), 0) as "gradeLevel"
   from (${yearBegunSql("$2", "*")}) y`,
);

/** A group before something of it changes. $1 school, $2 group. */
export const STANDING_GROUP = statement<YearFacts & { kind: JournalKind; name: string; gradeLevel: number; pageIds: number[] }>(
  "planning.standing_group",
  `select y.year, y.starts_on as "startsOn", y.ends_on as "endsOn", y.days_per_week as "daysPerWeek", g.name, min(p.kind) as kind, min(p.grade_level) as "gradeLevel",
     array_agg(p.page_id order by p.page_id) as "pageIds"
   from people.study_group g join timetable.school_year y on y.school_id = $1 and y.year = g.year
   join timetable.page p on p.school_id = $1 and p.group_id = g.group_id and p.kind not in ('class', 'subgroup')
   where g.school_id = $1 and g.group_id = $2 group by y.year, y.starts_on, y.ends_on, y.days_per_week, g.name`,
);

/** Which of the pupils are the school's, each with the class of the day. $1 school, $2 pupils, $3 the day. */
export const PUPILS_TO_ENROL = statement<{ pupilId: number; classId: number | null }>(
  "planning.pupils_to_enrol",
  `select u.pupil_id as "pupilId", (select c.class_id from people.member k join people.school_class c on c.school_id = $1 and c.group_id = k.group_id
     where k.school_id = $1 and k.pupil_id = u.pupil_id and k.from_day <= $3 and (k.to_day is null or k.to_day >= $3) order by k.from_day desc limit 1) as "classId"
   from people.pupil u where u.school_id = $1 and u.pupil_id = any($2::int[])`,
);

/** The last membership of a pupil in a group. $1 school, $2 group, $3 pupil. */
export const MEMBERSHIP = statement<{ from: LocalDate; to: LocalDate | null; leftOrder: string }>(
  "planning.membership",
  `select from_day as "from", to_day as "to", left_order_ref as "leftOrder" from people.member where school_id = $1 and group_id = $2 and pupil_id = $3 order by from_day desc limit 1`,
);
