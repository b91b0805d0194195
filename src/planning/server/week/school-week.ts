import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { schoolWeekRoute } from "../../../timetable/contract/school-week.ts";
import { TIMETABLE_ACTS } from "../../../timetable/rules/acts.ts";
import { SHARED_GROUPS_SQL, YEAR_OF_DAY_SQL } from "../../../timetable/server/door.ts";

/** Whether one of the roles edits the timetable today, for what is read: the verbs ask again. */
const EDITS = `coalesce(regulation.norm_on($1, 'timetable.editor', $3) ?| $4::text[], false)`;

/**
 * The school's week on a day as one JSON text: a school of 35 classes is some five hundred pages and a thousand lessons.
 * $1 school, $2 day, $3 the school's day, $4 roles of the person.
 */
const SCHOOL_WEEK = statement<{ week: string }>(
  "planning.school_week",
  `with year as materialized (${YEAR_OF_DAY_SQL}),
  edits as materialized (select ${EDITS} as may),
  pages as materialized (
    select p.page_id, p.group_id, g.class_id, g.name, p.subject_id, s.name as subject, s.long_homework, p.shift, p.kind, p.grade_level from timetable.page p
    join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
    where p.school_id = $1 and p.year = (select year from year)
  ), rows as materialized (
    select w.* from timetable.weekly_lesson w join pages p on p.page_id = w.page_id where w.school_id = $1
  ), standing as (
    select w.page_id, json_agg(json_build_object('teacherId', w.teacher_id, 'roomId', w.room_id, 'weekday', w.weekday, 'slot', w.slot, 'parity', w.parity)
      order by w.weekday, w.slot, w.teacher_id, w.parity) as lessons
    from rows w where w.from_day <= $2::date and (w.to_day is null or w.to_day >= $2::date) group by w.page_id
  ), later as (select page_id, min(from_day) as day from rows where from_day > $2::date group by page_id),
  loads as (
    select o.page_id, json_agg(json_build_object('teacherId', o.teacher_id, 'weeklyHours', o.weekly_hours) order by o.teacher_id) as load
    from planning.load o where o.school_id = $1 and o.from_day <= greatest($2::date, $3::date) and (o.to_day is null or o.to_day >= $2::date) group by o.page_id
  ), streams as (select group_id, json_agg(class_id order by class_id) as classes from people.stream_class where school_id = $1 group by group_id),
  shared as (select * from (${SHARED_GROUPS_SQL}) s where (select may from edits))
  select json_build_object('day', $2::date, 'today', $3::date,
    'year', (select json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on, 'daysPerWeek', y.days_per_week) from year y),
    'mayEdit', (select may from edits),
    'versions', (select coalesce(json_agg(day order by day), '[]') from (select distinct from_day as day from rows) v),
    'classes', (select coalesce(json_agg(json_build_object('classId', c.class_id, 'groupId', c.group_id, 'name', c.name, 'gradeLevel', c.grade_level, 'shift', c.shift)
        order by c.grade_level, c.name collate public.ru), '[]') from people.school_class c where c.school_id = $1 and c.year = (select year from year)),
    'teachers', (select coalesce(json_agg(json_build_object('personId', n.person_id, 'name', people.short_name(n.surname, n.given_name, n.patronymic))
        order by n.surname collate public.ru, n.given_name collate public.ru, n.person_id), '[]') from people.person n where n.school_id = $1
        and n.person_id in (select teacher_id from rows union select o.teacher_id from planning.load o join pages p on p.page_id = o.page_id where o.school_id = $1)),
    'rooms', (select coalesce(json_agg(json_build_object('roomId', room_id, 'name', name) order by name collate public.ru), '[]') from timetable.room where school_id = $1),
    'bells', (select coalesce(json_agg(json_build_object('shift', b.shift, 'slot', b.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'))
        order by b.shift, b.slot), '[]') from timetable.bell_slot b
        where b.school_id = $1 and b.bell_schedule_id = (select bell_schedule_id from timetable.bell_schedule where school_id = $1 and is_usual order by 1 limit 1)),
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'groupId', p.group_id, 'group', p.name, 'subjectId', p.subject_id, 'subject', p.subject,
        'shift', p.shift, 'gradeLevel', p.grade_level, 'kind', p.kind, 'longHomework', p.long_homework,
        'classIds', case when p.class_id is not null then json_build_array(p.class_id) else coalesce(m.classes, '[]') end,
        'load', coalesce(o.load, '[]'), 'nextFrom', n.day, 'lessons', coalesce(t.lessons, '[]')) order by p.grade_level, p.name collate public.ru, p.subject collate public.ru), '[]')
      from pages p left join standing t on t.page_id = p.page_id left join later n on n.page_id = p.page_id left join loads o on o.page_id = p.page_id
      left join streams m on m.group_id = p.group_id),
    'shared', (select coalesce(json_agg(json_build_array(a, b)), '[]') from shared),
    'norms', json_build_object('limits', regulation.norm_on($1, 'timetable.hour_limits', $2::date), 'longHomework', regulation.norm_on($1, 'timetable.long_homework_a_day', $2::date))
  )::text as week`,
);

/** The repeating week of the whole school as it is in force on a day. */
export async function schoolWeek({ tx, actor }: Context, { params }: Input<typeof schoolWeekRoute>): Promise<JsonText> {
  permit(actor, TIMETABLE_ACTS, schoolWeekRoute.act);
  const day = parseDay(params.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: params.day });
  const row = await tx.lastRow(SCHOOL_WEEK, [actor.schoolId, day, actor.today, actor.roles]);
  return new JsonText(row!.week);
}
