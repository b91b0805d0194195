import type { Transaction } from "../../foundation/database.ts";
import { instantOf, mondayOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { bringClosedTerms } from "../../planning/server/door.ts";
import { lessonsBetween, recordChange } from "../../timetable/server/door.ts";
import type { DatedLessonRow, LessonChange } from "../../timetable/server/door.ts";
import type { Built } from "./build-school.ts";
import { SHIFT_OFFSET } from "./plan-teaching.ts";
import { MOVED_REASON, NO_SUBSTITUTE, ROOM_BUSY, TEACHER_ILL } from "./school-words.ru.ts";

const moment = (l: { day: LocalDate; slot: number; shift: number }) => `${l.day}|${l.slot + (l.shift === 2 ? SHIFT_OFFSET : 0)}`;

/**
 * What happens in a school's life around today: a teacher was ill for two days of last week and is ill on the next study day,
 * colleagues substitute where they are free and the rest is cancelled; a lesson ahead gets another room, another one another day.
 */
export async function makeChanges(tx: Transaction, built: Built, ill: number, timezone: string, today: LocalDate, now: Date): Promise<number> {
  const { schoolId, heads } = built;
  const monday = mondayOf(today);
  const lessons = await lessonsBetween(tx, schoolId, plusDays(monday, -7), plusDays(monday, 13));
  const busy = new Set(lessons.map((l) => `${l.teacherId}|${moment(l)}`));
  const department = built.teaching.teachers[ill]!.department;
  const colleagues = [...built.teacherIds.keys()]
    .filter((i) => i !== ill)
    .sort((a, b) => Number(built.teaching.teachers[b]!.department === department) - Number(built.teaching.teachers[a]!.department === department));

  const illDays = [plusDays(monday, -5), plusDays(monday, -4), lessons.find((l) => l.day > today && l.teacherId === built.teacherIds[ill])?.day];
  const changes: [
    DatedLessonRow,
    (
      | { kind: "substituted"; substituteId: number }
      | { kind: "cancelled" }
      | { kind: "room"; roomId: number }
      | { kind: "moved"; day: LocalDate; slot: number; term: number; hasEntries: boolean }
    ),
    string,
  ][] = [];
  for (const lesson of lessons.filter((l) => l.teacherId === built.teacherIds[ill] && illDays.includes(l.day))) {
    const free = colleagues.find((i) => !busy.has(`${built.teacherIds[i]}|${moment(lesson)}`));
    const alone = changes.length === 2 || free === undefined; // somebody's third lesson finds nobody
    if (!alone) busy.add(`${built.teacherIds[free]}|${moment(lesson)}`);
    changes.push(
      alone ? [lesson, { kind: "cancelled" }, NO_SUBSTITUTE] : [lesson, { kind: "substituted", substituteId: built.teacherIds[free]! }, TEACHER_ILL],
    );
  }
  const ahead = lessons.filter((l) => l.day > today && !changes.some(([c]) => c.lessonId === l.lessonId));
  const roomChange = ahead.find((l) => l.slot === 2 && l.roomId !== null);
  const otherRoom = lessons.find(
    (l) =>
      l.roomId !== null && l.roomId !== roomChange?.roomId && !lessons.some((o) => o.roomId === l.roomId && roomChange && moment(o) === moment(roomChange)),
  );
  if (roomChange && otherRoom?.roomId) changes.push([roomChange, { kind: "room", roomId: otherRoom.roomId }, ROOM_BUSY]);
  const move = moveAhead(ahead, roomChange);
  if (move) changes.push([move.lesson, { kind: "moved", day: move.day, slot: move.slot, term: move.lesson.term, hasEntries: false }, MOVED_REASON]);

  for (const [lesson, change, reason] of changes) {
    const at = instantOf(plusDays(lesson.day, -1), "15:20", timezone);
    const told: LessonChange = {
      ...change,
      schoolId,
      pageId: lesson.pageId,
      lessonId: lesson.lessonId,
      expectedVersion: lesson.version,
      actor: heads.deputy,
      right: "deputy_studies/school",
      at: at < now ? at : now,
      reason,
    };
    await recordChange(tx, told);
  }
  return changes.length;
}

/** A lesson that can move to the end of another day ahead, where its class and teacher are both free. */
function moveAhead(ahead: readonly DatedLessonRow[], not: DatedLessonRow | undefined): { lesson: DatedLessonRow; day: LocalDate; slot: number } | undefined {
  const days = [...new Set(ahead.map((l) => l.day))];
  for (const lesson of ahead.filter((l) => l.lessonId !== not?.lessonId && l.slot >= 5)) {
    for (const day of days.filter((d) => d > lesson.day)) {
      const ofGroup = ahead.filter((l) => l.day === day && l.groupId === lesson.groupId);
      const last = Math.max(0, ...ofGroup.map((l) => l.slot));
      const target = { day, slot: last + 1, shift: lesson.shift };
      if (last < 3 || last > 5) continue;
      if (!ahead.some((l) => l.teacherId === lesson.teacherId && moment(l) === moment(target))) return { lesson, day, slot: last + 1 };
    }
  }
  return undefined;
}

/** Grades whose marks of a term are all looked through; of the others the deputy has still to close it. */
const LOOKED_THROUGH = 8;
/** How many days after the last of a term the deputy closes it. */
const LATER = 3;

/** Closes the terms that are over, but for the eldest grades: so the page of closing shows both. */
export async function closeTerms(tx: Transaction, { schoolId, calendar, pages, teaching, heads }: Built, today: LocalDate, now: Date): Promise<void> {
  for (const term of calendar.terms) {
    const closedOn = plusDays(term.endsOn, LATER);
    const gradeOf = (classNo: number) => teaching.classes[classNo]?.gradeLevel ?? 0;
    const closed = pages
      .filter((page) => gradeOf(page.classNo) <= LOOKED_THROUGH && term.gradeLevels.includes(gradeOf(page.classNo)))
      .map(({ pageId }) => pageId);
    if (closedOn <= today && closed.length > 0) await bringClosedTerms(tx, schoolId, { pages: closed, term: term.term, closedBy: heads.deputy, closedOn }, now);
  }
}
