import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { instantOf, mondayOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { journalControlRoute, journalFindingsRoute } from "../../contract/journal-control.ts";

let t: TestApp;
let s: MadeSchool;
const monday = () => mondayOf(s.today);
const at = (on: LocalDate, time: string) => t.at(instantOf(on, time, s.timezone));
const write = async (day: LocalDate, body: object, expectedVersion = 0) =>
  expect(
    (
      await t.ask(setLessonRoute, s.teacher.cookie, {
        params: { pageId: s.page.pageId, lessonId: s.page.on(day).lessonId },
        body: { ...body, expectedVersion },
      })
    ).status,
  ).toBe(200);
const report = async (by: "teacher" | "class", from: string = monday(), to: string = s.today) =>
  (await t.ask(journalControlRoute, s.deputy.cookie, { query: { from, to, by } })).body;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  // Monday in time with homework; Tuesday's topic a day late, «Без задания» late too; Wednesday nothing yet
  at(monday(), "10:00");
  await write(monday(), { topic: "Дроби", homework: "№ 1" });
  at(s.today, "11:30");
  await write(plusDays(monday(), 1), { topic: "Доли", homework: "Без задания" });
});
afterAll(() => t.close());

describe("the deputy's page", () => {
  test("CTL-04 CTL-05 counts topics and homework of held lessons: «Без задания» is homework, an empty one is not", async () => {
    const row = (await report("teacher")).rows.find(({ id }) => id === s.teacher.personId)!;
    expect(row).toMatchObject({ name: "Лунёва А. И.", figures: { held: 3, topics: 2, inTime: 1, homeworkHeld: 3, homework: 2, homeworkInTime: 1 } });
    expect(row.weeks).toEqual([{ monday: monday(), held: 3, inTime: 1 }]);
  });

  test("says the same as a plain count over the tables, by teacher and by class", async () => {
    for (const by of ["teacher", "class"] as const) {
      const { total, rows } = await report(by);
      const { rows: counted } = await t.owner.query(
        `select count(*)::int as held, count(n.topic)::int as topics, count(n.homework)::int as homework from timetable.lesson l
         left join journal.lesson_note n using (school_id, page_id, lesson_id) where school_id = $1 and l.day between $2 and $3 and l.state = 0 and l.slot <= 3`,
        [s.schoolId, monday(), s.today],
      );
      expect({ held: total.held, topics: total.topics, homework: total.homework }).toEqual(counted[0]);
      expect(rows.reduce((sum, { figures }) => sum + figures.held, 0)).toBe(total.held);
    }
  });

  test("puts first who needs help", async () => {
    const shares = (await report("teacher")).rows.map(({ figures }) => figures.inTime / figures.held);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test("CTL-07 CTL-08 shows the lessons behind a number: the term, the clause, when it was written", async () => {
    const query = { from: monday(), to: s.today, by: "teacher" as const, id: s.teacher.personId };
    const { findings } = (await t.ask(journalFindingsRoute, s.deputy.cookie, { query })).body;
    const tuesday = plusDays(monday(), 1);
    expect(findings.map(({ day, what, writtenAt }) => [day, what, writtenAt !== null])).toEqual([
      [tuesday, "lesson_entry", true],
      [tuesday, "homework", true],
    ]);
    expect(findings[0]).toMatchObject({
      clause: "приложение 4, п. 4.2.4а",
      teacher: "Лунёва А. И.",
      writtenAt: instantOf(s.today, "11:30", s.timezone).toISOString(),
    });
    // the lesson of this day is not written, and its homework's term ends at 13:50
    at(s.today, "13:51");
    const later = (await t.ask(journalFindingsRoute, s.deputy.cookie, { query })).body.findings;
    expect(later.filter(({ day }) => day === s.today).map(({ what, writtenAt }) => [what, writtenAt])).toEqual([["homework", null]]);
    at(s.today, "11:30");
  });

  test("does not count a cancelled lesson, nor one that has not begun", async () => {
    const before = (await report("teacher")).total.held;
    const { lessonId } = s.page.on(monday());
    await t.owner.query("update timetable.lesson set state = 1 where school_id = $1 and lesson_id = $2 and page_id = $3", [
      s.schoolId,
      lessonId,
      s.page.pageId,
    ]);
    expect((await report("teacher")).total.held).toBe(before - 1);
    await t.owner.query("update timetable.lesson set state = 0 where school_id = $1 and lesson_id = $2 and page_id = $3", [
      s.schoolId,
      lessonId,
      s.page.pageId,
    ]);
    at(s.today, "08:00");
    expect((await report("teacher")).total.held).toBe(before - 2);
    at(s.today, "11:30");
  });

  test.each([
    ["2026-02-30", "2026-03-01", "timetable.not_a_day"],
    ["2026-09-16", "2026-09-01", "control.days_upside_down"],
    ["2024-09-01", "2026-09-01", "control.too_many_days"],
  ])("refuses the days %s to %s with a sentence", async (from, to, code) => {
    expect(await t.ask(journalControlRoute, s.deputy.cookie, { query: { from, to, by: "teacher" } })).toMatchObject({ status: 400, problem: { code } });
  });
});
