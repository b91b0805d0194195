import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { StandingWeek, WeekRow } from "../../rules/week/judge-week.ts";
import { YEAR_OF_DAY_SQL } from "../year-queries.ts";

/** SQL of the pairs of groups of the year that share pupils on a day, and of a class with the parts of it. $1 school, $2 day; `year` is at hand. */
export const SHARED_GROUPS_SQL = `select distinct a.group_id as a, b.group_id as b from people.member a join people.member b
    on b.school_id = $1 and b.pupil_id = a.pupil_id and b.group_id > a.group_id and (b.to_day is null or b.to_day >= $2::date)
    where a.school_id = $1 and (a.to_day is null or a.to_day >= $2::date)
  union select least(c.group_id, g.group_id), greatest(c.group_id, g.group_id) from people.school_class c join people.study_group g
    on g.school_id = $1 and g.class_id = c.class_id and g.group_id <> c.group_id where c.school_id = $1 and c.year = (select year from year)
  union select least(c.group_id, s.group_id), greatest(c.group_id, s.group_id) from people.school_class c join people.stream_class s
    on s.school_id = $1 and s.class_id = c.class_id and s.group_id <> c.group_id join people.study_group g on g.school_id = $1 and g.group_id = s.group_id and g.whole
    where c.school_id = $1 and c.year = (select year from year)`;

const HAS_TIE = `(w.to_day is null or w.to_day >= $2::date)`;

/** Everything that stands on a day, of all pages of the year; `year` null where the school has none. */
export type SchoolWeek = Omit<StandingWeek, "pages" | "daysPerWeek"> & {
  year: { year: number; startsOn: LocalDate; endsOn: LocalDate; daysPerWeek: number } | null;
  pages: (StandingWeek["pages"][number] & { gradeLevel: number; nextFrom: LocalDate | null; lessons: WeekRow[] })[];
};

const WEEK = statement<{ week: SchoolWeek }>(
  "timetable.week_for_save",
  `with year as materialized (${YEAR_OF_DAY_SQL}), shared as (${SHARED_GROUPS_SQL})
  select json_build_object(
    'year', (select json_build_object('year', y.year, 'startsOn', y.starts_on, 'endsOn', y.ends_on, 'daysPerWeek', y.days_per_week) from year y),
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'groupId', p.group_id, 'group', g.name, 'subject', s.name, 'shift', p.shift, 'gradeLevel', p.grade_level, 'kind', p.kind,
        'nextFrom', (select min(w.from_day) from timetable.weekly_lesson w where w.school_id = $1 and w.page_id = p.page_id and w.from_day > $2::date),
        'lessons', (select coalesce(json_agg(json_build_object('teacherId', w.teacher_id, 'roomId', w.room_id, 'weekday', w.weekday, 'slot', w.slot, 'parity', w.parity)
            order by w.weekday, w.slot, w.teacher_id, w.parity), '[]')
          from timetable.weekly_lesson w where w.school_id = $1 and w.page_id = p.page_id and w.from_day <= $2::date and ${HAS_TIE}))), '[]')
      from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
      join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
      where p.school_id = $1 and p.year = (select year from year)),
    'bells', (select coalesce(json_agg(json_build_object('shift', b.shift, 'slot', b.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'))), '[]')
      from timetable.bell_slot b where b.school_id = $1 and b.bell_schedule_id = (select bell_schedule_id from timetable.bell_schedule where school_id = $1 and is_usual order by 1 limit 1)),
    'shared', (select coalesce(json_agg(json_build_array(a, b)), '[]') from shared),
    'staff', (select coalesce(json_agg(distinct f.person_id), '[]') from people.staff f where f.school_id = $1 and (f.to_day is null or f.to_day >= $2::date)),
    'rooms', (select coalesce(json_agg(room_id), '[]') from timetable.room where school_id = $1)) as week`,
);

/** The repeating week of the school in force on a day, and what its places are judged by. */
export async function weekForSave(tx: Transaction, schoolId: number, day: LocalDate): Promise<SchoolWeek> {
  return (await tx.row(WEEK, [schoolId, day]))!.week;
}

const LOCK = statement("timetable.lock_weeks", "select pg_advisory_xact_lock($1::int, -1)");

/** Holds the repeating week of the school until the transaction ends: two editors cannot put one teacher in two places. */
export async function lockWeeks(tx: Transaction, schoolId: number): Promise<void> {
  await tx.row(LOCK, [schoolId]);
}

/** A lesson to come of a page, before its week is laid anew. */
export type LessonToCome = {
  pageId: number;
  lessonId: number;
  day: LocalDate;
  slot: number;
  term: number;
  teacherId: number;
  roomId: number | null;
  cancelled: boolean;
  version: number;
  origins: { day: LocalDate; slot: number }[];
  byHand: boolean;
};

const TO_COME = statement<LessonToCome>(
  "timetable.lessons_to_come",
  `select l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, l.term, l.teacher_id as "teacherId", l.room_id as "roomId", l.state = 1 as cancelled, l.version,
     exists (select from timetable.lesson_change c where c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id) as "byHand",
     (select coalesce(json_agg(json_build_object('day', c.before_day, 'slot', c.before_slot) order by c.change_no), '[]') from timetable.lesson_change c
       where c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id and c.kind = 'moved') as origins
   from timetable.lesson l where l.school_id = $1 and l.page_id = any($2::int[]) and l.day between $3::date and $4::date
   order by l.page_id, l.lesson_id for update of l`,
);

/** The lessons of pages between two days, both inclusive, held until the transaction ends. */
export function lessonsToCome(tx: Transaction, schoolId: number, pageIds: readonly number[], from: LocalDate, to: LocalDate): Promise<LessonToCome[]> {
  return tx.rows(TO_COME, [schoolId, pageIds, from, to]);
}
