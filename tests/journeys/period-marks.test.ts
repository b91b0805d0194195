import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { asNobody } from "../../src/foundation/database.ts";
import { day, instantOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { setNorms } from "../../src/regulation/server/door.ts";
import { orderAttestationRoute } from "../../src/planning/contract/terms/close-term.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { CONDUCT, EXAM, YEAR } from "../../src/journal/rules/period-mark.ts";

const END = day("2026-10-25");
let t: TestApp;
let school: MadeSchool;

/** A school whose sessions and ledger last the whole year. */
async function aYearLongSchool(pupils: number): Promise<MadeSchool> {
  const made = await aSchool(t.owner, { pupils });
  await t.owner.query("update access.session set seen_at = '2100-01-01'");
  return made;
}

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  await t.owner.query("select ledger.make_partitions('2026-08-01', '2027-07-01')");
  school = await aYearLongSchool(10);
  t.at(school.now);
});
afterAll(() => t.close());

const on = (d: LocalDate, s = school) => t.at(instantOf(d, "13:00", s.timezone));
const put = (pupil: number, mark: string | null, expectedVersion: number, more: { term?: number; cookie?: string; of?: MadeSchool; page?: number } = {}) => {
  const s = more.of ?? school;
  return t.ask(setTermMarkRoute, more.cookie ?? s.teacher.cookie, {
    params: { pageId: more.page ?? s.page.pageId, term: more.term ?? 1, pupilId: s.classA.pupils[pupil]! },
    body: { mark, expectedVersion },
  });
};
const current = async (pupil: number, marks: readonly string[], s = school) => {
  const days = s.page.lessons.filter((l) => l.day <= s.today);
  for (const [i, mark] of marks.entries()) {
    const answer = await t.ask(setMarkRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: days[i]!.lessonId, pupilId: s.classA.pupils[pupil]! },
      body: { mark, expectedVersion: 0 },
    });
    expect(answer.status).toBe(200);
  }
};
const norm = (s: MadeSchool, code: string, value: unknown) =>
  asNobody(t.owner, (tx) => setNorms(tx, s.schoolId, [{ code, value, act: "Положение", clause: "п. 1", from: day("2026-09-01") }]));
const pageOf = async (term: number, s = school) =>
  (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId }, query: { term } })).body;

describe("the mark of a term", () => {
  test("PER-10 the proposed 4 is changed to 5, and both values are kept", async () => {
    await current(0, ["4", "4", "4"]);
    on(school.today);
    const answer = await put(0, "5", 0);
    expect(answer).toMatchObject({ status: 200, body: { mark: "5", offered: "4", version: 1 } });
    const page = await pageOf(1);
    expect(page.termMarks).toContainEqual(expect.objectContaining({ pupil: school.classA.pupils[0], mark: "5", offered: "4" }));
    const { rows } = await t.owner.query<{ body: string }>("select body from ledger.audit where school_id = $1 and stream = $2 order by seq desc limit 1", [
      school.schoolId,
      school.page.pageId,
    ]);
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ before: null, after: "5", offered: "4" });
  });

  test("MRK-02 н/а is accepted in a quarter's cell and refused in a lesson's", async () => {
    on(school.today);
    expect(await put(1, "н/а", 0)).toMatchObject({ status: 200, body: { mark: "н/а" } });
    const lesson = await t.ask(setMarkRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId: school.classA.pupils[1]! },
      body: { mark: "н/а", expectedVersion: 0 },
    });
    expect(lesson).toMatchObject({ status: 422, problem: { code: "journal.mark_not_in_scale" } });
  });

  test("PER-02 by the end of the period is on time, on the first day of the holidays late; a correction keeps the sign of the first entry", async () => {
    on(END);
    expect((await put(2, "4", 0)).body.late).toBe(false);
    on(plusDays(END, 1));
    expect((await put(3, "4", 0)).body.late).toBe(true);
    expect((await put(2, "5", 1)).body.late).toBe(false);
    expect((await pageOf(1)).termMarks).toContainEqual(expect.objectContaining({ pupil: school.classA.pupils[3], late: true }));
  });

  test("PER-02 by a norm of two days after the period, day 2 is on time and day 3 late; an order of the director names another day", async () => {
    const s = await aYearLongSchool(6);
    await norm(s, "period_attestation.due", { from: null, due: "period_end + 2d" });
    on(plusDays(END, 2));
    expect((await put(0, "4", 0, { of: s })).body.late).toBe(false);
    on(plusDays(END, 3));
    expect((await put(1, "4", 0, { of: s })).body.late).toBe(true);
    const order = { params: { year: s.year, gradeLevel: 6, term: 1 }, body: { dueOn: plusDays(END, 5), orderRef: "№ 214 от 20.10.2026", expectedVersion: 0 } };
    expect((await t.ask(orderAttestationRoute, s.director.cookie, order)).status).toBe(200);
    expect((await put(2, "4", 0, { of: s })).body.late).toBe(false);
    expect((await t.ask(orderAttestationRoute, s.director.cookie, { ...order, body: { ...order.body, orderRef: " " } })).problem.detail).toContain(
      "номер и дату",
    );
  });

  test("PER-01 the year's mark is offered from the terms, the examination is not for the sixth grade", async () => {
    on(day("2027-05-28"));
    for (const [term, mark] of [
      [1, "4"],
      [2, "5"],
      [3, "5"],
      [4, "4"],
    ] as const)
      expect((await put(4, mark, 0, { term })).status).toBe(200);
    expect(await put(4, "5", 0, { term: YEAR })).toMatchObject({ status: 200, body: { mark: "5", offered: "5" } });
    expect(await put(4, "5", 0, { term: EXAM })).toMatchObject({ status: 422, problem: { code: "journal.period_not_used" } });
    expect((await pageOf(0)).periods.map((p) => p.kind)).toEqual(["year"]);
  });

  test("PER-01 a grade that sits an examination has all its columns", async () => {
    const s = await aYearLongSchool(4);
    await norm(s, "period_attestation.columns", { year: [6], exam: [6], final: [6] });
    on(day("2027-05-28"), s);
    expect((await pageOf(0, s)).periods.map((p) => p.kind)).toEqual(["year", "exam", "final"]);
    for (const [term, mark] of [
      [YEAR, "4"],
      [EXAM, "5"],
      [22, "5"],
    ] as const)
      expect((await put(0, mark, 0, { term, of: s })).status).toBe(200);
    expect((await pageOf(0, s)).termMarks.find((k) => k.term === 22)).toMatchObject({ mark: "5", offered: "5" });
  });

  test("MRK-12 the three-level conduct mark has its column and enters no average", async () => {
    const s = await aYearLongSchool(4);
    expect((await pageOf(1, s)).periods.map((p) => p.kind)).toEqual(["year"]);
    await norm(s, "marks.scale_conduct", ["прим", "уд", "неуд"]);
    await current(0, ["4", "4"], s);
    expect((await pageOf(1, s)).periods.map((p) => p.term)).toEqual([YEAR, CONDUCT + 1, CONDUCT + 2, CONDUCT + 3, CONDUCT + 4, CONDUCT + YEAR]);
    on(s.today, s);
    expect(await put(0, "неуд", 0, { term: CONDUCT + 1, of: s })).toMatchObject({ status: 200, body: { mark: "неуд", offered: null } });
    expect(await put(0, "4", 0, { term: CONDUCT + 1, of: s })).toMatchObject({ problem: { code: "journal.mark_not_in_scale" } });
    expect((await put(0, "4", 0, { of: s })).body.offered).toBe("4");
  });

  test("PER-08 an annual 2 makes a debt with two attempts to come, a mended one closes it", async () => {
    on(day("2027-05-28"));
    const debtOf = async (pupil: number) =>
      (
        await t.owner.query("select first_on, second_on, closed_on from journal.academic_debt where school_id = $1 and pupil_id = $2", [
          school.schoolId,
          school.classA.pupils[pupil],
        ])
      ).rows as { first_on: unknown; second_on: unknown; closed_on: unknown }[];
    expect((await put(5, "2", 0, { term: YEAR })).status).toBe(200);
    expect(await debtOf(5)).toEqual([{ first_on: null, second_on: null, closed_on: null }]);
    expect((await put(5, "3", 1, { term: YEAR })).status).toBe(200);
    expect((await debtOf(5))[0]!.closed_on).not.toBeNull();
    expect((await put(5, "н/а", 2, { term: YEAR })).status).toBe(200);
    expect((await debtOf(5))[0]!.closed_on).toBeNull();
    expect(await debtOf(4)).toEqual([]);
  });

  test("PER-07 stands in the family's diary at once", async () => {
    on(school.today);
    const diary = async () => (await t.ask(diaryWeekRoute, school.guardian.cookie, { params: { pupilId: school.classA.pupils[0]! } })).body.term!;
    expect((await diary()).subjects.find((s) => s.subject === "Математика")?.termMark).toBe("5");
    await put(0, "4", 1);
    expect((await diary()).subjects.find((s) => s.subject === "Математика")?.termMark).toBe("4");
  });

  test("over a stale version is refused with the value that stands; another's page, a stranger's school are no place to write", async () => {
    on(school.today);
    expect(await put(0, "3", 0)).toMatchObject({ status: 409, problem: { facts: { mark: "4", version: 2 } } });
    expect((await put(6, "3", 0, { cookie: school.secondTeacher.cookie })).status).toBe(403);
    expect((await put(6, "3", 0, { term: 6 })).problem.code).toBe("journal.term_not_found");
    expect((await put(6, "3", 0, { term: 2 })).problem.code).toBe("journal.term_not_begun");
  });
});
