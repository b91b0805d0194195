import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { asNobody } from "../../../foundation/database.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { setMarkRoute, setTermMarkRoute } from "../../../journal/contract/set-mark.ts";
import { setNorms } from "../../../regulation/server/door.ts";
import { activePeopleRoute, activityRoute, pageAccessRoute } from "../../contract/figures/activity.ts";
import { progressRoute, trendRoute } from "../../contract/figures/progress.ts";
import { openPageRoute } from "../../../journal/contract/open-page.ts";
import { indicatorsOf } from "../../rules/figures/indicators.ts";

let t: TestApp;
let s: MadeSchool;
const at = (on: LocalDate, time: string) => t.at(instantOf(on, time, s.timezone));
const put = async (pupilId: number, mark: string, term = 1, expectedVersion = 0) =>
  expect(
    (
      await t.ask(setTermMarkRoute, s.teacher.cookie, {
        params: { pageId: s.page.pageId, term, pupilId },
        body: { mark, expectedVersion },
      })
    ).status,
  ).toBe(200);
const progressBy = async (by: "class" | "subject" | "teacher" | "grade" | "pupil", classId?: number) =>
  (await t.ask(progressRoute, s.deputy.cookie, { query: { by, ...(classId ? { classId } : {}) } })).body;
const indicatorsOfA = async () => {
  const { rows, levels } = await progressBy("class");
  const term = rows.find(({ id }) => id === s.classA.classId)!.terms.find((one) => one.term === 1)!;
  return indicatorsOf(term.marks, levels, term.without);
};
const rounded = (share: number | null) => Math.round(share! * 1000) / 10;

beforeAll(async () => {
  t = await anApp(new Date("2026-10-23T10:00:00Z"));
  s = await aSchool(t.owner, { today: day("2026-10-23"), pupils: 6 });
  t.at(s.now);
});
afterAll(() => t.close());

describe("progress of the term", () => {
  test("STA-02 5, 4, 4, 3, 2 in a class: progress 80 %, quality 60 %, degree of learning 56 %", async () => {
    for (const [i, mark] of ["5", "4", "4", "3", "2"].entries()) await put(s.classA.pupils[i]!, mark);
    const found = await indicatorsOfA();
    expect([found.pass, found.quality, found.learning].map(rounded)).toEqual([80, 60, 56]);
    // the sixth pupil and the newcomer have no mark yet: they are told and not counted; so is the subgroup without marks
    expect(found).toMatchObject({ counted: 5, without: 2, average: 3.6 });
  });

  test("STA-03 PER-04 not attested stands among the results and in the denominator: progress becomes 66.7 %", async () => {
    await put(s.classA.pupils[5]!, "н/а");
    const found = await indicatorsOfA();
    expect([found.pass, found.quality, found.learning].map(rounded)).toEqual([66.7, 50, 47.8]);
    expect(found).toMatchObject({ counted: 6, without: 1, average: 3.6 });
  });

  test("REP-15 counts of terms are plain counts of the marks of terms, by class, subject, teacher, grade and pupil", async () => {
    const { rows: plain } = await t.owner.query<{ n: number }>(
      "select count(*)::int as n from journal.term_mark where school_id = $1 and term = 1 and value is not null",
      [s.schoolId],
    );
    for (const by of ["class", "subject", "teacher", "grade"] as const) {
      const { rows } = await progressBy(by);
      const sum = rows.flatMap(({ terms }) => terms.filter(({ term }) => term === 1).flatMap(({ marks }) => marks)).reduce((all, { count }) => all + count, 0);
      expect({ by, sum }).toEqual({ by, sum: plain[0]!.n });
    }
    const pupils = (await progressBy("pupil", s.classA.classId)).rows;
    expect(pupils.find(({ id }) => id === s.classA.pupils[0])?.terms).toEqual([{ term: 1, marks: [{ mark: "5", count: 1 }], without: 0 }]);
    expect(await t.ask(progressRoute, s.deputy.cookie, { query: { by: "pupil" } })).toMatchObject({
      status: 400,
      problem: { code: "control.class_of_pupils_missing" },
    });
  });

  test("STA-04 with a ten-point scale of the school 8 counts as good", async () => {
    const ten = { excellent: ["10", "9"], good: ["8", "7"], satisfactory: ["6", "5"], unsatisfactory: ["4", "3", "2", "1"], notAttested: ["н/а"] };
    await t.owner.query(
      "update regulation.norm set in_force = daterange(lower(in_force), '2026-10-24') where school_id = $1 and code in ('marks.levels', 'marks.scale_period')",
      [s.schoolId],
    );
    await asNobody(t.owner, (tx) =>
      setNorms(tx, s.schoolId, [
        { code: "marks.levels", value: ten, act: "Положение", clause: "п. 1", from: day("2026-10-24") },
        {
          code: "marks.scale_period",
          value: ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "н/а"],
          act: "Положение",
          clause: "п. 1",
          from: day("2026-10-24"),
        },
      ]),
    );
    at(day("2026-10-25"), "12:00");
    await put(s.classA.pupils[0]!, "8", 1, 1);
    const { rows, levels } = await progressBy("pupil", s.classA.classId);
    expect(indicatorsOf(rows.find(({ id }) => id === s.classA.pupils[0])!.terms[0]!.marks, levels)).toMatchObject({
      quality: 1,
      levels: { good: 1, excellent: 0 },
    });
    t.at(s.now);
  });
});

describe("the trend of a year", () => {
  test("CTL-24 STA-06 averages by month of a class and of each pupil, which the homeroom teacher of the class reads", async () => {
    const [first, second] = s.classA.pupils as [number, number];
    const give = async (on: LocalDate, pupilId: number, mark: string) => {
      at(on, "12:30");
      const { status } = await t.ask(setMarkRoute, s.teacher.cookie, {
        params: { pageId: s.page.pageId, lessonId: s.page.on(on).lessonId, pupilId },
        body: { mark, expectedVersion: 0 },
      });
      expect(status).toBe(200);
    };
    await give(day("2026-09-07"), first, "3");
    await give(day("2026-09-08"), first, "4");
    await give(day("2026-10-05"), first, "5");
    await give(day("2026-10-06"), second, "4");
    t.at(s.now);
    const answer = await t.ask(trendRoute, s.homeroom.cookie, { query: { by: "class", id: s.classA.classId } });
    expect(answer.status).toBe(200);
    const averages = (months: readonly { month: string; sum: number; count: number }[]) => months.map(({ month, sum, count }) => [month, sum / count]);
    expect(averages(answer.body.rows.find(({ id }) => id === first)!.months)).toEqual([
      ["2026-09-01", 3.5],
      ["2026-10-01", 5],
    ]);
    expect(averages(answer.body.months)).toEqual([
      ["2026-09-01", 3.5],
      ["2026-10-01", 4.5],
    ]);
    expect((await t.ask(trendRoute, s.homeroom.cookie, { query: { by: "class", id: s.classB.classId } })).status).toBe(403);
    for (const [by, id] of [
      ["subject", s.mathematics],
      ["teacher", s.teacher.personId],
      ["pupil", first],
    ] as const) {
      const { body } = await t.ask(trendRoute, s.deputy.cookie, { query: { by, id } });
      expect(body.rows).toEqual([expect.objectContaining({ name: "6А, Математика", pageId: s.page.pageId })]);
    }
    expect(await t.ask(trendRoute, s.deputy.cookie, { query: { by: "class", id: 999_999 } })).toMatchObject({
      status: 404,
      problem: { code: "control.row_not_found" },
    });
  });
});

describe("activity", () => {
  const days = () => ({ from: s.today, to: s.today });

  test("CTL-01 CTL-06 CTL-26 STA-01 participation of teachers, pupils and parents, by role and class", async () => {
    at(s.today, "13:00");
    const { body } = await t.ask(activityRoute, s.admin.cookie, { query: days() });
    // two teachers have a load, one of them put marks on this day
    expect(body.staff).toEqual({ teachers: 2, entered: 1 });
    // parents of two pupils of the class signed in; of the pupils two themselves
    expect(body.classes.find(({ classId }) => classId === s.classA.classId)).toMatchObject({ pupils: 7, seen: 2, withParent: 2 });
    expect(body.roles.find(({ role }) => role === "guardian")).toMatchObject({ people: 2, accounts: 2, seen: 2, seenIn7: 2, seenIn30: 2 });
    expect(body.roles.find(({ role }) => role === "subject_teacher")).toMatchObject({ people: 2, accounts: 2, seen: 2, wrote: 1 });
    const { people } = (await t.ask(activePeopleRoute, s.admin.cookie, { query: { ...days(), role: "subject_teacher" } })).body;
    expect(people.map(({ name, entries }) => [name, entries > 0])).toEqual([
      ["Брагина Анна Ильинична", false],
      ["Лунёва Анна Ильинична", true],
    ]);
    const pupils = (await t.ask(activePeopleRoute, s.admin.cookie, { query: { ...days(), role: "pupil" } })).body.people;
    expect(pupils[0]).toMatchObject({ hasAccount: false, lastOn: null, days: 0, className: expect.stringMatching(/6А|7Б/) as string });
  });

  test("REP-13 who came in the days and who did not, a day later nobody came yet", async () => {
    at(day("2026-11-30"), "08:00");
    const { body } = await t.ask(activityRoute, s.director.cookie, { query: { from: day("2026-11-30"), to: day("2026-11-30") } });
    expect(body.roles.find(({ role }) => role === "guardian")).toMatchObject({ seen: 0, seenIn7: 0, seenIn30: 0 });
    // the director asked just now: the session itself notes the day
    expect(body.roles.find(({ role }) => role === "director")).toMatchObject({ seen: 1 });
    t.at(s.now);
  });

  test("REP-12 SEC-10 who opened a page a minute ago and who changed it, with the moment", async () => {
    at(s.today, "13:10");
    expect((await t.ask(openPageRoute, s.homeroom.cookie, { params: { pageId: s.page.pageId } })).status).toBe(200);
    expect((await t.ask(openPageRoute, s.pupil.cookie, { params: { pageId: s.page.pageId } })).status).toBe(403);
    at(s.today, "13:11");
    const { lines } = (await t.ask(pageAccessRoute, s.deputy.cookie, { query: { ...days(), pageId: s.page.pageId } })).body;
    expect(lines[0]).toMatchObject({
      name: "Щеглова А. И.",
      groupName: "6А",
      subject: "Математика",
      opened: 1,
      changes: 0,
      lastOpenedAt: instantOf(s.today, "13:10", s.timezone).toISOString(),
    });
    expect(lines[1]).toMatchObject({ name: "Лунёва А. И.", opened: 0 });
    expect(lines[1]!.changes).toBeGreaterThan(0);
    t.at(s.now);
  });
});
