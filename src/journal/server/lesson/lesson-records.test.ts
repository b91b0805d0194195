import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { asSchool } from "../../../foundation/database.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import { recordChange } from "../../../timetable/server/door.ts";
import { lessonRecordsRoute } from "../../contract/lesson-records.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
});
afterAll(() => t.close());

const write = (back: number, body: object, cookie = school.teacher.cookie) =>
  t.ask(setLessonRoute, cookie, {
    params: { pageId: school.page.pageId, lessonId: school.page.on(plusDays(school.today, -back)).lessonId },
    body: { expectedVersion: 0, ...body },
  });
const records = async (cookie = school.teacher.cookie) => (await t.ask(lessonRecordsRoute, cookie, { params: { pageId: school.page.pageId } })).body;
const of = async (back: number) => (await records()).records.find((r) => r.lesson === school.page.on(plusDays(school.today, -back)).lessonId);

describe("who wrote the lessons of a page and when", () => {
  test("LES-03 a lesson written on another day shows its day and when it really was written, and that it was late", async () => {
    await write(1, { topic: "Дроби" });
    expect(await of(1)).toMatchObject({ enteredAt: expect.stringContaining(school.today), by: "Лунёва А. И.", late: true, homeworkAt: null, homeworkBy: null });
  });

  test("LES-07 the counter of lessons passed grows by one after a lesson is saved", async () => {
    const before = await records();
    await write(2, { topic: "Проценты", homework: "№ 1" });
    const after = await records();
    expect([after.passed, after.planned, after.held]).toEqual([before.passed + 1, before.planned, before.held]);
    expect(after.planned).toBe(school.page.lessons.length);
    expect(after.lastOn).toBe(plusDays(school.today, -2));
  });

  test("HW-12 the author of the homework of a substituted lesson is the substitute, whoever mends its topic later", async () => {
    const { lessonId } = school.page.on(school.today);
    await asSchool(t.owner, school.schoolId, (tx) =>
      recordChange(tx, {
        schoolId: school.schoolId,
        pageId: school.page.pageId,
        lessonId,
        expectedVersion: 1,
        kind: "substituted",
        substituteId: school.secondTeacher.personId,
        reason: "болезнь",
        actor: school.deputy.personId,
        at: school.now,
        right: "deputy_studies/school",
      }),
    );
    await write(0, { homework: "§ 4" }, school.secondTeacher.cookie);
    t.at(instantOf(school.today, "13:20", school.timezone));
    await write(0, { topic: "Дроби", expectedVersion: 1 });
    t.at(school.now);
    expect(await of(0)).toMatchObject({ by: "Лунёва А. И.", homeworkBy: "Брагина А. И.", homeworkAt: expect.stringContaining("T10:00"), late: false });
  });
});
