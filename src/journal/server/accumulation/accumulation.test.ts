import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import { accumulationRoute } from "../../contract/accumulation.ts";

let t: TestApp;
/** 002, the English of the first half of 6А: one hour a week, 3 marks a quarter; mathematics: five hours, 8 marks by the school's step. */
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner, { pupils: 4 });
  await t.owner.query("update access.session set idle_until = '2100-01-01'");
  t.at(instantOf(day("2026-10-31"), "13:00", s.timezone));
  const english = s.subgroupPage.lessons.filter((l) => l.term === 1);
  const [first, second] = s.subgroup.pupils as [number, number];
  // three oral marks for the first; the second was never there
  for (const l of english.slice(0, 3)) await mark(s.subgroupPage.pageId, l.lessonId, l.day, first);
  for (const l of english) {
    await t.owner.query(
      "insert into attendance.absence (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, kind, set_at) values ($1, $2, $3, $4, $5, $6, 1, now())",
      [s.schoolId, s.subgroupPage.pageId, l.lessonId, second, l.day, s.secondTeacher.personId],
    );
  }
});
afterAll(() => t.close());

const mark = (pageId: number, lessonId: number, on: string, pupil: number) =>
  t.owner.query(
    "insert into journal.mark (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, value, signs, set_at) values ($1, $2, $3, $4, $5, $6, 4, 16, now())",
    [s.schoolId, pageId, lessonId, pupil, on, s.teacher.personId],
  );
const report = async (who: { cookie: string }, query: { month?: string; span?: "month" | "year" } = {}) =>
  (await t.ask(accumulationRoute, who.cookie, { query })).body;
const of = (lines: { pageId: number; term: number }[], pageId: number) => lines.find((l) => l.pageId === pageId)!;

describe("the report of accumulation", () => {
  test("ACC-05 of a month lists class, subject and who is short; the deputy sees the school, a teacher own pages", async () => {
    const seen = await report(s.deputy, { month: "2026-10" });
    expect(seen.lines.map((l) => [l.groupName, l.subject, l.least, l.short.length])).toEqual([
      ["6А", "Математика", 8, 5],
      ["6А англ. 1", "Английский язык", 3, 0],
      ["7Б", "Математика", 8, 4],
    ]);
    expect((await report(s.teacher, { month: "2026-10" })).lines.map((l) => l.groupName)).toEqual(["6А"]);
    expect((await t.ask(accumulationRoute, s.secretary.cookie)).status).toBe(403);
    expect((await t.ask(accumulationRoute, s.deputy.cookie, { query: { month: "осень" } })).problem.code).toBe("timetable.not_a_day");
  });

  test("ACC-03 ACC-04 who was absent all period is not listed, who has oral marks only is told apart", async () => {
    const english = of((await report(s.deputy, { month: "2026-10" })).lines, s.subgroupPage.pageId) as never as {
      short: unknown[];
      noWritten: { pupilId: number }[];
    };
    expect(english.short).toEqual([]);
    expect(english.noWritten.map((p) => p.pupilId)).toEqual([s.subgroup.pupils[0]]);
  });

  test("ACC-01 ACC-02 the norm of the school decides: without the step five hours ask for five marks", async () => {
    await t.owner.query(`update regulation.norm set value = '{"above": 2, "marks": 0}' where school_id = $1 and code = 'accumulation.step'`, [s.schoolId]);
    expect(of((await report(s.deputy, { month: "2026-10" })).lines, s.page.pageId)).toMatchObject({ least: 5, due: 5 });
    await t.owner.query(`update regulation.norm set value = '{"above": 2, "marks": 1}' where school_id = $1 and code = 'accumulation.step'`, [s.schoolId]);
  });

  test("ACC-05 over the year every term that began has its line; in the middle of a term a part of the least is due", async () => {
    t.at(instantOf(day("2026-11-30"), "13:00", s.timezone));
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    const year = (await report(s.deputy, { span: "year" })).lines.filter((l) => l.pageId === s.page.pageId);
    expect(year.map((l) => l.term)).toEqual([1, 2]);
    expect(year[1]).toMatchObject({ least: 8, due: 3 });
  });
});
