import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { lessonBegunSql } from "../../../timetable/server/door.ts";

/** SQL of a mark `k` that is a mark: neither empty nor a sign («•», «нп»). */
export const IS_MARK = "k.value is not null and k.value not in (105, 106)";

/** What pages of a kind are made of on a day, out of the parameter of spans. */
const USES = (spans: string) =>
  `uses as materialized (select * from json_to_recordset(${spans}::json) as u(kind text, "from" date, "to" date, topics boolean, homework boolean, attendance boolean, marks boolean))`;

/**
 * Held lessons of the days with what their kind uses. $1 school, $2 from, $3 to, $4 today, $5 the school's clock now, $6 spans of uses,
 * $7 only these teachers, null: all.
 */
export const HELD_LESSONS = `${USES("$6")}, lesson as materialized (
    select l.page_id, l.lesson_id, l.day, l.slot, coalesce(l.substitute_id, l.teacher_id) as teacher_id, p.group_id, p.subject_id, p.grade_level,
      u.topics, u.homework as has_homework, u.attendance, coalesce(p.uses_marks, u.marks) as has_marks,
      n.topic, n.homework, coalesce(n.signs, 0) as signs, n.lesson_id is not null as noted, coalesce(n.entered_at, n.set_at) as entered_at, coalesce(n.homework_at, n.set_at) as homework_at
    from timetable.lesson l
    join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
    join uses u on u.kind = p.kind and l.day between u."from" and u."to"
    left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
    where l.school_id = $1 and l.day between $2::date and least($3::date, $4::date) and l.state = 0 and ${lessonBegunSql("$4::date", "$5")}
      and ($7::int[] is null or coalesce(l.substitute_id, l.teacher_id) = any ($7))
  ), seen as materialized (
    select t.page_id, t.teacher_id, (select max(v.day) from journal.page_visit v where v.school_id = $1 and v.page_id = t.page_id and v.person_id = t.teacher_id) as last
    from (select distinct page_id, teacher_id from lesson) t
  )`;

/** Whether nobody opened the page after the lesson `l` and nothing stands there: attendance was never looked at (002 П2 §2.16). */
export const NOT_OPENED = `(l.attendance and not l.noted and coalesce((select s.last < l.day from seen s where s.page_id = l.page_id and s.teacher_id = l.teacher_id), true)
    and not exists (select from journal.mark k where k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id)
    and not exists (select from attendance.absence a where a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.signs & 4 = 0))`;

/** SQL of the pupils of a page on the last of the days with how many marks they got. */
export const PUPIL_MARKS = `mark as materialized (
    select l.page_id, l.teacher_id, k.pupil_id, k.signs from lesson l
    join journal.mark k on k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id and ${IS_MARK} where l.has_marks
  ), gathered as materialized (
    select t.page_id, m.pupil_id, coalesce(g.marks, 0) as marks
    from (select distinct page_id, group_id, grade_level from lesson where has_marks) t
    join people.member m on m.school_id = $1 and m.group_id = t.group_id and m.from_day <= least($3::date, $4::date) and (m.to_day is null or m.to_day >= least($3::date, $4::date))
    left join (select page_id, pupil_id, count(*)::int as marks from mark group by 1, 2) g on g.page_id = t.page_id and g.pupil_id = m.pupil_id
    where not coalesce((select regulation.norm_on($1, 'marks.unmarked_grades', least($3::date, $4::date))) @> to_jsonb(t.grade_level), false)
  )`;

/** The figures of the days as one JSON text. Parameters as `HELD_LESSONS`; $8 and $9 the instants of the days' beginning and end. */
export const FIGURES = statement<{ figures: string }>(
  "control.figures",
  `with ${HELD_LESSONS}, ${PUPIL_MARKS}, line as materialized (
    select l.page_id, l.teacher_id, count(*) filter (where l.topics) as held, count(l.topic) filter (where l.topics) as topics,
      count(*) filter (where l.topics and l.topic is not null and l.signs & 1 = 0) as in_time,
      count(*) filter (where l.has_homework) as homework_held, count(l.homework) filter (where l.has_homework) as homework,
      count(*) filter (where l.has_homework and l.homework is not null and l.signs & 2 = 0) as homework_in_time,
      count(*) filter (where l.attendance) as attendance_held, count(*) filter (where ${NOT_OPENED}) as not_opened
    from lesson l group by 1, 2
  ), marked as materialized (
    select page_id, teacher_id, count(*) as marks, count(*) filter (where signs & 1 = 1) as late from mark group by 1, 2
  ), corrected as materialized (
    select a.stream as page_id, a.actor as teacher_id, count(*) as n from ledger.audit a
    where a.school_id = $1 and a.at >= $8 and a.at < $9 and a.body like '%"correction":%' and a.stream > 0 and ($7::int[] is null or a.actor = any ($7)) group by 1, 2
  ), page as materialized (
    select t.page_id, p.group_id, p.subject_id, p.grade_level, bool_or(t.topics) as topics from (select distinct page_id, topics from lesson union select page_id, false from corrected) t
    join timetable.page p on p.school_id = $1 and p.page_id = t.page_id group by 1, 2, 3, 4
  )
  select json_build_object(
    'lines', (select coalesce(json_agg(json_build_object('pageId', page_id, 'teacherId', teacher_id, 'held', coalesce(l.held, 0), 'topics', coalesce(l.topics, 0), 'inTime', coalesce(l.in_time, 0),
        'homeworkHeld', coalesce(l.homework_held, 0), 'homework', coalesce(l.homework, 0), 'homeworkInTime', coalesce(l.homework_in_time, 0), 'attendanceHeld', coalesce(l.attendance_held, 0),
        'notOpened', coalesce(l.not_opened, 0), 'marks', coalesce(m.marks, 0), 'lateMarks', coalesce(m.late, 0), 'corrections', coalesce(c.n, 0)) order by page_id, teacher_id), '[]')
      from line l left join marked m using (page_id, teacher_id) full join corrected c using (page_id, teacher_id)),
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'groupName', g.name, 'subject', s.name, 'subjectId', p.subject_id, 'classId', coalesce(g.class_id, 0),
        'className', coalesce(c.name, ''), 'gradeLevel', p.grade_level,
        'teacherIds', (select coalesce(json_agg(distinct o.teacher_id), '[]') from planning.load o where o.school_id = $1 and o.page_id = p.page_id
          and o.from_day <= least($3::date, $4::date) and (o.to_day is null or o.to_day >= least($3::date, $4::date)) and ($7::int[] is null or o.teacher_id = any ($7))),
        'planHours', case when p.topics then (select sum(k.hours) from planning.plan_line k where k.school_id = $1 and k.page_id = p.page_id) else 0 end,
        'pupils', coalesce(u.pupils, 0), 'without', coalesce(u.without, 0), 'one', coalesce(u.one, 0)) order by p.grade_level, g.name collate public.ru, s.name collate public.ru, p.page_id), '[]')
      from page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
      left join people.school_class c on c.school_id = $1 and c.class_id = g.class_id
      left join (select page_id, count(*) as pupils, count(*) filter (where marks = 0) as without, count(*) filter (where marks = 1) as one from gathered group by 1) u on u.page_id = p.page_id),
    'works', (select coalesce(json_agg(json_build_object('workType', w.work_type, 'name', w.name, 'marks', k.marks, 'late', k.late) order by k.late desc, k.marks desc), '[]')
      from (select signs >> 4 as work_type, count(*) as marks, count(*) filter (where signs & 1 = 1) as late from mark group by 1) k
      join journal.work_type w on w.school_id = $1 and w.work_type = k.work_type),
    'remarks', (select coalesce(json_agg(json_build_object('teacherId', r.teacher_id, 'given', r.given, 'fixedInTime', r.fixed, 'overdue', r.overdue)), '[]') from (
      select r.teacher_id, count(*) as given, count(*) filter (where r.fixed_on <= r.due_on) as fixed, count(*) filter (where coalesce(r.fixed_on, $4::date) > r.due_on) as overdue
      from (select r.teacher_id, r.due_on, case when r.state <> 'open' then (r.fixed_at at time zone c.timezone)::date end as fixed_on from control.remark r join access.school c on c.school_id = $1
        where r.school_id = $1 and r.set_on between $2::date and $3::date and ($7::int[] is null or r.teacher_id = any ($7))) r group by 1) r)
  )::text as figures`,
);

/** Departments with their members of that day. $1 school, $2 the day, $3 the person whose own only, null: all. */
export const DEPARTMENTS = statement<{ id: number; name: string; teacherIds: number[] }>(
  "control.departments_of_figures",
  `select d.department_id as id, d.name, array_agg(m.person_id order by m.person_id) as "teacherIds" from people.department d
   join people.department_member m on m.school_id = $1 and m.department_id = d.department_id and m.from_day <= $2 and (m.to_day is null or m.to_day >= $2)
   where d.school_id = $1
   group by 1, 2 having $3::int is null or bool_or(m.is_head and m.person_id = $3) order by d.name collate public.ru`,
);

export type CellRow = {
  pageId: number;
  lessonId: number | null;
  day: LocalDate | null;
  slot: number | null;
  groupName: string;
  subject: string;
  teacher: string;
  pupil: string | null;
  mark: string | null;
  workType: string | null;
  writtenAt: Date | null;
  classDayEnds: string | null;
  count: number;
};

const NAMES = `join people.study_group g on g.school_id = $1 and g.group_id = l.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id
  left join people.person t on t.school_id = $1 and t.person_id = l.teacher_id`;
const TEACHER = "coalesce(people.short_name(t.surname, t.given_name, t.patronymic), '') as teacher";
/** $9 by what, $10 of which row. */
const CHOSEN = (
  teachers: string,
) => `(case $9::text when 'teacher' then ${teachers} && array[$10::int] when 'class' then coalesce(g.class_id, 0) = $10 when 'subject' then l.subject_id = $10
    when 'grade' then l.grade_level = $10 when 'page' then l.page_id = $10 when 'department' then ${teachers} && (select array_agg(m.person_id) from people.department_member m
      where m.school_id = $1 and m.department_id = $10 and m.from_day <= least($3::date, $4::date) and (m.to_day is null or m.to_day >= least($3::date, $4::date))) else true end)`;

/** Lessons behind a number; parameters as `HELD_LESSONS`, $8 the metric, $9 by what, $10 of which row. */
export const LESSON_CELLS = statement<CellRow>(
  "control.lesson_cells",
  `with ${HELD_LESSONS}
   select l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, g.name as "groupName", s.name as subject, ${TEACHER}, null as pupil, null as mark, null as "workType",
     case $8 when 'late' then l.entered_at when 'homeworkLate' then l.homework_at end as "writtenAt",
     case when $8 in ('late', 'homeworkLate') then to_char(timetable.class_day_ends($1, l.group_id, l.day), 'HH24:MI') end as "classDayEnds", count(*) over ()::int as count
   from lesson l ${NAMES}
   where ${CHOSEN("array[l.teacher_id]")} and case $8::text when 'topics' then l.topics and l.topic is null when 'late' then l.topics and l.topic is not null and l.signs & 1 = 1
     when 'homework' then l.has_homework and l.homework is null when 'homeworkLate' then l.has_homework and l.homework is not null and l.signs & 2 = 2
     when 'notOpened' then ${NOT_OPENED} else false end
   order by l.day, l.slot, l.page_id limit 500`,
);

/** Marks that came late; parameters as `LESSON_CELLS`. */
export const MARK_CELLS = statement<CellRow>(
  "control.mark_cells",
  `with ${HELD_LESSONS}
   select l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, g.name as "groupName", s.name as subject, ${TEACHER}, u.surname || ' ' || u.given_name as pupil, v.token as mark,
     w.name as "workType", k.set_at as "writtenAt", null as "classDayEnds", count(*) over ()::int as count
   from lesson l ${NAMES} join journal.mark k on k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id and ${IS_MARK} and k.signs & 1 = 1
   join people.person u on u.school_id = $1 and u.person_id = k.pupil_id join regulation.mark_token v on v.value = k.value
   left join journal.work_type w on w.school_id = $1 and w.work_type = k.signs >> 4
   where l.has_marks and $8::text = 'lateMarks' and ${CHOSEN("array[l.teacher_id]")}
   order by l.day, l.slot, l.page_id, u.surname collate public.ru limit 500`,
);

/** Pupils without marks or with one, page by page; parameters as `LESSON_CELLS`. */
export const PUPIL_CELLS = statement<CellRow>(
  "control.pupil_cells",
  `with ${HELD_LESSONS}, ${PUPIL_MARKS}
   select l.page_id as "pageId", null as "lessonId", null as day, null as slot, g.name as "groupName", s.name as subject,
     (select coalesce(string_agg(people.short_name(t.surname, t.given_name, t.patronymic), ', '), '') from people.person t where t.school_id = $1 and t.person_id = any (o.of)) as teacher,
     u.surname || ' ' || u.given_name as pupil, null as mark, null as "workType", null as "writtenAt", null as "classDayEnds", count(*) over ()::int as count
   from gathered k join timetable.page l on l.school_id = $1 and l.page_id = k.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = l.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id
   join people.person u on u.school_id = $1 and u.person_id = k.pupil_id
   cross join lateral (select coalesce(array_agg(distinct d.teacher_id), '{}') as of from planning.load d where d.school_id = $1 and d.page_id = l.page_id
     and d.from_day <= least($3::date, $4::date) and (d.to_day is null or d.to_day >= least($3::date, $4::date))) o
   where k.marks = case $8::text when 'without' then 0 else 1 end and ${CHOSEN("o.of")}
   order by l.grade_level, g.name collate public.ru, s.name collate public.ru, u.surname collate public.ru, u.person_id limit 500`,
);
