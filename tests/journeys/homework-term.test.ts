import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { dueAt } from "../../src/regulation/rules/deadline.ts";
import { chooseBellsRoute, setBellsRoute } from "../../src/timetable/contract/bells.ts";
import { lessonsOfDayRoute } from "../../src/timetable/contract/lessons-of-day.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const due = async (school: MadeSchool, page: MadeSchool["page"], cookie: string) => {
  const { body } = await t.ask(journalPageRoute, cookie, { params: { pageId: page.pageId } });
  const lesson = body.lessons.find((l) => l.day === school.today)!;
  return dueAt(body.norms.homeworkEntry, { lessonDay: school.today, classDayEnds: lesson.classDayEnds, timezone: school.timezone }).toISOString();
};

describe("the term of homework", () => {
  test("HW-04 runs from the class's own last lesson: two classes of one school on one day have two terms", async () => {
    const school = await aSchool(t.owner, {});
    t.at(school.now);
    // 6А has the subgroup's English as its fourth lesson, 7Б ends after the second
    const [a, b] = [await due(school, school.page, school.teacher.cookie), await due(school, school.otherPage, school.secondTeacher.cookie)];
    expect(a).not.toBe(b);
    expect(a > b).toBe(true);
  });

  test("HW-03 ORG-14 is 1 h 30 min in Simferopol and 3 h in Bishkek, in one database, by each school's own norm", async () => {
    const simferopol = await aSchool(t.owner, { preset: "stakhanovo-2021" });
    const bishkek = await aSchool(t.owner, { preset: "bishkek-61-2022", timezone: "Asia/Bishkek" });
    t.at(simferopol.now);
    // the last lesson of the class ends at 12:20 on the wall of each school
    expect(await due(simferopol, simferopol.page, simferopol.teacher.cookie)).toBe(`${simferopol.today}T10:50:00.000Z`);
    expect(await due(bishkek, bishkek.page, bishkek.teacher.cookie)).toBe(`${bishkek.today}T09:20:00.000Z`);
  });

  test("TT-05 moves with the bells of a shortened day chosen for one date, as the ends of its lessons do", async () => {
    const school = await aSchool(t.owner, {});
    t.at(school.now);
    const usual = await due(school, school.page, school.teacher.cookie);
    const slots = [1, 2, 3, 4].map((slot) => ({
      shift: 1,
      slot,
      starts: `${String(7 + slot).padStart(2, "0")}:00`,
      ends: `${String(7 + slot).padStart(2, "0")}:30`,
    }));
    const ends = async () => {
      const { body } = await t.ask(lessonsOfDayRoute, school.deputy.cookie, { params: { day: school.today } });
      return body.lessons.map((l) => l.ends);
    };
    expect(await ends()).toEqual(["10:10", "10:10", "12:20"].toSorted());
    const variant = { bellScheduleId: null, name: "Сокращённый день", seen: [], slots };
    const { body: bells } = await t.ask(setBellsRoute, school.admin.cookie, { body: variant });
    await t.ask(chooseBellsRoute, school.admin.cookie, { params: { day: school.today }, body: { bellScheduleId: bells.bellScheduleId } });
    expect(await ends()).toEqual(["09:30", "09:30", "11:30"]);
    const shortened = await due(school, school.page, school.teacher.cookie);
    expect(shortened < usual).toBe(true);
    expect(shortened).toBe(`${school.today}T10:00:00.000Z`);
  });
});
