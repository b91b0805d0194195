import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadePage, MadeSchool } from "../../../../tests/builders/school.ts";
import { asSchool } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import { planOfLesson } from "../../../planning/server/door.ts";
import { setPlanRoute } from "../../../planning/contract/plan/set-plan.ts";
import { lessonHintsRoute } from "../../contract/lesson-hints.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
});
afterAll(() => t.close());

const lessonOf = (page: MadePage, day = school.today) => ({ pageId: page.pageId, lessonId: page.on(day).lessonId });
const hints = async (page = school.page, day = school.today, cookie = school.teacher.cookie) =>
  (await t.ask(lessonHintsRoute, cookie, { params: lessonOf(page, day) })).body;
const write = (body: object, page = school.page, day = school.today, cookie = school.teacher.cookie) =>
  t.ask(setLessonRoute, cookie, { params: lessonOf(page, day), body: { expectedVersion: 0, ...body } });

describe("how much homework a class has for a day", () => {
  test("HW-08 names the other subjects of the class with their minutes and the limit of its grade", async () => {
    expect((await hints()).loads).toEqual([{ className: "6А", limit: 150, beforeDayOff: false, others: [] }]);
    await write({ homework: "Слова", minutes: 70 }, school.subgroupPage, school.today, school.secondTeacher.cookie);
    await write({ homework: "№ 5", minutes: 90 });
    const { subject, loads } = await hints();
    expect(subject).toBe("Математика");
    expect(loads).toMatchObject([{ others: [{ subject: "Английский язык", groupId: school.subgroupPage.groupId, minutes: 70 }] }]);
    const english = await hints(school.subgroupPage, school.today, school.secondTeacher.cookie);
    expect(english.loads).toMatchObject([{ className: "6А", others: [{ subject: "Математика", minutes: 90 }] }]);
  });

  test("HW-10 before days off the limit is 70 percent", async () => {
    const friday = plusDays(school.today, 2);
    expect((await hints(school.page, friday)).loads).toMatchObject([{ beforeDayOff: true, limit: 105 }]);
  });
});

describe("the plan in the lesson", () => {
  const line = (topic: string, homework = "") => ({ lineId: null, topic, hours: 1, homework, section: "", isControl: false });
  const days = () => school.page.lessons.filter((l) => l.day > school.today).map((l) => l.day);

  test("nothing is offered where the page has no plan", async () => {
    expect((await hints()).plan).toBeNull();
  });

  test("KTP-06 the lesson is offered the next topic of the plan with its homework; writing it gives the line, and the next lesson is offered the next", async () => {
    const lines = school.page.lessons.map((_, i) => line(`Тема ${i + 1}`, `§ ${i + 1}`));
    await t.ask(setPlanRoute, school.teacher.cookie, { params: { pageId: school.page.pageId }, body: { expectedVersion: 0, lines } });
    const [first, second] = [days()[0]!, days()[1]!];
    const offered = (await hints(school.page, first)).plan!.offered!;
    expect(offered.homework).toBe(offered.topic.replace("Тема", "§"));
    await write({ topic: offered.topic, homework: offered.homework }, school.page, first);
    expect((await hints(school.page, first)).plan).toMatchObject({ given: offered, offered });
    const n = Number(offered.topic.split(" ")[1]);
    expect((await hints(school.page, second)).plan!.offered!.topic).toBe(`Тема ${n + 1}`);
    const given = () => asSchool(t.pool, school.schoolId, (tx) => planOfLesson(tx, school.schoolId, school.page.pageId, school.page.on(first).lessonId));
    expect((await given())!.given!.topic).toBe(offered.topic);
    await write({ topic: `${offered.topic}. Решение задач`, expectedVersion: 1 }, school.page, first);
    expect((await given())!.given!.topic).toBe(offered.topic);
    await write({ topic: null, expectedVersion: 2 }, school.page, first);
    expect((await given())!.given).toBeNull();
  });
});
