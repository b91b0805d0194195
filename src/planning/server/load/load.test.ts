import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { WHO } from "../../../../tests/rights/case.ts";
import { asSchool } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { setCurriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { addLoadRoute, changeLoadRoute, endLoadRoute, fulfilmentRoute, loadRoute } from "../../contract/load/load.ts";
import { plansRoute } from "../../contract/plan/list-plans.ts";
import { setPlanRoute } from "../../contract/plan/set-plan.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
beforeEach(async () => {
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const load = async () => (await t.ask(loadRoute, s.deputy.cookie)).body;
const add = (body: { groupId: number; subject: string; teacherId: number; weeklyHours: number }, who: Signed = s.admin) =>
  t.ask(addLoadRoute, who.cookie, { body });
const line = (gradeLevel: number, subject: string, weeklyHours: number) => ({ gradeLevel, subject, weeklyHours, yearHours: weeklyHours * 34 });
const curriculum = (lines: ReturnType<typeof line>[]) =>
  t.ask(setCurriculumRoute, s.deputy.cookie, { params: { year: s.year }, body: { expectedVersion: 0, lines } });
const params = () => ({ pageId: s.page.pageId, teacherId: s.teacher.personId });
const weekly = async (day: string) => {
  const text = { name: "tests.weekly_hours", text: "select planning.weekly_hours($1, $2, $3)::float8 as hours" };
  const row = await asSchool(t.pool, s.schoolId, (tx) => tx.row<{ hours: number }>(text, [s.schoolId, s.page.pageId, day]));
  return row!.hours;
};

describe("the load against the curriculum", () => {
  test("CUR-02 the sums of every class equal the curriculum, and where they do not the differences are listed", async () => {
    await curriculum([line(6, "Математика", 5), line(6, "Английский язык", 1), line(7, "Математика", 6), line(7, "История", 2)]);
    const { sums, differences, due, overdue } = await load();
    expect(sums).toEqual([
      { classId: s.classA.classId, name: s.classA.name, gradeLevel: 6, curriculum: 6, load: 6 },
      { classId: s.classB.classId, name: s.classB.name, gradeLevel: 7, curriculum: 8, load: 5 },
    ]);
    expect(differences.map(({ className, subject, difference, kind }) => [className, subject, difference, kind])).toEqual([
      [s.classB.name, "Математика", -1, "short"],
      [s.classB.name, "История", -2, "none"],
    ]);
    // the day by which both are to be approved has gone by, and the mathematics of 7Б stands since the year began
    expect({ due, overdue }).toEqual({ due: "2026-08-31", overdue: true });
    expect(differences.map((each) => each.since)).toEqual(["2026-09-01", null]);
  });

  test("CUR-07 a load for a subject outside the grade's curriculum is flagged", async () => {
    await curriculum([line(6, "Математика", 5), line(7, "Математика", 5)]);
    expect((await load()).differences).toMatchObject([{ className: s.classA.name, subject: "Английский язык", kind: "outside", load: 1 }]);
  });
});

describe("a line of load", () => {
  const geography = () => ({ groupId: s.classA.groupId, subject: "География", teacherId: s.secondTeacher.personId, weeklyHours: 2 });

  test("opens the page for its teacher and the deputy, who sees that it has no plan", async () => {
    const { body } = await add(geography());
    const ofTeacher = (await t.ask(plansRoute, s.secondTeacher.cookie)).body.pages.find((p) => p.pageId === body.pageId);
    expect(ofTeacher).toMatchObject({ own: true, version: 0, groupName: "6А", subject: "География", gradeLevel: 6 });
    expect(await add(geography())).toMatchObject({ status: 200, body });
    expect(await add({ ...geography(), weeklyHours: 3 })).toMatchObject({ status: 409, problem: { code: "planning.load_stands", facts: { weeklyHours: 2 } } });
  });

  test("CUR-04 hours changed from today are those of the page from today, and those before stay true", async () => {
    const change = (expectedHours: number, weeklyHours: number) =>
      t.ask(changeLoadRoute, s.deputy.cookie, { params: params(), body: { expectedHours, weeklyHours } });
    expect((await change(5, 6)).status).toBe(200);
    expect([await weekly(plusDays(s.today, -1)), await weekly(s.today)]).toEqual([5, 6]);
    expect((await change(5, 6)).status).toBe(200);
    expect(await change(5, 4)).toMatchObject({ status: 409, problem: { facts: { weeklyHours: 6 } } });
    expect((await change(6, 2)).status).toBe(200);
    expect((await load()).lines.filter((l) => l.pageId === s.page.pageId)).toMatchObject([{ weeklyHours: 2, from: s.today }]);
  });

  test("ended is gone from today, and only once", async () => {
    const end = (expectedHours: number) => t.ask(endLoadRoute, s.deputy.cookie, { params: params(), body: { expectedHours } });
    expect((await end(4)).status).toBe(409);
    expect((await end(5)).status).toBe(200);
    expect((await end(5)).status).toBe(404);
    expect([await weekly(plusDays(s.today, -1)), await weekly(s.today)]).toEqual([5, 0]);
    const { body } = await add({ groupId: s.classA.groupId, subject: "Математика", teacherId: s.teacher.personId, weeklyHours: 5 });
    expect(body.pageId).toBe(s.page.pageId);
    expect(await weekly(s.today)).toBe(5);
  });

  test("is refused for who is not staff, for another school's group, to who does not set the load", async () => {
    expect(await add({ ...geography(), teacherId: s.guardian.personId })).toMatchObject({ status: 400, problem: { code: "planning.teacher_not_found" } });
    expect(await add({ ...geography(), groupId: 99_999 })).toMatchObject({ status: 404, problem: { code: "planning.group_not_found" } });
    for (const who of WHO) {
      if (["director", "deputy", "admin"].includes(who)) continue;
      const answer = await t.ask(endLoadRoute, s[who].cookie, { params: params(), body: { expectedHours: 5 } });
      expect({ who, status: answer.status }).toEqual({ who, status: 403 });
    }
    const { rows } = await t.owner.query("select 1 from timetable.subject where school_id = $1 and name = 'География'", [s.schoolId]);
    expect(rows).toEqual([]);
  });
});

describe("plans of the school", () => {
  test("KTP-01 KTP-05 the deputy's list «no plan» is empty only when every load line has one", async () => {
    const without = async () => (await t.ask(plansRoute, s.deputy.cookie)).body.pages.filter((p) => p.version === 0 || p.lines === 0).map((p) => p.teachers);
    expect(await without()).toHaveLength(3);
    const lines = [{ lineId: null, topic: "Тема", hours: 1, homework: "", section: "", isControl: false }];
    const put = (pageId: number, who: Signed) => t.ask(setPlanRoute, who.cookie, { params: { pageId }, body: { expectedVersion: 0, lines } });
    await put(s.page.pageId, s.teacher);
    await put(s.subgroupPage.pageId, s.secondTeacher);
    expect(await without()).toEqual(["Брагина А. И."]);
    await put(s.otherPage.pageId, s.secondTeacher);
    expect(await without()).toEqual([]);
    const late = (await t.ask(plansRoute, s.deputy.cookie)).body;
    expect(late).toMatchObject({ planDue: "2026-09-01", planOverdue: true, programmeDue: "2026-09-10", programmeOverdue: true });
  });

  test("a plan of a past year stays in the base to copy from, and is nobody's own", async () => {
    const lines = [{ lineId: null, topic: "Тема", hours: 1, homework: "", section: "", isControl: false }];
    await t.ask(setPlanRoute, s.teacher.cookie, { params: { pageId: s.page.pageId }, body: { expectedVersion: 0, lines } });
    await t.owner.query("insert into timetable.school_year (school_id, year, starts_on, ends_on) values ($1, 2025, '2025-09-01', '2026-05-31')", [s.schoolId]);
    await t.owner.query("update timetable.page set year = 2025 where school_id = $1 and page_id = $2", [s.schoolId, s.page.pageId]);
    const { pages } = (await t.ask(plansRoute, s.teacher.cookie)).body;
    expect(pages.find((p) => p.pageId === s.page.pageId)).toMatchObject({ year: 2025, own: false, lag: null, lines: 1 });
  });
});

describe("fulfilment of the programme", () => {
  test("CUR-06 cancel one lesson of a page of one hour a week: planned stays, held and to come are one less, one is lost", async () => {
    const own = async (term?: number) =>
      (await t.ask(fulfilmentRoute, s.deputy.cookie, { query: term === undefined ? {} : { term } })).body.pages.find(
        (p) => p.pageId === s.subgroupPage.pageId,
      )!;
    const planned = s.subgroupPage.lessons.length;
    expect(await own()).toMatchObject({ planned, lost: 0 });
    const { lessonId } = s.subgroupPage.on(s.today);
    const body = { change: "cancel" as const, reason: "карантин", expectedVersion: 1 };
    await t.ask(changeLessonRoute, s.deputy.cookie, { params: { pageId: s.subgroupPage.pageId, lessonId }, body });
    const after = await own();
    expect(after).toMatchObject({ planned, lost: 1 });
    expect(after.held + after.ahead).toBe(planned - 1);
    expect(await own(1)).toMatchObject({ lost: 1 });
    expect(await own(2)).toMatchObject({ lost: 0 });
  });
});
