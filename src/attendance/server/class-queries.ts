import { statement } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Output } from "../../foundation/route.ts";
import { apartDaysSql, apartFromSql } from "./apart.ts";
import { yearBegunSql } from "../../timetable/server/door.ts";
import type { Note } from "../rules/parent-work.ts";
import type { classAttendanceRoute } from "../contract/class-attendance.ts";

/** Whether there is such a class and whether the person has it in homeroom care today. $1 school, $2 class, $3 the person, $4 the school's day. */
export const CLASS_TIES = statement<{ ownClass: boolean }>(
  "attendance.class_ties",
  `select exists (select from people.homeroom h where h.school_id = $1 and h.class_id = $2 and h.teacher_id = $3
     and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass"
   from people.school_class c where c.school_id = $1 and c.class_id = $2`,
);

/** Classes of the year of the day: own ones first. $1 school, $2 the person, $3 the school's day, $4 all classes of the school are open. */
export const CLASSES = statement<{ classId: number; name: string; own: boolean }>(
  "attendance.classes",
  `select c.class_id as "classId", c.name, o.own from people.school_class c
   cross join lateral (select exists (select from people.homeroom h where h.school_id = $1 and h.class_id = c.class_id and h.teacher_id = $2
     and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)) as own) o
   where c.school_id = $1 and c.year = (${yearBegunSql("$3")}) and ($4 or o.own)
   order by o.own desc, c.grade_level, c.letter collate public.ru`,
);

type Answer = Output<typeof classAttendanceRoute>;
/** An absence as the query brings it: with everything that the answer and the totals are made of. `kind` is a number of ABSENCE_KINDS. */
export type FoundAbsence = {
  pageId: number;
  lessonId: number;
  pupilId: number;
  day: LocalDate;
  slot: number;
  subject: string;
  kind: number;
  reason: number | null;
  version: number;
  setBy: number;
  reasonBy: number | null;
  dayLessons: number;
  /** `attendance.reason_due` of the day, where the reason is owed. */
  reasonDue: string | null;
};
type Found = Pick<Answer, "class" | "reasons" | "pupils" | "members" | "apart" | "lessons" | "spans" | "staff"> & {
  term: Omit<NonNullable<Answer["term"]>, "totals" | "unexplained" | "parentWork"> | null;
  notes: Note[];
  absences: FoundAbsence[];
};

/**
 * What is known of a class's attendance over days and over the term that holds the last of them, as one JSON value.
 * Lessons are those of every group in which a pupil of the class is on that day, less those the pupil is taught apart from. $1 school, $2 class, $3 from, $4 to.
 */
export const CLASS_ATTENDANCE = statement<{ found: Found }>(
  "attendance.class",
  `with class as materialized (select * from people.school_class where school_id = $1 and class_id = $2),
  term as materialized (
    select t.* from class c join timetable.term t on t.school_id = $1 and t.year = c.year and t.grade_level = c.grade_level and t.starts_on <= $4::date
    order by t.starts_on desc limit 1
  ), span as materialized (
    select least($3::date, min(starts_on)) as from_day, greatest($4::date, max(ends_on)) as to_day from term
  ), mates as materialized (
    select m.pupil_id, m.from_day, coalesce(m.to_day, 'infinity') as to_day from class c cross join span s
    join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= s.to_day and (m.to_day is null or m.to_day >= s.from_day)
  ), members as materialized (
    select m.group_id, m.pupil_id, greatest(m.from_day, k.from_day) as from_day, least(coalesce(m.to_day, 'infinity'), k.to_day) as to_day
    from mates k join people.member m on m.school_id = $1 and m.pupil_id = k.pupil_id and m.from_day <= k.to_day and coalesce(m.to_day, 'infinity') >= k.from_day
  ), ${apartDaysSql("select pupil_id from mates")}, lessons as materialized (
    select l.page_id, l.lesson_id, l.day, l.slot, p.group_id, p.kind as page_kind, p.subject_id, g.name as group_name, s.name as subject
    from (select distinct group_id from members) o join class c on true cross join span r
    join timetable.page p on p.school_id = $1 and p.group_id = o.group_id and p.year = c.year and timetable.is_lesson(p.kind)
    join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.day between r.from_day and r.to_day and l.state = 0
    join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
    join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  ), absences as materialized (
    select l.page_id, l.lesson_id, l.day, l.slot, l.subject, a.pupil_id, a.kind, a.reason, a.version, a.set_by, a.reason_by
    from lessons l join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id
    where exists (select from members m where m.group_id = l.group_id and m.pupil_id = a.pupil_id and l.day between m.from_day and m.to_day)
      and not ${apartFromSql("l", "a.pupil_id")}
  ), missed_days as materialized (
    select d.pupil_id, d.day, count(*)::int as lessons from (select distinct pupil_id, day from absences where kind in (1, 2)) d
    join members m on m.pupil_id = d.pupil_id and d.day between m.from_day and m.to_day join lessons l on l.group_id = m.group_id and l.day = d.day
    where not ${apartFromSql("l", "d.pupil_id")} group by d.pupil_id, d.day
  )
  select json_build_object(
    'class', (select json_build_object('classId', c.class_id, 'name', c.name) from class c),
    'reasons', (select coalesce(json_agg(json_build_object('reason', r.reason, 'code', r.code, 'name', r.name, 'excused', r.excused, 'sign', r.sign, 'retired', r.is_retired,
        'kind', case r.kind when 2 then 'ill' else 'absent' end) order by r.reason), '[]') from attendance.reason r where r.school_id = $1),
    'pupils', (select coalesce(json_agg(json_build_object('pupilId', f.person_id, 'name', f.surname || ' ' || f.given_name)
        order by f.surname collate public.ru, f.given_name collate public.ru, f.patronymic collate public.ru, f.person_id), '[]')
      from people.person f where f.school_id = $1 and f.person_id in (select pupil_id from mates where from_day <= $4::date and to_day >= $3::date)),
    'members', (select coalesce(json_agg(json_build_object('groupId', m.group_id, 'pupilId', m.pupil_id, 'from', m.from_day, 'to', nullif(m.to_day, 'infinity'))), '[]')
      from members m where m.from_day <= $4::date and m.to_day >= $3::date),
    'apart', (select coalesce(json_agg(json_build_object('pupilId', w.pupil_id, 'pageId', l.page_id, 'from', w.from_day, 'to', nullif(w.to_day, 'infinity'))), '[]')
      from apart w join (select distinct page_id, page_kind, subject_id from lessons) l on l.page_kind in ('class', 'subgroup', 'elective') and (w.subject_id is null or w.subject_id = l.subject_id)),
    'lessons', (select coalesce(json_agg(json_build_object('pageId', l.page_id, 'lessonId', l.lesson_id, 'day', l.day, 'slot', l.slot, 'subject', l.subject,
        'groupId', l.group_id, 'groupName', l.group_name) order by l.day, l.slot, l.lesson_id), '[]') from lessons l where l.day between $3::date and $4::date),
    'absences', (select coalesce(json_agg(json_build_object('pageId', a.page_id, 'lessonId', a.lesson_id, 'pupilId', a.pupil_id, 'day', a.day, 'slot', a.slot,
        'subject', a.subject, 'kind', a.kind, 'reason', a.reason, 'version', a.version, 'setBy', a.set_by, 'reasonBy', a.reason_by, 'dayLessons', coalesce(d.lessons, 0),
        'reasonDue', case when a.kind = 1 and a.reason is null then regulation.norm_on($1, 'attendance.reason_due', a.day) #>> '{}' end)
        order by a.day, a.slot, a.lesson_id, a.pupil_id), '[]') from absences a left join missed_days d on d.pupil_id = a.pupil_id and d.day = a.day),
    'spans', (select coalesce(json_agg(json_build_object('spanId', n.span_id, 'pupilId', n.pupil_id, 'from', n.from_day, 'to', n.to_day, 'reason', n.reason, 'version', n.version)
        order by n.from_day, n.span_id), '[]') from attendance.absence_span n
      where n.school_id = $1 and not n.is_removed and n.pupil_id in (select pupil_id from mates) and n.from_day <= $4::date and n.to_day >= $3::date),
    'notes', (select coalesce(json_agg(json_build_object('pupilId', w.pupil_id, 'day', w.day, 'note', w.note, 'version', w.version, 'notedBy', w.noted_by)), '[]')
      from span s join attendance.parent_work w on w.school_id = $1 and w.day between s.from_day and s.to_day and w.pupil_id in (select pupil_id from mates)),
    'staff', (select coalesce(json_agg(json_build_object('personId', f.person_id, 'name', people.short_name(f.surname, f.given_name, f.patronymic))), '[]')
      from people.person f where f.school_id = $1 and f.person_id in (select set_by from absences union select reason_by from absences
        union select w.noted_by from span s join attendance.parent_work w on w.school_id = $1 and w.day between s.from_day and s.to_day and w.pupil_id in (select pupil_id from mates))),
    'term', (select json_build_object('term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on) from term t)
  ) as found`,
);
