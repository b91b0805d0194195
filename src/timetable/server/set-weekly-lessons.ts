import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** A lesson of the repeating week. Two teachers in one slot of a page are two rows and one lesson. */
export type NewWeeklyLesson = {
  pageId: number;
  teacherId: number;
  roomId?: number | null;
  weekday: number;
  slot: number;
  to?: LocalDate | null;
  parity?: number;
};

const DROP_LATER = statement(
  "timetable.drop_later_weekly_lessons",
  "delete from timetable.weekly_lesson where school_id = $1 and page_id = any($2::int[]) and from_day >= $3::date",
);
const END_STANDING = statement(
  "timetable.end_weekly_lessons",
  "update timetable.weekly_lesson set to_day = $3::date - 1 where school_id = $1 and page_id = any($2::int[]) and from_day < $3::date and (to_day is null or to_day >= $3::date)",
);
const ADD = statement(
  "timetable.add_weekly_lessons",
  `insert into timetable.weekly_lesson (school_id, page_id, teacher_id, room_id, from_day, to_day, weekday, slot, parity)
   select $1, r."pageId", r."teacherId", r."roomId", $2::date, r."to", r.weekday, r.slot, coalesce(r.parity, 0)
   from json_to_recordset($3::json) as r("pageId" int, "teacherId" int, "roomId" int, "to" date, weekday smallint, slot smallint, parity smallint)
   on conflict do nothing`,
);

/**
 * Sets the repeating week of pages from a day on; what stood for those pages before ends the day before.
 *
 * `pageIds` names pages whose week is set although no lesson is left in it.
 */
export async function setWeeklyLessons(
  tx: Transaction,
  schoolId: number,
  from: LocalDate,
  lessons: readonly NewWeeklyLesson[],
  pageIds: readonly number[] = [],
): Promise<void> {
  const pages = [...new Set([...pageIds, ...lessons.map((l) => l.pageId)])];
  await tx.rows(DROP_LATER, [schoolId, pages, from]);
  await tx.rows(END_STANDING, [schoolId, pages, from]);
  await addWeeklyLessons(tx, schoolId, from, lessons);
}

/** Adds lessons of the repeating week from a day on; one that stands already is left as it is. */
export async function addWeeklyLessons(tx: Transaction, schoolId: number, from: LocalDate, lessons: readonly NewWeeklyLesson[]): Promise<void> {
  await tx.rows(ADD, [schoolId, from, JSON.stringify(lessons)]);
}
