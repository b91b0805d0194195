import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadePage, MadeSchool } from "../../../../tests/builders/school.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { classHomeworkRoute, unwrittenLessonsRoute } from "../../contract/lesson-check.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4, preset: "chaikovsky-gymnasium-2023" });
  t.at(school.now);
});
afterAll(() => t.close());

const write = (page: MadePage, on: LocalDate, body: object, cookie = school.teacher.cookie) =>
  t.ask(setLessonRoute, cookie, { params: { pageId: page.pageId, lessonId: page.on(on).lessonId }, body: { expectedVersion: 0, ...body } });
const homework = (cookie = school.deputy.cookie, on?: string) =>
  t.ask(classHomeworkRoute, cookie, { params: { classId: school.classA.classId }, query: on === undefined ? {} : { day: on } });
const unwritten = async (cookie = school.teacher.cookie, month = "2026-09") => (await t.ask(unwrittenLessonsRoute, cookie, { query: { month } })).body;

describe("homework of a class by day", () => {
  test("HW-07 CTL-13 lists it with total minutes, HW-08 says when the limit of the grade is exceeded and by which subjects", async () => {
    await write(school.page, school.today, { homework: "№ 5", minutes: 90 });
    await write(school.subgroupPage, school.today, { homework: "Слова", minutes: 70 }, school.secondTeacher.cookie);
    const { body } = await homework();
    expect(body).toMatchObject({ className: "6А", gradeLevel: 6, monday: "2026-09-14" });
    expect(body.days.map((d) => d.day)).toEqual(["2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17", "2026-09-18"]);
    expect(body.days.find((d) => d.day === school.today)).toMatchObject({
      total: 160,
      limit: 150,
      over: true,
      beforeDayOff: false,
      subjects: [
        { subject: "Математика", minutes: 90 },
        { subject: "Английский язык", minutes: 70 },
      ],
      lessons: [
        { subject: "Математика", homework: "№ 5", minutes: 90 },
        { subject: "Английский язык", groupName: "6А англ. 1", homework: "Слова", minutes: 70 },
      ],
    });
    expect((await homework(school.homeroom.cookie)).body).toEqual(body);
  });

  test("HW-10 of a Friday has 70 percent of the limit", async () => {
    await write(school.page, day("2026-09-18"), { homework: "№ 6", minutes: 106 });
    expect((await homework()).body.days.at(-1)).toMatchObject({ beforeDayOff: true, limit: 105, over: true });
  });

  test("a day that is none is refused, and a class that is none not found", async () => {
    expect(await homework(undefined, "2026-02-30")).toMatchObject({ status: 400, problem: { code: "journal.not_a_day" } });
    expect((await t.ask(classHomeworkRoute, school.deputy.cookie, { params: { classId: 999_999 }, query: {} })).status).toBe(404);
  });
});

describe("lessons of a month without topic or homework", () => {
  test("LES-05 a lesson with an empty topic or homework is listed, HW-02 «Без задания» makes it complete; LES-09 the day of the last entry is told", async () => {
    const page = async () => (await unwritten()).pages.find((p) => p.pageId === school.page.pageId)!;
    const before = await page();
    expect(before.held).toBe(12);
    expect(before.gaps.find((g) => g.day === school.today)).toMatchObject({ noTopic: true, noHomework: false });
    expect(before.lastOn).toBeNull();
    await write(school.page, school.today, { topic: "Дроби", expectedVersion: 1 });
    await write(school.page, day("2026-09-14"), { topic: "Дроби" });
    expect((await page()).gaps.find((g) => g.day === "2026-09-14")).toMatchObject({ noTopic: false, noHomework: true });
    await write(school.page, day("2026-09-14"), { homework: "Без задания", expectedVersion: 1 });
    const after = await page();
    expect(after.gaps.map((g) => g.day)).not.toContain("2026-09-14");
    expect(after.gaps.length).toBe(before.gaps.length - 2);
    expect(after.lastOn).toBe(school.today);
  });

  test("a teacher sees the own pages, the deputy all of them with their teachers", async () => {
    expect((await unwritten()).pages.map((p) => p.pageId)).toEqual([school.page.pageId]);
    const all = await unwritten(school.deputy.cookie);
    expect(all.wholeSchool).toBe(true);
    expect(all.pages.map((p) => p.pageId).toSorted((a, b) => a - b)).toEqual([school.page.pageId, school.subgroupPage.pageId, school.otherPage.pageId]);
    expect(all.pages.find((p) => p.pageId === school.otherPage.pageId)!.teachers).toBe("Брагина А. И.");
  });

  test("HW-13 of the past month they are listed on the 8th; on the 9th they are overdue", async () => {
    t.at(instantOf(day("2026-10-08"), "23:50", school.timezone));
    expect(await unwritten()).toMatchObject({
      dueOn: "2026-10-08",
      overdue: false,
      pages: [{ gaps: expect.arrayContaining([expect.objectContaining({ noTopic: true })]) }],
    });
    t.at(instantOf(day("2026-10-09"), "00:10", school.timezone));
    expect(await unwritten()).toMatchObject({ overdue: true });
    t.at(school.now);
  });

  test("a month that is none is refused", async () => {
    expect(await t.ask(unwrittenLessonsRoute, school.teacher.cookie, { query: { month: "2026-13" } })).toMatchObject({ status: 400 });
  });
});
