import { statement } from "../../foundation/database.ts";

export type DiaryTies = { self: boolean; ownChild: boolean; ownClass: boolean; firstDay: string; lastDay: string };

/** How the person is tied to a pupil, and the days the school has years for. $1 school, $2 pupil, $3 the person, $4 the school's day. */
export const PUPIL_TIES = statement<DiaryTies>(
  "diary.pupil_ties",
  `select u.pupil_id = $3 as self,
    exists (select from people.guardianship g where g.school_id = $1 and g.guardian_id = $3 and g.pupil_id = $2 and g.from_day <= $4 and (g.to_day is null or g.to_day >= $4)) as "ownChild",
    exists (select from people.homeroom h join people.school_class c on c.school_id = $1 and c.class_id = h.class_id
      join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.pupil_id = $2 and m.from_day <= $4 and (m.to_day is null or m.to_day >= $4)
      where h.school_id = $1 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass",
    (select coalesce(min(starts_on), $4::date) from timetable.school_year where school_id = $1) as "firstDay",
    (select coalesce(max(ends_on), $4::date) from timetable.school_year where school_id = $1) as "lastDay"
  from people.pupil u where u.school_id = $1 and u.pupil_id = $2`,
);

/** The groups a pupil belongs to on a day or later: whose events the open diary hears. */
export const GROUPS_OF_PUPIL = statement<{ groupId: number }>(
  "diary.groups_of_pupil",
  `select distinct group_id as "groupId" from people.member where school_id = $1 and pupil_id = $2 and (to_day is null or to_day >= $3::date - 14)`,
);

/**
 * A pupil's week as one JSON text: member → pages of the group → lessons of the week → marks and absences by full key (scale.md §2); the term's column reads each page's covering key.
 * $1 school, $2 pupil, $3 the school's day, $4 Monday of the week.
 */
export const DIARY_WEEK = statement<{ week: string }>(
  "diary.week",
  `with mine as materialized (
    select m.group_id, m.from_day, coalesce(m.to_day, 'infinity') as to_day from people.member m where m.school_id = $1 and m.pupil_id = $2
  ), usual as materialized (
    select bell_schedule_id from timetable.bell_schedule where school_id = $1 and is_usual order by bell_schedule_id limit 1
  ), tokens as materialized (
    select array_agg(t.token order by t.value) as of from regulation.mark_token t
  ), kinds as materialized (
    select work_type, name, weight from journal.work_type where school_id = $1
  ), lessons as materialized (
    select l.*, p.shift, p.subject_id, p.group_id, p.kind from mine m join timetable.page p on p.school_id = $1 and p.group_id = m.group_id
    join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.day between $4::date and $4::date + 6 and l.day between m.from_day and m.to_day
  ), uses as materialized (
    select u.kind, regulation.norm_on($1, 'journal.kind.' || u.kind, $3) as uses from (select distinct kind from lessons) u
  ), changes as materialized (
    select c.* from lessons l join timetable.lesson_change c on c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id
  ), subjects as materialized (
    select subject_id, name from timetable.subject where school_id = $1
  ), rooms as materialized (
    select room_id, name from timetable.room where school_id = $1
  ), special as materialized (
    select c.* from timetable.calendar_day c where c.school_id = $1 and c.day between $4::date and $4::date + 6
  ), rings as materialized (
    select b.* from timetable.bell_slot b where b.school_id = $1
  ), days as (
    select d::date as day from generate_series($4::date, $4::date + 6, interval '1 day') d
  ), term as materialized (
    select t.* from timetable.term t join people.school_class c on c.school_id = $1 and c.year = t.year and c.grade_level = t.grade_level
    join mine m on m.group_id = c.group_id where t.school_id = $1 and t.starts_on <= least($4::date + 6, m.to_day) and m.from_day <= t.ends_on
    order by t.starts_on desc limit 1
  )
  select json_build_object(
    'pupil', (select json_build_object('pupilId', f.person_id, 'givenName', f.given_name, 'surname', f.surname, 'className', coalesce(
        (select c.name from mine m join people.school_class c on c.school_id = $1 and c.group_id = m.group_id order by (m.from_day <= $4::date + 6) desc, m.from_day desc limit 1), ''))
      from people.person f where f.school_id = $1 and f.person_id = $2),
    'today', $3::date, 'monday', $4::date,
    'days', (select json_agg(json_build_object('day', d.day,
        'name', coalesce((select c.name from special c where c.day = d.day and c.name <> ''),
          (select h.name from timetable.holidays h where h.school_id = $1 and d.day between h.starts_on and h.ends_on limit 1)),
        'lessons', (select coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'slot', l.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'),
            'subject', s.name, 'room', r.name, 'teacher', people.short_name(t.surname, t.given_name, t.patronymic),
            'substitute', (select people.short_name(x.surname, x.given_name, x.patronymic) from people.person x where x.school_id = $1 and x.person_id = l.substitute_id),
            'cancelled', l.state = 1,
            'movedFrom', (select json_build_object('day', c.before_day, 'slot', c.before_slot) from changes c
               where c.page_id = l.page_id and c.lesson_id = l.lesson_id and c.kind = 'moved' order by c.change_no desc limit 1),
            'reason', (select nullif(c.reason, '') from changes c where c.page_id = l.page_id and c.lesson_id = l.lesson_id order by c.change_no desc limit 1),
            'topic', n.topic, 'homework', n.homework, 'usesHomework', coalesce((select (u.uses -> 'homework')::boolean from uses u where u.kind = l.kind), true),
            'apart', l.shift = 0, 'tasks', e.tasks, 'minutes', e.minutes, 'dueOn', e.due_on,
            'attachments', (select coalesce(json_agg(json_build_object('attachmentId', f.attachment_id, 'name', f.name, 'address', f.address, 'size', f.size) order by f.attachment_id), '[]')
               from journal.attachment f where f.school_id = $1 and f.page_id = l.page_id and f.lesson_id = l.lesson_id and f.removed_at is null),
            'ownHomework', own.homework, 'comment', own.comment,
            'marks', (select coalesce(json_agg(json_build_object('mark', (select of from tokens)[k.value + 1], 'workType', coalesce(w.name, ''), 'weight', coalesce(w.weight, 1), 'retake', k.work_no >= 10) order by k.work_no % 10, k.work_no), '[]')
               from journal.mark k left join kinds w on w.work_type = k.signs >> 4
               where k.value is not null and k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id and k.pupil_id = $2),
            'absence', coalesce(a.kind, 0), 'absenceReason', (select y.name from attendance.reason y where y.school_id = $1 and y.reason = a.signs >> 3))
            order by b.starts nulls last, l.slot, l.lesson_id), '[]')
          from lessons l join subjects s on s.subject_id = l.subject_id
          join people.person t on t.school_id = $1 and t.person_id = l.teacher_id
          left join rooms r on r.room_id = l.room_id
          left join special cd on cd.day = l.day
          left join rings b on b.bell_schedule_id = coalesce(cd.bell_schedule_id, (select bell_schedule_id from usual)) and b.shift = l.shift and b.slot = l.slot
          left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
          left join journal.lesson_detail e on e.school_id = $1 and e.page_id = l.page_id and e.lesson_id = l.lesson_id
          left join journal.pupil_note own on own.school_id = $1 and own.page_id = l.page_id and own.lesson_id = l.lesson_id and own.pupil_id = $2
          left join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.pupil_id = $2
          where l.day = d.day)
      ) order by d.day) from days d),
    'term', (select json_build_object('term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'absences', coalesce(sum(q.absences) filter (where q.is_lesson), 0),
        'averages', (select json_build_object('outside', coalesce(n.of -> 'marks.outside_average', '[]'), 'retake', coalesce(n.of -> 'marks.retake_counts', '"last"'))
          from (select regulation.norms_on($1, '{marks.outside_average,marks.retake_counts}', $3::date) as of) n),
        'subjects', coalesce(json_agg(json_build_object('subject', q.subject, 'marks', q.marks, 'termMark', q.term_mark) order by q.subject collate public.ru) filter (where q.marked), '[]'))
      from term t left join lateral (
        select s.name as subject, timetable.is_lesson(p.kind) as is_lesson,
          coalesce(p.uses_marks, (regulation.norm_on($1, 'journal.kind.' || p.kind, $3) -> 'marks')::boolean, true) or exists (
            select from journal.mark k where k.school_id = $1 and k.page_id = p.page_id and k.pupil_id = $2 and k.value is not null) as marked,
          (select coalesce(json_agg(json_build_object('mark', (select of from tokens)[k.value + 1], 'weight', coalesce(w.weight, 1), 'retake', k.work_no >= 10) order by k.lesson_day, k.lesson_id, k.work_no % 10, k.work_no), '[]')
             from journal.mark k
             left join kinds w on w.work_type = k.signs >> 4
             where k.school_id = $1 and k.page_id = p.page_id and k.pupil_id = $2 and k.lesson_day between t.starts_on and t.ends_on and k.value is not null) as marks,
          (select count(*) from attendance.absence a
             where a.school_id = $1 and a.page_id = p.page_id and a.pupil_id = $2 and a.lesson_day between t.starts_on and least(t.ends_on, $3::date) and a.kind in (1, 2)) as absences,
          (select v.token from journal.term_mark k join regulation.mark_token v on v.value = k.value
             where k.school_id = $1 and k.page_id = p.page_id and k.term = t.term and k.pupil_id = $2) as term_mark
        from (select distinct group_id from mine where from_day <= t.ends_on and to_day >= t.starts_on) g
        join timetable.page p on p.school_id = $1 and p.group_id = g.group_id and p.year = t.year
        join subjects s on s.subject_id = p.subject_id
      ) q on true group by t.term, t.kind, t.starts_on, t.ends_on)
  )::text as week`,
);
