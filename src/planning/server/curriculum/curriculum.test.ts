import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { WHO } from "../../../../tests/rights/case.ts";
import { day } from "../../../foundation/day.ts";
import { approveCurriculumRoute, curriculumRoute, setCurriculumRoute, setTarifficationRoute } from "../../contract/curriculum/curriculum.ts";
import { individualCurriculaRoute, setIndividualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import { loadRoute } from "../../contract/load/load.ts";
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

const line = (gradeLevel: number, subject: string, weeklyHours: number, yearHours = weeklyHours * 34) => ({ gradeLevel, subject, weeklyHours, yearHours });
const LINES = [line(6, "Математика", 5), line(6, "Английский язык", 1), line(7, "Математика", 5)];
const read = async (who: Signed = s.deputy) => (await t.ask(curriculumRoute, who.cookie)).body;
const put = (lines = LINES, expectedVersion = 0, who: Signed = s.deputy) =>
  t.ask(setCurriculumRoute, who.cookie, { params: { year: s.year }, body: { expectedVersion, lines } });
const approve = (expectedVersion: number, who: Signed = s.director, approvedOn = "2026-08-28") =>
  t.ask(approveCurriculumRoute, who.cookie, { params: { year: s.year }, body: { expectedVersion, approvedOn, orderRef: "Приказ № 101" } });

describe("the curriculum of a year", () => {
  test("CUR-01 is overdue after 31 August until the director approves it, and has its date and order", async () => {
    expect(await read()).toMatchObject({ version: 0, approvedOn: null, due: "2026-08-31", overdue: true, mayWrite: true, mayApprove: false });
    await t.owner.query("update access.role_grant set from_day = '2026-08-01' where school_id = $1", [s.schoolId]);
    t.at(new Date("2026-08-31T18:00:00Z"));
    expect(await read()).toMatchObject({ overdue: false });
    t.at(s.now);
    expect(await put()).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await read()).toMatchObject({ version: 1, overdue: true, setBy: "Тетерина А. И." });
    expect(await approve(1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await read()).toMatchObject({ version: 2, approvedOn: "2026-08-28", approvedBy: "Осокин А. И.", orderRef: "Приказ № 101", overdue: false });
  });

  test("changed after approval becomes a draft again; over a stale version nothing is written", async () => {
    await put();
    await approve(1);
    expect(await put(LINES, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put([line(6, "Математика", 6)], 1)).toMatchObject({ status: 409, problem: { facts: { version: 2 } } });
    expect(await put([...LINES, line(6, "Музыка", 1)], 2)).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await read()).toMatchObject({ approvedOn: null, orderRef: "", overdue: true });
    expect((await read()).lines).toHaveLength(4);
    expect((await approve(2)).status).toBe(409);
  });

  test("refuses a subject twice, an empty curriculum to approve, an order from tomorrow, another role and another school", async () => {
    expect(await put([line(6, "Математика", 5), line(6, "Математика", 4)])).toMatchObject({ status: 400, problem: { code: "planning.curriculum_line_twice" } });
    expect(await approve(0)).toMatchObject({ status: 422, problem: { code: "planning.curriculum_empty" } });
    await put();
    expect(await approve(1, s.director, "2026-09-17")).toMatchObject({ status: 422, problem: { code: "planning.day_to_come" } });
    expect(await approve(1, s.director, "2026-02-30")).toMatchObject({ status: 400, problem: { code: "planning.not_a_day" } });
    for (const who of WHO) if (who !== "director") expect({ who, status: (await approve(1, s[who])).status }).toEqual({ who, status: 403 });
    const stranger = await aSchool(t.owner, { today: day("2025-09-16") });
    expect((await put(LINES, 0, stranger.deputy)).status).toBe(404);
  });

  test("CUR-05 the order on tariffication has number and date, and is overdue after 10 September", async () => {
    const order = (expectedVersion: number, orderNo: string) =>
      t.ask(setTarifficationRoute, s.director.cookie, { params: { year: s.year }, body: { expectedVersion, orderNo, orderOn: "2026-09-09" } });
    expect((await read()).tariffication).toEqual({ version: 0, orderNo: null, orderOn: null, due: "2026-09-10", overdue: true });
    expect((await order(0, "118-к")).status).toBe(200);
    expect((await read()).tariffication).toMatchObject({ orderNo: "118-к", orderOn: "2026-09-09", overdue: false });
    expect(await order(0, "118-к")).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await order(0, "119")).status).toBe(409);
  });

  test("KTP-03 a plan of 67 hours for 68 of the curriculum is flagged with the difference", async () => {
    await put([line(6, "Математика", 2, 68)]);
    const plan = [
      { lineId: null, topic: "Дроби", hours: 60, homework: "", section: "", isControl: false },
      { lineId: null, topic: "Повторение", hours: 7, homework: "", section: "", isControl: false },
    ];
    await t.ask(setPlanRoute, s.teacher.cookie, { params: { pageId: s.page.pageId }, body: { expectedVersion: 0, lines: plan } });
    for (const who of [s.teacher, s.deputy]) {
      const own = (await t.ask(plansRoute, who.cookie)).body.pages.find((p) => p.pageId === s.page.pageId);
      expect(own).toMatchObject({ planHours: 67, curriculumHours: 68 });
    }
  });
});

describe("individual curricula", () => {
  const own = async () => (await t.ask(individualCurriculaRoute, s.deputy.cookie, { params: { classId: s.classA.classId } })).body;
  const set = (pupils: { pupilId: number; subjects: string[] }[], expectedVersion = 0, who: Signed = s.admin) =>
    t.ask(setIndividualCurriculaRoute, who.cookie, { params: { classId: s.classA.classId }, body: { expectedVersion, isIndividual: true, pupils } });

  test("CUR-08 a class of individual plans gives its pupils different lists of subjects, and its load is compared with them", async () => {
    await put([line(6, "Математика", 5), line(6, "Английский язык", 1), line(6, "Физика", 2)]);
    const [first = 0, second = 0] = s.classA.pupils;
    const chosen = [
      { pupilId: first, subjects: ["Математика", "Английский язык"] },
      { pupilId: second, subjects: ["Математика"] },
    ];
    expect(await set(chosen)).toMatchObject({ status: 200, body: { version: 1 } });
    const { pupils, isIndividual } = await own();
    expect(isIndividual).toBe(true);
    expect(pupils.find((p) => p.pupilId === first)).toMatchObject({ subjects: ["Английский язык", "Математика"], weeklyHours: 6 });
    expect(pupils.find((p) => p.pupilId === second)).toMatchObject({ subjects: ["Математика"], weeklyHours: 5 });
    const { differences } = (await t.ask(loadRoute, s.deputy.cookie)).body;
    expect(differences.filter((d) => d.className === "6А" && d.subject === "Физика")).toEqual([]);
    expect((await read()).classes.find((c) => c.classId === s.classA.classId)).toMatchObject({ isIndividual: true });
  });

  test("is refused over a stale version, of a stranger, outside of the curriculum, to a teacher, in another school", async () => {
    await put();
    const [first = 0] = s.classA.pupils;
    const physics = [{ pupilId: first, subjects: ["Физика"] }];
    expect(await set(physics)).toMatchObject({ status: 400, problem: { code: "planning.pupil_or_subject_not_found" } });
    expect((await set([{ pupilId: s.classB.pupils[0]!, subjects: ["Математика"] }])).status).toBe(400);
    expect((await set([], 5)).status).toBe(409);
    for (const who of WHO) {
      if (!["director", "deputy", "admin"].includes(who)) expect({ who, status: (await set([], 0, s[who])).status }).toEqual({ who, status: 403 });
    }
    const stranger = await aSchool(t.owner);
    const params = { classId: s.classA.classId + 50_000 };
    const asked = await t.ask(setIndividualCurriculaRoute, stranger.admin.cookie, { params, body: { expectedVersion: 0, isIndividual: true, pupils: [] } });
    expect(asked.status).toBe(404);
  });
});
