import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { lessonDates } from "../rules/lesson-dates.ts";
import type { DatedLesson, WeeklyLesson } from "../rules/lesson-dates.ts";
import { yearDays } from "./year-days.ts";

const WEEKS = statement<{ pageId: number; gradeLevel: number; shift: number; week: WeeklyLesson[] }>(
  "timetable.weeks_for_planning",
  `select p.page_id as "pageId", p.grade_level as "gradeLevel", p.shift,
     json_agg(json_build_object('weekday', w.weekday, 'slot', w.slot, 'from', w.from_day, 'to', w.to_day, 'teacherId', w.teacher_id, 'roomId', w.room_id, 'parity', w.parity)
       order by w.weekday, w.slot, w.teacher_id) as week
   from timetable.page p join timetable.weekly_lesson w using (school_id, page_id)
   where p.school_id = $1 and p.year = $2 and ($3::int[] is null or p.page_id = any($3::int[]))
   group by p.page_id, p.grade_level, p.shift order by p.page_id`,
);
// a moved lesson keeps its old place taken, so that planning again does not make it a second time
const TAKEN = statement<{ pageId: number; day: LocalDate; slot: number }>(
  "timetable.taken_places",
  `select l.page_id as "pageId", l.day, l.slot from timetable.lesson l join timetable.page p using (school_id, page_id)
   where l.school_id = $1 and p.year = $2 and ($3::int[] is null or l.page_id = any($3::int[]))
   union all
   select c.page_id, c.before_day, c.before_slot from timetable.lesson_change c join timetable.page p using (school_id, page_id)
   where c.school_id = $1 and p.year = $2 and c.kind = 'moved' and ($3::int[] is null or c.page_id = any($3::int[]))`,
);
const ADD = statement(
  "timetable.add_lessons",
  `insert into timetable.lesson (school_id, page_id, lesson_id, day, teacher_id, room_id, slot, term)
   select $1, r.* from unnest($2::int[], $3::int[], $4::date[], $5::int[], $6::int[], $7::smallint[], $8::smallint[]) as r`,
);

/**
 * Makes the dated lessons of a year from the repeating week, for all pages or the ones named; answers how many were made.
 *
 * Run again it makes only what is missing. Lessons are numbered in the order of days, so that a year lies in time order.
 */
export async function makeLessons(tx: Transaction, schoolId: number, year: number, pageIds: readonly number[] | null = null): Promise<number> {
  const facts = await yearDays(tx, schoolId, year);
  if (!facts) return 0;
  const taken = new Set((await tx.rows(TAKEN, [schoolId, year, pageIds])).map((t) => `${t.pageId}|${t.day}|${t.slot}`));
  const pages = await tx.rows(WEEKS, [schoolId, year, pageIds]);
  const lessons = pages
    .flatMap((p) => lessonDates(p.week, p.shift === 0 ? facts.clubDays : facts.days, facts.termsOf(p.gradeLevel)).map((l) => ({ ...l, pageId: p.pageId })))
    .filter((l) => !taken.has(`${l.pageId}|${l.day}|${l.slot}`))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.slot - b.slot));
  return addLessons(tx, schoolId, lessons);
}

/** Adds dated lessons, numbered in the order given; answers how many. */
export async function addLessons(tx: Transaction, schoolId: number, lessons: readonly (DatedLesson & { pageId: number })[]): Promise<number> {
  if (lessons.length === 0) return 0;
  const first = await tx.newIds(schoolId, "lesson", lessons.length);
  await tx.rows(ADD, [
    schoolId,
    lessons.map((l) => l.pageId),
    lessons.map((_, i) => first + i),
    lessons.map((l) => l.day),
    lessons.map((l) => l.teacherId),
    lessons.map((l) => l.roomId),
    lessons.map((l) => l.slot),
    lessons.map((l) => l.term),
  ]);
  return lessons.length;
}
