import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { grantRoles } from "../../../access/server/door.ts";
import { asNobody } from "../../../foundation/database.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { addDepartment } from "../../../people/server/door.ts";
import { departmentReportsRoute, sendDepartmentReportRoute } from "../../contract/figures/department-reports.ts";
import { figureCellsRoute, figuresRoute } from "../../contract/figures/figures.ts";
import { groupFigures } from "../../rules/figures/group-figures.ts";

let t: TestApp;
let s: MadeSchool;
let exact: number;
let arts: number;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  await t.owner.query("update access.session set idle_until = '2100-01-01'");
  [exact, arts] = await asNobody(t.owner, async (tx) => {
    await tx.inSchool(s.schoolId);
    const from = day("2026-09-01");
    await grantRoles(tx, s.schoolId, [{ personId: s.secondTeacher.personId, role: "head_of_department", from }]);
    return [
      await addDepartment(tx, s.schoolId, { name: "Отдел точных наук", from, heads: [s.secondTeacher.personId], people: [] }),
      await addDepartment(tx, s.schoolId, { name: "Отдел искусств", from, heads: [], people: [s.teacher.personId] }),
    ];
  });
  t.at(instantOf(day("2026-09-02"), "13:00", s.timezone));
  await t.ask(setLessonRoute, s.secondTeacher.cookie, {
    params: { pageId: s.otherPage.pageId, lessonId: s.otherPage.on(day("2026-09-02")).lessonId },
    body: { topic: "Степени", homework: "№ 2", expectedVersion: 0 },
  });
  t.at(instantOf(day("2026-10-10"), "10:00", s.timezone));
});
afterAll(() => t.close());

const month = "2026-09";
const send = (departmentId: number, who = s.secondTeacher, of = month) =>
  t.ask(sendDepartmentReportRoute, who.cookie, { params: { departmentId }, body: { month: of } });
const reports = async (who = s.deputy) => (await t.ask(departmentReportsRoute, who.cookie, { query: { month } })).body;

describe("the report of a department", () => {
  test("REP-18 the head hands the month in on the 10th, the deputy sees it with its figures and who did not", async () => {
    expect((await reports()).departments.map(({ name, sentOn }) => [name, sentOn])).toEqual([
      ["Отдел искусств", null],
      ["Отдел точных наук", null],
    ]);
    expect((await send(exact)).status).toBe(200);
    const seen = await reports();
    expect(seen.departments.find(({ departmentId }) => departmentId === arts)).toMatchObject({ sentOn: null, maySend: false });
    const sent = seen.departments.find(({ departmentId }) => departmentId === exact)!;
    const { rows } = await t.owner.query<{ n: number }>(
      "select count(*)::int as n from timetable.lesson where school_id = $1 and day between '2026-09-01' and '2026-09-30' and state = 0 and teacher_id = $2",
      [s.schoolId, s.secondTeacher.personId],
    );
    expect(sent).toMatchObject({
      sentOn: "2026-10-10",
      sentBy: "Брагина А. И.",
      heads: ["Брагина А. И."],
      figures: { held: rows[0]!.n, inTime: 1, homework: 1 },
    });
  });

  test("what was handed in stands: it is not handed in twice, and later entries do not change it", async () => {
    const before = await reports();
    await t.ask(setLessonRoute, s.secondTeacher.cookie, {
      params: { pageId: s.otherPage.pageId, lessonId: s.otherPage.on(day("2026-09-03")).lessonId },
      body: { topic: "Корни", homework: "№ 3", expectedVersion: 0 },
    });
    expect((await send(exact)).status).toBe(200);
    expect(await reports()).toEqual(before);
    const { rows } = await t.owner.query("select count(*)::int as n from control.department_report where school_id = $1", [s.schoolId]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("refuses a month that is not over, another's department, one that is no month", async () => {
    expect(await send(exact, s.secondTeacher, "2026-10")).toMatchObject({ status: 422, problem: { code: "control.month_not_over" } });
    expect((await send(arts)).status).toBe(403);
    expect((await send(exact, s.deputy)).status).toBe(403);
    expect(await send(exact, s.secondTeacher, "сентябрь")).toMatchObject({ status: 400, problem: { code: "timetable.not_a_day" } });
  });

  test("a head reads the figures of own people only, the deputy of all", async () => {
    const query = { from: day("2026-09-01"), to: day("2026-09-30") };
    const own = (await t.ask(figuresRoute, s.secondTeacher.cookie, { query })).body;
    expect(groupFigures(own, "teacher").map(({ name }) => name)).toEqual(["Брагина А. И."]);
    expect(groupFigures(own, "department").map(({ name }) => name)).toEqual(["Отдел точных наук"]);
    const whole = (await t.ask(figuresRoute, s.deputy.cookie, { query })).body;
    expect(
      groupFigures(whole, "department")
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["Отдел искусств", "Отдел точных наук"]);
    const cells = async (id: number) =>
      (await t.ask(figureCellsRoute, s.deputy.cookie, { query: { ...query, metric: "topics", by: "department", id } })).body.count;
    for (const { id, sums } of groupFigures(whole, "department")) expect(await cells(id)).toBe(sums.held - sums.topics);
    expect((await t.ask(figuresRoute, s.teacher.cookie, { query })).status).toBe(403);
  });
});
