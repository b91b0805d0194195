import { statement } from "../../foundation/database.ts";
import type { PageKindFacts } from "../../timetable/rules/page-uses.ts";

export type PageTies = PageKindFacts & {
  teachesPage: boolean;
  /** Taught it earlier in its year: the page is still read. */ taughtPage: boolean;
  ownClass: boolean;
  year: number;
  gradeLevel: number;
  groupId: number;
};

/** How the person is tied to a page today. $1 school, $2 page, $3 the person, $4 the school's day. */
export const PAGE_TIES = statement<PageTies>(
  "journal.page_ties",
  `select p.year, p.grade_level as "gradeLevel", p.group_id as "groupId",
    p.kind as "journalKind", norms.of -> ('journal.kind.' || p.kind) as "kindNorm", p.uses_marks as "usesMarks",
    case when exists (select from people.stream_class s where s.school_id = $1 and s.group_id = p.group_id)
      then not exists (select from people.stream_class s join people.school_class c on c.school_id = $1 and c.class_id = s.class_id
        where s.school_id = $1 and s.group_id = p.group_id and not norms.of -> 'marks.unmarked_grades' @> to_jsonb(c.grade_level))
      else norms.of -> 'marks.unmarked_grades' @> to_jsonb(p.grade_level) end as unmarked,
    exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $3 and o.from_day <= $4 and (o.to_day is null or o.to_day >= $4))
    or exists (select from timetable.lesson l where l.school_id = $1 and l.page_id = $2 and l.substitute_id = $3
       and l.day >= $4::date - substring(regulation.norm_on($1, 'timetable.substitution_window', $4) ->> 'after', '\\d+')::int
       and l.day <= $4::date + substring(regulation.norm_on($1, 'timetable.substitution_window', $4) ->> 'before', '\\d+')::int) as "teachesPage",
    exists (select from planning.load o join timetable.school_year y on y.school_id = $1 and y.year = p.year and y.ends_on >= $4
      where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $3 and o.from_day <= $4 and o.to_day >= o.from_day) as "taughtPage",
    exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)
      and h.class_id in (select g.class_id from people.study_group g where g.school_id = $1 and g.group_id = p.group_id
        union select s.class_id from people.stream_class s where s.school_id = $1 and s.group_id = p.group_id)) as "ownClass"
  from timetable.page p cross join lateral (select regulation.norms_on($1, array['marks.unmarked_grades', 'journal.kind.' || p.kind], $4) as of offset 0) norms
  where p.school_id = $1 and p.page_id = $2`,
);

/**
 * The page as one JSON text, but for `mayWrite` and its periods. $1 school, $2 page, $3 the school's day, $4 term (0 the year, null the term of the day).
 *
 * Marks and absences are read by the covering key of the page alone (index-only); the term's lessons pick them.
 * Of a mark's work type only what differs from the column's is said. A day between terms shows the term before it. Small things of the school are read once, not once a lesson; tokens are numbered from 0 without a gap.
 */
export const JOURNAL_PAGE = statement<{ page: string }>(
  "journal.page",
  `with page as materialized (
    select p.*, g.class_id, g.name as group_name, coalesce(k.name, g.name) as class_name, s.name as subject
    from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
    left join people.school_class k on k.school_id = $1 and k.class_id = g.class_id
    join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
    where p.school_id = $1 and p.page_id = $2
  ), terms as materialized (
    select t.* from timetable.term t, page p where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level
  ), chosen as materialized (
    select case when $4::int = 0 then null else coalesce((select t.term from terms t where t.term = $4::int),
      (select t.term from terms t where t.starts_on <= $3::date order by t.starts_on desc limit 1), (select min(t.term) from terms t)) end as term
  ), span as materialized (
    select min(t.starts_on) as from_day, max(t.ends_on) as to_day from terms t, chosen c where c.term is null or t.term = c.term
  ), bells as materialized (
    select bell_schedule_id from timetable.bell_schedule where school_id = $1 and is_usual order by bell_schedule_id limit 1
  ), notes as materialized (
    select * from journal.lesson_note where school_id = $1 and page_id = $2
  ), rooms as materialized (
    select room_id, name from timetable.room where school_id = $1
  ), special as materialized (
    select d.day, d.bell_schedule_id from span s join timetable.calendar_day d on d.school_id = $1 and d.day between s.from_day and s.to_day and d.bell_schedule_id is not null
  ), rings as materialized (
    select b.* from page p join timetable.bell_slot b on b.school_id = $1 and b.shift = p.shift
  ), tokens as materialized (
    select array_agg(t.token order by t.value) as of from regulation.mark_token t
  ), norms as materialized (
    select regulation.norms_on($1, '{marks.scale_current,marks.scale_period,marks.outside_average,marks.forbidden,marks.retake_counts,marks.point_due,marks.attended_without_mark,marks.usual_work,accumulation.min,accumulation.step,lesson.entry,homework.entry,records.language,homework.paper_diary,lesson.kind_required}', $3::date) as of
  ), usual as materialized (
    select (select w.work_type from journal.work_type w where w.school_id = $1 and w.code = n.of ->> 'marks.usual_work') as work_type from norms n
  ), lessons as materialized (
    select l.*, n.topic, n.homework, n.work_type, coalesce(n.work_type, (select work_type from usual)) as given_for, coalesce(n.version, 0) as note_version, r.name as room, b.starts, b.ends, p.group_id
    from page p cross join span s
    join timetable.lesson l on l.school_id = $1 and l.page_id = $2 and l.day between s.from_day and s.to_day
    left join notes n on n.lesson_id = l.lesson_id
    left join rooms r on r.room_id = l.room_id
    left join special d on d.day = l.day
    left join rings b on b.bell_schedule_id = coalesce(d.bell_schedule_id, (select bell_schedule_id from bells)) and b.slot = l.slot
  ), members as materialized (
    select m.pupil_id, json_agg(json_build_object('from', m.from_day, 'to', m.to_day, 'order', m.order_ref, 'leftOrder', m.left_order_ref) order by m.from_day) as spans,
      case when timetable.is_lesson(min(p.kind)) then null else min(m.from_day) end as came
    from page p cross join span s join people.member m on m.school_id = $1 and m.group_id = p.group_id and m.from_day <= s.to_day and (m.to_day is null or m.to_day >= s.from_day)
    group by m.pupil_id
  ), staff as (
    select teacher_id as person_id from lessons union select substitute_id from lessons where substitute_id is not null
    union select o.teacher_id from planning.load o where o.school_id = $1 and o.page_id = $2
  )
  select json_build_object(
    'page', json_build_object('pageId', p.page_id, 'groupName', p.group_name, 'className', p.class_name, 'subject', p.subject, 'gradeLevel', p.grade_level, 'year', p.year,
      'teacherIds', (select coalesce(json_agg(distinct o.teacher_id), '[]') from planning.load o where o.school_id = $1 and o.page_id = $2 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3))),
    'today', $3::date, 'term', (select term from chosen),
    'currentScale', n.of -> 'marks.scale_current', 'periodScale', n.of -> 'marks.scale_period',
    'norms', json_build_object('lessonEntry', n.of -> 'lesson.entry', 'homeworkEntry', n.of -> 'homework.entry',
      'language', n.of -> 'records.language', 'paperDiary', n.of -> 'homework.paper_diary',
      'outsideAverage', coalesce(n.of -> 'marks.outside_average', '[]'), 'forbidden', coalesce(n.of -> 'marks.forbidden', '[]'), 'retakeCounts', coalesce(n.of -> 'marks.retake_counts', '"last"'),
      'pointDue', n.of -> 'marks.point_due', 'attendedWithoutMark', n.of -> 'marks.attended_without_mark', 'kindRequired', coalesce(n.of -> 'lesson.kind_required', 'false'),
      'accumulation', json_build_object('min', n.of -> 'accumulation.min', 'step', n.of -> 'accumulation.step', 'hours', (select coalesce(sum(o.weekly_hours), 0)::float8
        from planning.load o where o.school_id = $1 and o.page_id = $2 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)))),
    'usualWork', (select work_type from usual),
    'workTypes', (select coalesce(json_agg(json_build_object('workType', w.work_type, 'code', w.code, 'name', w.name, 'weight', w.weight, 'form', w.form, 'closed', w.is_closed) order by w.work_type), '[]') from journal.work_type w where w.school_id = $1),
    'lessonKinds', (select coalesce(json_agg(json_build_object('lessonKind', k.lesson_kind, 'name', k.name) order by k.lesson_kind), '[]') from journal.lesson_kind k where k.school_id = $1),
    'staff', (select coalesce(json_agg(json_build_object('personId', f.person_id, 'name', people.short_name(f.surname, f.given_name, f.patronymic))), '[]')
      from staff s join people.person f on f.school_id = $1 and f.person_id = s.person_id),
    'pupils', (select coalesce(json_agg(json_build_object('pupilId', m.pupil_id, 'name', concat_ws(' ', f.surname, nullif(f.given_name, '')), 'spans', m.spans,
        'apart', case when p.kind in ('class', 'subgroup', 'elective') then (select coalesce(json_agg(json_build_object('from', x.from_day, 'to', x.to_day, 'kind', q.kind, 'own', q.subject_id = p.subject_id)), '[]')
          from people.member x join timetable.page q on q.school_id = $1 and q.group_id = x.group_id and q.kind in ('home_study', 'family_education')
          where x.school_id = $1 and x.pupil_id = m.pupil_id and (q.kind = 'family_education' or q.subject_id = p.subject_id)) else '[]' end,
        'className', case when p.class_id is null then coalesce((select c.name from people.member k join people.school_class c on c.school_id = $1 and c.group_id = k.group_id
          where k.school_id = $1 and k.pupil_id = m.pupil_id and c.year = p.year order by k.from_day desc limit 1),
          (select u.from_school from people.pupil u where u.school_id = $1 and u.pupil_id = m.pupil_id)) end)
        order by m.came nulls first, f.surname collate public.ru, f.given_name collate public.ru, f.patronymic collate public.ru, m.pupil_id), '[]')
      from members m join people.person f on f.school_id = $1 and f.person_id = m.pupil_id),
    'lessons', (select coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'day', l.day, 'slot', l.slot, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'),
        'term', l.term, 'cancelled', l.state = 1, 'teacherId', l.teacher_id, 'substituteId', l.substitute_id, 'room', l.room, 'topic', l.topic, 'homework', l.homework,
        'workType', l.work_type, 'noteVersion', l.note_version,
        'classDayEnds', case when l.day <= $3 and l.state = 0 and (l.topic is null or l.homework is null) then to_char(timetable.class_day_ends($1, l.group_id, l.day), 'HH24:MI') end)
        order by l.day, l.slot, l.lesson_id), '[]') from lessons l),
    'details', (select coalesce(json_agg(json_build_object('lesson', d.lesson_id, 'lessonKind', d.lesson_kind, 'tasks', d.tasks, 'minutes', d.minutes, 'dueOn', d.due_on)), '[]')
      from journal.lesson_detail d join lessons l on l.lesson_id = d.lesson_id where d.school_id = $1 and d.page_id = $2),
    'attachments', (select coalesce(json_agg(json_build_object('lesson', a.lesson_id, 'attachmentId', a.attachment_id, 'name', a.name, 'address', a.address, 'size', a.size)
        order by a.attachment_id), '[]')
      from journal.attachment a join lessons l on l.lesson_id = a.lesson_id where a.school_id = $1 and a.page_id = $2 and a.removed_at is null),
    'pupilNotes', (select coalesce(json_agg(json_build_object('lesson', n.lesson_id, 'pupil', n.pupil_id, 'homework', n.homework, 'comment', n.comment, 'version', n.version)), '[]')
      from journal.pupil_note n join lessons l on l.lesson_id = n.lesson_id where n.school_id = $1 and n.page_id = $2),
    'marks', (select coalesce(json_agg(case when k.value is null or k.signs >> 4 = l.given_for
        then json_build_object('lesson', k.lesson_id, 'pupil', k.pupil_id, 'work', k.work_no, 'mark', (select of from tokens)[k.value + 1], 'version', k.version, 'late', k.signs & 1 = 1)
        else json_build_object('lesson', k.lesson_id, 'pupil', k.pupil_id, 'work', k.work_no, 'mark', (select of from tokens)[k.value + 1], 'version', k.version, 'late', k.signs & 1 = 1, 'workType', k.signs >> 4) end), '[]')
      from journal.mark k join lessons l on l.lesson_id = k.lesson_id where k.school_id = $1 and k.page_id = $2),
    'absences', (select coalesce(json_agg(json_build_object('lesson', a.lesson_id, 'pupil', a.pupil_id, 'kind', a.kind, 'version', a.version, 'late', a.signs & 1 = 1, 'explained', a.signs & 2 = 2)), '[]')
      from attendance.absence a join lessons l on l.lesson_id = a.lesson_id where a.school_id = $1 and a.page_id = $2)
  )::text as page from page p cross join norms n`,
);
