import { statement } from "../../../foundation/database.ts";
import type { Output } from "../../../foundation/route.ts";
import { apartDaysSql, apartFromSql } from "../apart.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import type { alarmsRoute, schoolWeekRoute } from "../../contract/school-attendance.ts";

/** The held lessons of the school with their groups, and how many of them a pupil is taught apart from. $1 school, $2 from, $3 to (not past the school's day). */
const HELD = `held as materialized (
    select l.page_id, l.lesson_id, l.day, p.group_id, p.kind as page_kind, p.subject_id from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id and timetable.is_lesson(p.kind)
    where l.school_id = $1 and l.day between $2::date and $3::date and l.state = 0
  ), ${apartDaysSql("select pupil_id from people.pupil where school_id = $1")}, gone as materialized (
    select a.pupil_id, h.day, a.kind, a.reason, coalesce(r.excused, a.kind = 2) as excused, a.reason is null and a.kind = 1 as unexplained
    from held h join attendance.absence a on a.school_id = $1 and a.page_id = h.page_id and a.lesson_id = h.lesson_id and a.kind > 0
    left join attendance.reason r on r.school_id = $1 and r.reason = a.reason where not ${apartFromSql("h", "a.pupil_id")}
  ), counts as materialized (select group_id, day, count(*) as lessons from held group by group_id, day),
  not_taught as materialized (
    select m.pupil_id, h.day, count(*) as lessons from people.member m join held h on h.group_id = m.group_id and h.day >= m.from_day and (m.to_day is null or h.day <= m.to_day)
    where m.school_id = $1 and m.pupil_id in (select pupil_id from apart) and ${apartFromSql("h", "m.pupil_id")} group by m.pupil_id, h.day
  ), mates as materialized (
    select c.class_id, m.pupil_id, greatest(m.from_day, $2::date) as from_day, least(coalesce(m.to_day, $3::date), $3::date) as to_day
    from people.school_class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= $3::date and (m.to_day is null or m.to_day >= $2::date)
    where c.school_id = $1 and c.year = (${yearBegunSql("$3::date")})
  )`;

/** The classes compared over days. $1 school, $2 from, $3 to. */
export const CLASSES_OVER_DAYS = statement<{ classes: Output<typeof schoolWeekRoute>["classes"] }>(
  "attendance.classes_over_days",
  `with ${HELD}, taught as (
    select e.class_id, sum(e.lessons)::int as lessons from (
      select k.class_id, n.lessons from mates k join people.member m on m.school_id = $1 and m.pupil_id = k.pupil_id
      join counts n on n.group_id = m.group_id and n.day between m.from_day and coalesce(m.to_day, $3::date) and n.day between k.from_day and k.to_day
      union all select k.class_id, -n.lessons from mates k join not_taught n on n.pupil_id = k.pupil_id and n.day between k.from_day and k.to_day
    ) e group by e.class_id
  ), lost as (
    select k.class_id, count(*) filter (where g.kind in (1, 2))::int as missed, count(*) filter (where g.kind in (1, 2) and g.excused)::int as excused,
      count(*) filter (where g.kind in (1, 2) and not g.excused and not g.unexplained)::int as unexcused, count(*) filter (where g.unexplained)::int as unexplained,
      count(*) filter (where g.kind = 3)::int as late
    from mates k join gone g on g.pupil_id = k.pupil_id and g.day between k.from_day and k.to_day group by k.class_id
  )
  select coalesce(json_agg(json_build_object('classId', c.class_id, 'name', c.name,
      'homeroom', coalesce((select string_agg(people.short_name(f.surname, f.given_name, f.patronymic), ', ') from people.homeroom h join people.person f on f.school_id = $1 and f.person_id = h.teacher_id
        where h.school_id = $1 and h.class_id = c.class_id and h.from_day <= $3::date and (h.to_day is null or h.to_day >= $3::date)), ''),
      'pupils', (select count(distinct pupil_id) from mates k where k.class_id = c.class_id), 'lessons', coalesce(t.lessons, 0), 'missed', coalesce(l.missed, 0), 'excused', coalesce(l.excused, 0),
      'unexcused', coalesce(l.unexcused, 0), 'unexplained', coalesce(l.unexplained, 0), 'late', coalesce(l.late, 0)) order by c.grade_level, c.letter collate public.ru), '[]') as classes
  from people.school_class c left join taught t on t.class_id = c.class_id left join lost l on l.class_id = c.class_id
  where c.school_id = $1 and c.class_id in (select class_id from mates)`,
);

type Pupil = Omit<Output<typeof alarmsRoute>["pupils"][number], "percent">;

/** Who missed anything over days, with the pupil's own lessons of these days. $1 school, $2 from, $3 to. */
export const PUPILS_WHO_MISSED = statement<Pupil>(
  "attendance.pupils_who_missed",
  `with ${HELD}, lost as (
    select pupil_id, count(*)::int as missed, count(*) filter (where not excused and not unexplained)::int as unexcused from gone where kind in (1, 2) group by pupil_id
  )
  select o.pupil_id as "pupilId", concat_ws(' ', f.surname, nullif(f.given_name, '')) as name, c.name as "className", c.class_id as "classId", o.missed, o.unexcused,
    (select coalesce(sum(n.lessons), 0)::int from people.member m join counts n on n.group_id = m.group_id and n.day between m.from_day and coalesce(m.to_day, $3::date)
      where m.school_id = $1 and m.pupil_id = o.pupil_id) - (select coalesce(sum(n.lessons), 0)::int from not_taught n where n.pupil_id = o.pupil_id) as lessons
  from lost o join people.person f on f.school_id = $1 and f.person_id = o.pupil_id
  join lateral (select k.class_id from mates k where k.pupil_id = o.pupil_id order by k.to_day desc limit 1) k on true
  join people.school_class c on c.school_id = $1 and c.class_id = k.class_id`,
);
