import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { WeekRow } from "../../rules/week/judge-week.ts";
import type { Redating } from "../../rules/week/redate.ts";
import { addLessons } from "../make-lessons.ts";
import { addWeeklyLessons } from "../set-weekly-lessons.ts";

const DROP_SAME = statement(
  "timetable.drop_week_of_day",
  "delete from timetable.weekly_lesson where school_id = $1 and page_id = any($2::int[]) and from_day = $3::date",
);
const END_STANDING = statement(
  "timetable.end_week_of_pages",
  "update timetable.weekly_lesson set to_day = $3::date - 1 where school_id = $1 and page_id = any($2::int[]) and from_day < $3::date and (to_day is null or to_day >= $3::date)",
);

/** The new week of a page; `nextFrom` is the day of the week that stands after it already. */
export type NewWeek = { pageId: number; nextFrom: LocalDate | null; lessons: readonly WeekRow[] };

/** Sets the repeating week of pages from a day until their next one; what stood before ends the day before. */
export async function storeWeeks(tx: Transaction, schoolId: number, from: LocalDate, weeks: readonly NewWeek[]): Promise<void> {
  const pageIds = weeks.map((w) => w.pageId);
  await tx.rows(DROP_SAME, [schoolId, pageIds, from]);
  await tx.rows(END_STANDING, [schoolId, pageIds, from]);
  const rows = weeks.flatMap(({ pageId, nextFrom, lessons }) => lessons.map((l) => ({ ...l, pageId, to: nextFrom === null ? null : plusDays(nextFrom, -1) })));
  await addWeeklyLessons(tx, schoolId, from, rows);
}

const ALTER = statement(
  "timetable.alter_lessons",
  `update timetable.lesson l set day = r.day, slot = r.slot, term = r.term, teacher_id = r.teacher, room_id = r.room, version = l.version + 1
   from unnest($2::int[], $3::int[], $4::date[], $5::smallint[], $6::smallint[], $7::int[], $8::int[]) as r(page, lesson, day, slot, term, teacher, room)
   where l.school_id = $1 and l.page_id = r.page and l.lesson_id = r.lesson`,
);
const DROP = statement(
  "timetable.drop_lessons",
  "delete from timetable.lesson l using unnest($2::int[], $3::int[]) as r(page, lesson) where l.school_id = $1 and l.page_id = r.page and l.lesson_id = r.lesson",
);

/** Gives the lessons to come their new places, adds what is missing and takes away what nothing hangs on. Cancelling is the verb's. */
export async function storeRedating(tx: Transaction, schoolId: number, pages: readonly { pageId: number; plan: Redating }[]): Promise<void> {
  const dropped = pages.flatMap(({ pageId, plan }) => plan.dropped.map((lessonId) => ({ pageId, lessonId })));
  const altered = pages.flatMap(({ pageId, plan }) => plan.altered.map((a) => ({ pageId, ...a })));
  const added = pages.flatMap(({ pageId, plan }) => plan.added.map((l) => ({ ...l, pageId })));
  if (dropped.length > 0) await tx.rows(DROP, [schoolId, dropped.map((l) => l.pageId), dropped.map((l) => l.lessonId)]);
  if (altered.length > 0) {
    const of = <T>(column: (a: (typeof altered)[number]) => T) => altered.map(column);
    const ids = [of((a) => a.pageId), of((a) => a.lessonId)];
    const places = [of((a) => a.to.day), of((a) => a.to.slot), of((a) => a.to.term), of((a) => a.to.teacherId), of((a) => a.to.roomId)];
    await tx.rows(ALTER, [schoolId, ...ids, ...places]);
  }
  await addLessons(
    tx,
    schoolId,
    added.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.slot - b.slot)),
  );
}
