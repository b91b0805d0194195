import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/**
 * SQL of whether the lesson `l` of the page `p` has begun: on a day before, or by its bell; a lesson of today without a bell counts from the morning.
 * $1 school; `today` and `clock` are the parameters of the school's day and its wall clock.
 */
export const lessonBegunSql = (today: string, clock: string): string => `(l.day < ${today} or l.day = ${today} and coalesce((select b.starts <= ${clock}::time
    from timetable.bell_slot b where b.school_id = $1 and b.bell_schedule_id = (select timetable.bells_of($1, ${today}::date)) and b.shift = p.shift and b.slot = l.slot), true))`;

/** A dated lesson as later areas need it in bulk; `ends` is the wall clock by the bells of that day, null where none says. */
export type DatedLessonRow = {
  lessonId: number;
  pageId: number;
  groupId: number;
  day: LocalDate;
  slot: number;
  shift: number;
  term: number;
  teacherId: number;
  substituteId: number | null;
  roomId: number | null;
  cancelled: boolean;
  version: number;
  ends: string | null;
};

const BETWEEN = statement<DatedLessonRow>(
  "timetable.lessons_between",
  `select l.lesson_id as "lessonId", l.page_id as "pageId", p.group_id as "groupId", l.day, l.slot, p.shift, l.term, l.teacher_id as "teacherId",
     l.substitute_id as "substituteId", l.room_id as "roomId", l.state = 1 as cancelled, l.version, to_char(b.ends, 'HH24:MI') as ends
   from timetable.lesson l
   join timetable.page p on p.school_id = l.school_id and p.page_id = l.page_id
   join (select d::date as day, timetable.bells_of($1, d::date) as bells from generate_series($2::date, $3::date, '1 day') d) r on r.day = l.day
   left join timetable.bell_slot b on b.school_id = l.school_id and b.bell_schedule_id = r.bells and b.shift = p.shift and b.slot = l.slot
   where l.school_id = $1 and l.day between $2::date and $3::date
   order by l.day, p.shift, l.slot, l.lesson_id`,
);

/** The dated lessons of a school between two days, both inclusive, in the order of time. */
export function lessonsBetween(tx: Transaction, schoolId: number, from: LocalDate, to: LocalDate): Promise<DatedLessonRow[]> {
  return tx.rows(BETWEEN, [schoolId, from, to]);
}
