import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Candidate } from "../rules/substitutes.ts";
import type { HeldLesson } from "../rules/lesson-time.ts";

/** The school's day as one JSON text, but for `mayChange`. $1 school, $2 day, $3 the school's day of the request. */
export const LESSONS_OF_DAY = statement<{ day: string }>(
  "timetable.lessons_of_day",
  `select json_build_object('day', $2::date, 'today', $3::date,
    'previous', (select max(day) from timetable.lesson where school_id = $1 and day < $2::date),
    'next', (select min(day) from timetable.lesson where school_id = $1 and day > $2::date),
    'name', coalesce((select nullif(c.name, '') from timetable.calendar_day c where c.school_id = $1 and c.day = $2::date),
      (select h.name from timetable.holidays h where h.school_id = $1 and $2::date between h.starts_on and h.ends_on limit 1)),
    'rooms', (select coalesce(json_agg(json_build_object('roomId', room_id, 'name', name) order by name collate public.ru), '[]') from timetable.room where school_id = $1),
    'lessons', (select coalesce(json_agg(json_build_object('pageId', l.page_id, 'lessonId', l.lesson_id, 'version', l.version, 'groupId', p.group_id, 'groupName', g.name,
        'subject', s.name, 'shift', p.shift, 'slot', l.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'),
        'teacherId', l.teacher_id, 'teacher', people.short_name(t.surname, t.given_name, t.patronymic),
        'substituteId', l.substitute_id, 'substitute', people.short_name(u.surname, u.given_name, u.patronymic),
        'roomId', l.room_id, 'room', r.name,
        'roomChanged', coalesce((select c.before_room_id is distinct from l.room_id from timetable.lesson_change c
          where c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id and c.kind = 'room' order by c.change_no limit 1), false), 'cancelled', l.state = 1,
        'movedFrom', (select json_build_object('day', c.before_day, 'slot', c.before_slot) from timetable.lesson_change c
          where c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id and c.kind = 'moved' order by c.change_no desc limit 1),
        'reason', (select nullif(c.reason, '') from timetable.lesson_change c
          where c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id order by c.change_no desc limit 1))
        order by p.shift, l.slot, p.grade_level, g.name collate public.ru, s.name collate public.ru, l.lesson_id), '[]')
      from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
      join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
      join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
      join people.person t on t.school_id = $1 and t.person_id = l.teacher_id
      left join people.person u on u.school_id = $1 and u.person_id = l.substitute_id
      left join timetable.room r on r.school_id = $1 and r.room_id = l.room_id
      left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, $2::date) and b.shift = p.shift and b.slot = l.slot
      where l.school_id = $1 and l.day = $2::date)
  )::text as day`,
);

export type LessonForChange = {
  day: LocalDate;
  slot: number;
  shift: number;
  term: number;
  starts: string | null;
  ends: string | null;
  groupId: number;
  teacherId: number;
  substituteId: number | null;
  roomId: number | null;
  cancelled: boolean;
  version: number;
};

const LESSON = statement<LessonForChange>(
  "timetable.lesson_of_page",
  `select l.day, l.slot, p.shift, l.term, to_char(b.starts, 'HH24:MI') as starts, to_char(b.ends, 'HH24:MI') as ends, p.group_id as "groupId",
     l.teacher_id as "teacherId", l.substitute_id as "substituteId", l.room_id as "roomId", l.state = 1 as cancelled, l.version
   from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, l.day) and b.shift = p.shift and b.slot = l.slot
   where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3`,
);

/** A dated lesson with its time and who gives it; undefined when the school has none such. */
export function lessonForChange(tx: Transaction, schoolId: number, pageId: number, lessonId: number): Promise<LessonForChange | undefined> {
  return tx.row(LESSON, [schoolId, pageId, lessonId]);
}

const HOLD = statement<LessonForChange>("timetable.hold_lesson", `${LESSON.text} for update of l`);

/** The same, held until the transaction ends: who saves into the lesson waits, and what was being saved has been saved. */
export function holdLesson(tx: Transaction, schoolId: number, pageId: number, lessonId: number): Promise<LessonForChange | undefined> {
  return tx.row(HOLD, [schoolId, pageId, lessonId]);
}

const HELD = statement<HeldLesson>(
  "timetable.held_lessons",
  `select l.lesson_id as "lessonId", l.day, l.slot, p.shift, to_char(b.starts, 'HH24:MI') as starts, to_char(b.ends, 'HH24:MI') as ends, g.name as group,
     coalesce(l.substitute_id, l.teacher_id) as "personId", l.room_id as "roomId"
   from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, $2::date) and b.shift = p.shift and b.slot = l.slot
   where l.school_id = $1 and l.day = $2::date and l.state = 0 order by p.shift, l.slot, l.lesson_id`,
);

/** The lessons of a day that will be held, by who really gives them; cancelled ones keep nobody. */
export function heldLessons(tx: Transaction, schoolId: number, day: LocalDate): Promise<HeldLesson[]> {
  return tx.rows(HELD, [schoolId, day]);
}

const LOCK_DAY = statement("timetable.lock_day", "select pg_advisory_xact_lock($1::int, $2::date - '2000-01-01'::date)");

/** Holds the changes of a day until the transaction ends: two deputies cannot name one substitute for two lessons of one time. */
export async function lockDay(tx: Transaction, schoolId: number, day: LocalDate): Promise<void> {
  await tx.row(LOCK_DAY, [schoolId, day]);
}

const TEACHERS = `select distinct f.person_id from people.staff f where f.school_id = $1 and f.from_day <= $2::date and (f.to_day is null or f.to_day >= $2::date)
    and (exists (select from access.role_grant a where a.school_id = $1 and a.person_id = f.person_id and a.role = 'subject_teacher' and a.from_day <= $2::date and (a.to_day is null or a.to_day >= $2::date))
      or exists (select from timetable.weekly_lesson w where w.school_id = $1 and w.teacher_id = f.person_id and w.from_day <= $2::date and (w.to_day is null or w.to_day >= $2::date)))`;

/** Teachers of the school on the day of a lesson, by name. $1 school, $2 day, $3 page. */
export const CANDIDATES = statement<Candidate>(
  "timetable.substitute_candidates",
  `with page as (select * from timetable.page where school_id = $1 and page_id = $3),
  classes as (
    select g.class_id from people.study_group g, page p where g.school_id = $1 and g.group_id = p.group_id and g.class_id is not null
    union select s.class_id from people.stream_class s, page p where s.school_id = $1 and s.group_id = p.group_id
  ), groups as (
    select group_id from page
    union select g.group_id from people.study_group g where g.school_id = $1 and g.class_id in (select class_id from classes)
    union select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id in (select class_id from classes)
  ), teaching as materialized (
    select w.teacher_id, bool_or(q.group_id in (select group_id from groups)) as class, bool_or(q.subject_id = (select subject_id from page)) as subject
    from timetable.weekly_lesson w join timetable.page q on q.school_id = $1 and q.page_id = w.page_id
    where w.school_id = $1 and w.from_day <= $2::date and (w.to_day is null or w.to_day >= $2::date) group by w.teacher_id
  ), teachers as (${TEACHERS})
  select n.person_id as "personId", people.short_name(n.surname, n.given_name, n.patronymic) as name,
    coalesce(k.class, false) as "teachesClass", coalesce(k.subject, false) as "teachesSubject",
    exists (select from timetable.lesson l where l.school_id = $1 and l.day = $2::date and l.teacher_id = n.person_id and l.substitute_id is not null and l.state = 0) as replaced
  from teachers e join people.person n on n.school_id = $1 and n.person_id = e.person_id left join teaching k on k.teacher_id = e.person_id
  order by n.surname collate public.ru, n.given_name collate public.ru, n.person_id`,
);

const IS_TEACHER = statement<{ is: boolean }>("timetable.is_teacher", `select $3::int in (${TEACHERS}) as is`);

/** Whether a person teaches in the school on a day: by role, or by the weekly timetable. */
export async function isTeacher(tx: Transaction, schoolId: number, day: LocalDate, personId: number): Promise<boolean> {
  return (await tx.row(IS_TEACHER, [schoolId, day, personId]))?.is === true;
}

const ROOM = statement("timetable.room_exists", "select from timetable.room where school_id = $1 and room_id = $2");

/** Whether the school has such a room. */
export async function hasRoom(tx: Transaction, schoolId: number, roomId: number): Promise<boolean> {
  return (await tx.row(ROOM, [schoolId, roomId])) !== undefined;
}
