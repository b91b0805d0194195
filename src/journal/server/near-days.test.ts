import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays } from "../../foundation/day.ts";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { nearDaysRoute } from "../contract/near-days.ts";

let t: TestApp;
let s: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner, {});
  t.at(s.now);
});
afterAll(() => t.close());

const near = async (cookie: string) => (await t.ask(nearDaysRoute, cookie)).body;

describe("the near days of a teacher", () => {
  test("are the school day before, today and the next two, each with the teacher's own lessons", async () => {
    const { today, days } = await near(s.teacher.cookie);
    expect(today).toBe(s.today);
    expect(days.map(({ day }) => day)).toEqual([-1, 0, 1, 2].map((n) => plusDays(s.today, n)));
    for (const { day, lessons } of days)
      expect(lessons.map((l) => [l.pageId, l.lessonId])).toEqual([[s.page.pageId, s.page.on(day as typeof s.today).lessonId]]);
  });

  test("step over the days without school: on Friday to Monday and Tuesday", async () => {
    t.at(new Date("2026-09-18T10:00:00Z"));
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    expect((await near(s.teacher.cookie)).days.map(({ day }) => day)).toEqual(["2026-09-17", "2026-09-18", "2026-09-21", "2026-09-22"]);
    t.at(s.now);
  });

  test("have the lessons in which the person stands in, and none of who has none", async () => {
    await t.owner.query("update timetable.lesson set substitute_id = $3 where school_id = $1 and lesson_id = $2", [
      s.schoolId,
      s.page.on(s.today).lessonId,
      s.secondTeacher.personId,
    ]);
    const own = (await near(s.secondTeacher.cookie)).days.find(({ day }) => day === s.today)!.lessons;
    expect(own.filter((l) => l.pageId === s.page.pageId)).toMatchObject([{ substitution: true }]);
    expect((await near(s.director.cookie)).days.every(({ lessons }) => lessons.length === 0)).toBe(true);
  });
});
