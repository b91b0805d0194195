import { statement } from "../../../foundation/database.ts";

type RoleRow = { role: string; people: number; accounts: number; seen: number; seenIn7: number; seenIn30: number; wrote: number };

/** Persons who wrote anything into the journal between two instants. */
const WROTE = (from: string, until: string) => `wrote as materialized (
    select a.actor as person_id, count(*)::int as n from ledger.audit a
    where a.school_id = $1 and a.at >= ${from} and a.at < ${until} and a.stream > 0
      and a.act in (select c.code_no from ledger.code c where c.code like 'journal.%' or c.code like 'attendance.%') group by 1
  )`;
const SEEN = `seen as materialized (
    select v.person_id, max(v.day) as last_on, count(*) filter (where v.day >= $2)::int as days from access.visit_day v
    where v.school_id = $1 and v.day between least($2::date, $3::date - 29) and $3::date group by 1
  )`;
const ACCOUNT = (person: string) => `exists (select from access.account_person a where a.school_id = $1 and a.person_id = ${person})`;

/** Roles of the last day. Parents and pupils hold theirs by who they are. $1 school, $2 from, $3 to, $4 and $5 the instants of the days' beginning and end. */
export const ROLE_ACTIVITY = statement<RoleRow>(
  "control.activity_of_roles",
  `with ${SEEN}, ${WROTE("$4", "$5")}, holder as materialized (
     select distinct r.role, r.person_id from access.role_grant r where r.school_id = $1 and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
     union select 'pupil', u.pupil_id from people.pupil u where u.school_id = $1 and u.admitted_on <= $3 and (u.left_on is null or u.left_on >= $3)
     union select 'guardian', k.guardian_id from people.guardianship k join people.pupil u on u.school_id = $1 and u.pupil_id = k.pupil_id and (u.left_on is null or u.left_on >= $3)
       where k.school_id = $1 and k.from_day <= $3 and (k.to_day is null or k.to_day >= $3)
   )
   select h.role, count(*)::int as people, (count(*) filter (where ${ACCOUNT("h.person_id")}))::int as accounts,
     (count(*) filter (where s.days > 0))::int as seen, (count(*) filter (where s.last_on > $3::date - 7))::int as "seenIn7",
     (count(*) filter (where s.last_on > $3::date - 30))::int as "seenIn30", count(w.person_id)::int as wrote
   from holder h left join seen s on s.person_id = h.person_id left join wrote w on w.person_id = h.person_id group by 1 order by 2 desc, 1`,
);

/** Teachers with a load in the days, and who of them entered anything. Parameters as above. */
export const STAFF_PART = statement<{ teachers: number; entered: number }>(
  "control.participation_of_staff",
  `with ${WROTE("$4", "$5")}
   select count(*)::int as teachers, count(w.person_id)::int as entered
   from (select distinct o.teacher_id from planning.load o where o.school_id = $1 and o.from_day <= $3::date and (o.to_day is null or o.to_day >= $2::date)) t
   left join wrote w on w.person_id = t.teacher_id`,
);

/** Pupils of classes on the last day, who came, who has a parent that came. $1 school, $2 from, $3 to. */
export const CLASS_ACTIVITY = statement<{ classId: number; name: string; gradeLevel: number; pupils: number; seen: number; withParent: number }>(
  "control.activity_of_classes",
  `with ${SEEN}
   select c.class_id as "classId", c.name, c.grade_level as "gradeLevel", count(*)::int as pupils, (count(*) filter (where s.days > 0))::int as seen,
     (count(*) filter (where exists (select from people.guardianship k join seen p on p.person_id = k.guardian_id and p.days > 0
       where k.school_id = $1 and k.pupil_id = m.pupil_id and k.from_day <= $3 and (k.to_day is null or k.to_day >= $3))))::int as "withParent"
   from people.school_class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)
   left join seen s on s.person_id = m.pupil_id where c.school_id = $1
   group by 1, 2, 3, c.letter order by c.grade_level, c.letter collate public.ru`,
);

type PersonRow = { personId: number; name: string; className: string | null; hasAccount: boolean; lastOn: string | null; days: number; entries: number };

/** People of a role, who did not come first. Parameters as `ROLE_ACTIVITY`, $6 the role. The last visit is looked for in the whole year before. */
export const ROLE_PEOPLE = statement<PersonRow>(
  "control.people_of_role",
  `with ${WROTE("$4", "$5")}, seen as materialized (
     select v.person_id, max(v.day) as last_on, count(*) filter (where v.day >= $2)::int as days from access.visit_day v
     where v.school_id = $1 and v.day between $3::date - 365 and $3::date group by 1
   ), holder as materialized (
     select distinct r.person_id from access.role_grant r where r.school_id = $1 and r.role = $6 and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
     union select u.pupil_id from people.pupil u where $6 = 'pupil' and u.school_id = $1 and u.admitted_on <= $3 and (u.left_on is null or u.left_on >= $3)
     union select k.guardian_id from people.guardianship k join people.pupil u on u.school_id = $1 and u.pupil_id = k.pupil_id and (u.left_on is null or u.left_on >= $3)
       where $6 = 'guardian' and k.school_id = $1 and k.from_day <= $3 and (k.to_day is null or k.to_day >= $3)
   )
   select h.person_id as "personId", concat_ws(' ', f.surname, nullif(f.given_name, ''), nullif(f.patronymic, '')) as name,
     (select string_agg(distinct c.name, ', ') from people.school_class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)
       where c.school_id = $1 and (m.pupil_id = h.person_id or m.pupil_id in (select k.pupil_id from people.guardianship k where k.school_id = $1 and k.guardian_id = h.person_id and (k.to_day is null or k.to_day >= $3)))) as "className",
     ${ACCOUNT("h.person_id")} as "hasAccount", s.last_on as "lastOn", coalesce(s.days, 0) as days, coalesce(w.n, 0) as entries
   from holder h join people.person f on f.school_id = $1 and f.person_id = h.person_id
   left join seen s on s.person_id = h.person_id left join wrote w on w.person_id = h.person_id
   order by coalesce(s.days, 0), s.last_on nulls first, f.surname collate public.ru, f.given_name collate public.ru, h.person_id`,
);

type AccessRow = {
  pageId: number;
  groupName: string;
  subject: string;
  personId: number;
  name: string;
  day: string;
  opened: number;
  lastOpenedAt: Date | null;
  changes: number;
  lastChangedAt: Date | null;
  count: number;
};

/** Openings and changes of pages by person and day, the latest first. Parameters as `ROLE_ACTIVITY`, $6 a page, $7 a person, null: all, $8 the school's time zone. */
export const PAGE_ACCESS = statement<AccessRow>(
  "control.page_access",
  `with opened as materialized (
     select v.page_id, v.person_id, v.day, v.times as opened, v.last_at from journal.page_visit v
     where v.school_id = $1 and v.day between $2::date and $3::date and ($6::int is null or v.page_id = $6) and ($7::int is null or v.person_id = $7)
   ), changed as materialized (
     select a.stream as page_id, a.actor as person_id, (a.at at time zone $8)::date as day, count(*)::int as changes, max(a.at) as last_at from ledger.audit a
     where a.school_id = $1 and a.stream = any (array(select p.page_id from timetable.page p where p.school_id = $1 and ($6::int is null or p.page_id = $6)))
       and a.at >= $4 and a.at < $5 and ($7::int is null or a.actor = $7) group by 1, 2, 3
   )
   select coalesce(o.page_id, c.page_id) as "pageId", g.name as "groupName", s.name as subject, f.person_id as "personId", coalesce(people.short_name(f.surname, f.given_name, f.patronymic), '') as name, coalesce(o.day, c.day) as day,
     coalesce(o.opened, 0) as opened, o.last_at as "lastOpenedAt", coalesce(c.changes, 0) as changes, c.last_at as "lastChangedAt", count(*) over ()::int as count
   from opened o full join changed c on c.page_id = o.page_id and c.person_id = o.person_id and c.day = o.day
   join timetable.page p on p.school_id = $1 and p.page_id = coalesce(o.page_id, c.page_id) join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   join people.person f on f.school_id = $1 and f.person_id = coalesce(o.person_id, c.person_id)
   order by greatest(o.last_at, c.last_at) desc, 1, 4 limit 500`,
);
