import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantRoles } from "../../src/access/server/door.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { asSchool } from "../../src/foundation/database.ts";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { changeLessonRoute, swapLessonsRoute } from "../../src/timetable/contract/change-lesson.ts";
import { timetableChangesRoute } from "../../src/timetable/contract/timetable-changes.ts";
import { addPages, addSubjects, makeLessons, setWeeklyLessons } from "../../src/timetable/server/door.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let school: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
afterAll(() => t.close());

/** A school where the homeroom teacher of class A may give lessons of others. */
async function begin(): Promise<void> {
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
  const from = plusDays(school.today, -10);
  await asSchool(t.owner, school.schoolId, (tx) => grantRoles(tx, school.schoolId, [{ personId: school.homeroom.personId, role: "subject_teacher", from }]));
}
const paramsOf = (day: LocalDate) => ({ pageId: school.page.pageId, lessonId: school.page.on(day).lessonId });
const change = (day: LocalDate, body: object) =>
  t.ask(changeLessonRoute, school.deputy.cookie, { params: paramsOf(day), body: { reason: "болезнь", expectedVersion: 1, ...body } as never });
const substitute = (day: LocalDate) => change(day, { change: "substitute", substituteId: school.homeroom.personId });
const week = async (day: LocalDate) =>
  (await t.ask(diaryWeekRoute, school.pupil.cookie, { params: { pupilId: school.classA.pupils[0]! }, query: { day } })).body;

describe("a substitution", () => {
  test("TT-07 DIA-05 shows the substitute's name to the class and to both teachers", async () => {
    await begin();
    expect((await substitute(school.today)).status).toBe(200);
    const inDiary = (await week(school.today)).days.find((d) => d.day === school.today)!.lessons.find((l) => l.subject === "Математика")!;
    expect(inDiary).toMatchObject({ substitute: "Щеглова А. И.", teacher: "Лунёва А. И.", reason: "болезнь" });
    for (const who of [school.teacher, school.homeroom]) {
      const { body } = await t.ask(journalPageRoute, who.cookie, { params: { pageId: school.page.pageId } });
      const lesson = body.lessons.find((l) => l.day === school.today)!;
      expect(body.staff.find((s) => s.personId === lesson.substituteId)?.name).toBe("Щеглова А. И.");
      const mine = (await t.ask(myPagesRoute, who.cookie)).body;
      expect(mine.lessons.find((l) => l.lessonId === lesson.lessonId)).toMatchObject({ substitution: true });
      expect(mine.pages.find((p) => p.pageId === school.page.pageId)).toBeDefined();
    }
  });

  test("TT-09 opens the journal to the substitute the day before, on the day and the day after, and no longer", async () => {
    await begin();
    const lessonDay = plusDays(school.today, 1);
    await substitute(lessonDay);
    let version = 0;
    const writes = async (day: LocalDate) => {
      t.at(instantOf(day, "13:00", school.timezone));
      await t.owner.query("update access.session set idle_until = '2100-01-01' where school_id = $1", [school.schoolId]);
      const answer = await t.ask(setLessonRoute, school.homeroom.cookie, {
        params: paramsOf(lessonDay),
        body: { topic: `тема ${day}`, expectedVersion: version },
      });
      version += Number(answer.status === 200);
      return answer.status === 200 ? "written" : answer.problem.code;
    };
    const days = [-2, -1, 0, 1, 2].map((n) => plusDays(lessonDay, n));
    const answers: string[] = [];
    for (const day of days) answers.push(await writes(day));
    expect(answers).toEqual(["timetable.substitution_window_over", "written", "written", "written", "timetable.substitution_window_over"]);
  });

  test("lets the substitute write topic, homework and marks, which carry the substitute's name", async () => {
    await begin();
    await substitute(school.today);
    const params = paramsOf(school.today);
    const lesson = await t.ask(setLessonRoute, school.homeroom.cookie, { params, body: { topic: "Дроби", homework: "№ 5", expectedVersion: 0 } });
    const mark = await t.ask(setMarkRoute, school.homeroom.cookie, {
      params: { ...params, pupilId: school.classA.pupils[0]! },
      body: { mark: "5", expectedVersion: 0 },
    });
    expect([lesson.status, mark.status]).toEqual([200, 200]);
    const { rows } = await t.owner.query(
      "select set_by from journal.mark where school_id = $1 and lesson_id = $2 union all select set_by from journal.lesson_note where school_id = $1 and lesson_id = $2",
      [school.schoolId, params.lessonId],
    );
    expect(rows).toEqual([{ set_by: school.homeroom.personId }, { set_by: school.homeroom.personId }]);
  });
});

describe("a cancellation", () => {
  test("TT-12 leaves a lesson that demands no topic and no homework, takes no entries and stands in the register as lost", async () => {
    await begin();
    const yesterday = plusDays(school.today, -1);
    const demands = async () =>
      (await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } })).body.lessons.find((l) => l.day === yesterday)!;
    expect((await demands()).classDayEnds).not.toBeNull();
    expect((await change(yesterday, { change: "cancel", reason: "нет замены" })).status).toBe(200);
    expect(await demands()).toMatchObject({ cancelled: true, classDayEnds: null });
    expect(await t.ask(setLessonRoute, school.teacher.cookie, { params: paramsOf(yesterday), body: { topic: "тема", expectedVersion: 0 } })).toMatchObject({
      status: 422,
      problem: { code: "timetable.lesson_cancelled" },
    });
    const { body } = await t.ask(timetableChangesRoute, school.deputy.cookie, { query: { from: yesterday, to: yesterday } });
    expect(body.changes).toMatchObject([{ kind: "cancelled", stands: true, substitute: null, reason: "нет замены" }]);
  });
});

describe("a swap of two lessons of tomorrow", () => {
  test("TT-06 marks both in the diary as changed and shows where they stood", async () => {
    await begin();
    const tomorrow = plusDays(school.today, 1);
    const physics = await asSchool(t.owner, school.schoolId, async (tx) => {
      const [subjectId = 0] = await addSubjects(tx, school.schoolId, ["Физика"]);
      const [page] = await addPages(tx, school.schoolId, [{ groupId: school.classA.groupId, subjectId, year: school.year, gradeLevel: 6 }]);
      await setWeeklyLessons(tx, school.schoolId, plusDays(school.today, -2), [
        { pageId: page!.pageId, teacherId: school.homeroom.personId, weekday: 4, slot: 5 },
      ]);
      await makeLessons(tx, school.schoolId, school.year, [page!.pageId]);
      return page!.pageId;
    });
    const { rows } = await t.owner.query<{ lesson_id: number }>("select lesson_id from timetable.lesson where school_id = $1 and page_id = $2 and day = $3", [
      school.schoolId,
      physics,
      tomorrow,
    ]);
    const first = { ...paramsOf(tomorrow), expectedVersion: 1 };
    const second = { pageId: physics, lessonId: rows[0]!.lesson_id, expectedVersion: 1 };
    expect((await t.ask(swapLessonsRoute, school.deputy.cookie, { body: { first, second, reason: "просьба учителя" } })).status).toBe(200);
    const { lessons } = (await week(tomorrow)).days.find((d) => d.day === tomorrow)!;
    expect(lessons.map((l) => [l.subject, l.slot, l.movedFrom])).toEqual([
      ["Физика", 3, { day: tomorrow, slot: 5 }],
      ["Математика", 5, { day: tomorrow, slot: 3 }],
    ]);
  });
});
