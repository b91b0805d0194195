import type { TestApp } from "./app.ts";
import type { MadeLesson, MadeSchool } from "./school.ts";
import { asSchool, statement } from "../../src/foundation/database.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { addGroups, enrol } from "../../src/people/server/door.ts";
import { assignLoad } from "../../src/planning/server/door.ts";
import type { JournalKind, KindNorm } from "../../src/regulation/rules/journal-kinds.ts";
import { kindNorm } from "../../src/regulation/rules/journal-kinds.ts";
import { setNorms } from "../../src/regulation/server/door.ts";
import { addPages, addSubjects, makeLessons, setWeeklyLessons } from "../../src/timetable/server/door.ts";

const LESSONS = statement<MadeLesson>(
  "tests.lessons_of_page",
  `select lesson_id as "lessonId", day, slot, term from timetable.lesson where school_id = $1 and page_id = $2 order by day, slot`,
);

export type GroupOrder = {
  kind: JournalKind;
  name: string;
  subject: string;
  pupils: readonly number[];
  teacherId?: number;
  weekday?: number;
  slot?: number;
  weeklyHours?: number;
  gradeLevel?: number;
  usesMarks?: boolean;
  classIds?: readonly number[];
  /** The group is a part of this class, not of several. */
  halfOf?: number;
};
export type MadeGroup = { groupId: number; pageId: number; lessons: MadeLesson[]; on: (d: LocalDate) => MadeLesson };

/** A group of several classes with a page of a kind and one lesson a week (Wednesday, the sixth), led by the first teacher unless told. */
export function aGroup(t: TestApp, s: MadeSchool, order: GroupOrder): Promise<MadeGroup> {
  const from = s.page.lessons[0]!.day;
  const teacherId = order.teacherId ?? s.teacher.personId;
  return asSchool(t.owner, s.schoolId, async (tx) => {
    const classIds = order.classIds ?? [s.classA.classId, s.classB.classId];
    const [group] = await addGroups(tx, s.schoolId, s.year, [
      order.halfOf === undefined ? { kind: "stream", classIds, name: order.name } : { kind: "subgroup", classId: order.halfOf, name: order.name },
    ]);
    const { groupId } = group!;
    await enrol(
      tx,
      s.schoolId,
      order.pupils.map((pupilId) => ({ groupId, pupilId, from })),
    );
    const [subjectId = 0] = await addSubjects(tx, s.schoolId, [order.subject]);
    const gradeLevel = order.gradeLevel ?? 6;
    const [page] = await addPages(tx, s.schoolId, [{ groupId, subjectId, year: s.year, gradeLevel, kind: order.kind, usesMarks: order.usesMarks ?? null }]);
    const { pageId } = page!;
    await assignLoad(tx, s.schoolId, [{ pageId, teacherId, weeklyHours: order.weeklyHours ?? 1, from }]);
    return lessonEachWeek(tx, s, { groupId, pageId, teacherId, weekday: order.weekday ?? 3, slot: order.slot ?? 6 });
  });
}

type WeeklyHour = { groupId: number; pageId: number; teacherId: number; weekday: number; slot: number };

/** Gives a page that the program has made its lesson a week, dated over the year. */
export const inTimetable = (t: TestApp, s: MadeSchool, hour: WeeklyHour): Promise<MadeGroup> =>
  asSchool(t.owner, s.schoolId, (tx) => lessonEachWeek(tx, s, hour));

async function lessonEachWeek(tx: Transaction, s: MadeSchool, { groupId, pageId, teacherId, weekday, slot }: WeeklyHour): Promise<MadeGroup> {
  await setWeeklyLessons(tx, s.schoolId, s.page.lessons[0]!.day, [{ pageId, teacherId, weekday, slot }]);
  await makeLessons(tx, s.schoolId, s.year, [pageId]);
  const lessons = await tx.rows(LESSONS, [s.schoolId, pageId]);
  const on = (d: LocalDate) => {
    const lesson = lessons.find((l) => l.day === d);
    if (!lesson) throw new Error(`no lesson on ${d}`);
    return lesson;
  };
  return { groupId, pageId, lessons, on };
}

/** Sets what a kind of journal uses, from the first day of the made school's lessons. */
export function setKind(t: TestApp, s: MadeSchool, kind: JournalKind, value: KindNorm): Promise<void> {
  return asSchool(t.owner, s.schoolId, (tx) =>
    setNorms(tx, s.schoolId, [{ code: kindNorm(kind), value, act: "Настройка школы", clause: "виды журналов", from: s.page.lessons[0]!.day }]),
  );
}
