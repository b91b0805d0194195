import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoSignInsRoute, endSessionRoute, signInRoute, signOutRoute } from "../src/access/contract/sign-in.ts";
import { removeAbsenceSpanRoute } from "../src/attendance/contract/set-absence-span.ts";
import { diaryEventsRoute } from "../src/diary/contract/diary-week.ts";
import { changeControlWorkRoute, publicControlWorksRoute, removeControlWorkRoute } from "../src/planning/contract/control-works.ts";
import { ACTS, ROUTES } from "../src/entrance/routes.ts";
import { approveCurriculumRoute } from "../src/planning/contract/curriculum/curriculum.ts";
import { setIndividualCurriculaRoute } from "../src/planning/contract/curriculum/individual.ts";
import { endLoadRoute } from "../src/planning/contract/load/load.ts";
import { importPlanRoute } from "../src/planning/contract/plan/import-plan.ts";
import { anApp } from "./builders/app.ts";
import type { TestApp } from "./builders/app.ts";
import { aSchool } from "./builders/school.ts";
import type { MadeSchool, Signed } from "./builders/school.ts";
import { WHO } from "./rights/case.ts";
import type { Case, Who } from "./rights/case.ts";
import { ATTENDANCE_CASES, ATTENDANCE_ELSEWHERE } from "./rights/attendance.ts";
import { PRINT_CASES } from "./rights/prints.ts";
import { GROUPS_ELSEWHERE, GROUP_CASES } from "./rights/groups.ts";
import { LESSONS_ELSEWHERE, LESSON_CASES } from "./rights/lessons.ts";
import { PLAN_CASES } from "./rights/plans.ts";
import { CHANGE_CASES } from "./rights/changes.ts";
import { CONTROL_WORK_CASES } from "./rights/control-works.ts";
import { CONTROL_CASES } from "./rights/control.ts";
import { REGULATION_CASES, REGULATION_ELSEWHERE } from "./rights/regulation.ts";
import { DUTIES_ELSEWHERE, DUTY_CASES } from "./rights/duties.ts";
import { BONUS_CASES } from "./rights/bonuses.ts";
import { INSPECTION_CASES } from "./rights/inspections.ts";
import { FIGURES_CASES } from "./rights/figures.ts";
import { REMARK_CASES } from "./rights/remarks.ts";
import { SCHOOL_DAY_CASES } from "./rights/school-day.ts";
import { RESULT_CASES, RESULTS_ELSEWHERE } from "./rights/results.ts";
import { TERM_CASES } from "./rights/terms.ts";
import { TIMETABLE_WEEK_CASES } from "./rights/timetable-week.ts";
import { WORK_CASES } from "./rights/works.ts";

/** One row a route: the whole of «кто что может» as a person would check it by hand. */
const CASES: readonly Case[] = [
  ...CONTROL_CASES,
  ...DUTY_CASES,
  ...REMARK_CASES,
  ...INSPECTION_CASES,
  ...BONUS_CASES,
  ...FIGURES_CASES,
  ...REGULATION_CASES,
  ...SCHOOL_DAY_CASES,
  ...PLAN_CASES,
  ...LESSON_CASES,
  ...TIMETABLE_WEEK_CASES,
  ...CONTROL_WORK_CASES,
  ...CHANGE_CASES,
  ...TERM_CASES,
  ...RESULT_CASES,
  ...GROUP_CASES,
  ...PRINT_CASES,
  ...ATTENDANCE_CASES,
  ...WORK_CASES,
];

/** Routes with tests of their own, and where: their answer is not a row of the table above. */
const ELSEWHERE: Record<string, string> = {
  ...RESULTS_ELSEWHERE,
  ...REGULATION_ELSEWHERE,
  ...DUTIES_ELSEWHERE,
  [signInRoute.operationId]: "src/access/server/sign-in.test.ts",
  [demoSignInsRoute.operationId]: "src/access/server/sign-in.test.ts",
  [signOutRoute.operationId]: "src/access/server/sign-in.test.ts",
  [endSessionRoute.operationId]: "src/access/server/sign-in.test.ts",
  [removeAbsenceSpanRoute.operationId]: "src/attendance/server/set-absence-span.test.ts",
  [changeControlWorkRoute.operationId]: "src/journal/server/works/control-works.test.ts",
  [removeControlWorkRoute.operationId]: "src/journal/server/works/control-works.test.ts",
  [publicControlWorksRoute.operationId]: "src/journal/server/works/control-works.test.ts",
  [approveCurriculumRoute.operationId]: "src/planning/server/curriculum/curriculum.test.ts",
  [setIndividualCurriculaRoute.operationId]: "src/planning/server/curriculum/curriculum.test.ts",
  [endLoadRoute.operationId]: "src/planning/server/load/load.test.ts",
  [importPlanRoute.operationId]: "src/planning/server/import/import-plan.test.ts",
  ...GROUPS_ELSEWHERE,
  ...LESSONS_ELSEWHERE,
  ...ATTENDANCE_ELSEWHERE,
  [diaryEventsRoute.operationId]: "tests/journeys/mark-reaches-diary.test.ts",
};

let t: TestApp;
let stranger: MadeSchool;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  stranger = await aSchool(t.owner, { pupils: 4 });
  // the ids of the second school begin where no row of the first can be
  await t.owner.query(
    "insert into ledger.local_id (school_id, thing, last) select school_id + 1, thing, last + 5000 from ledger.local_id where school_id = $1",
    [stranger.schoolId],
  );
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
});
afterAll(() => t.close());

const input = (c: Case, n = 0) => (c.input?.(school, n) ?? {}) as never;
const person = (s: MadeSchool, who: Who): Signed => s[who];

describe("every route of the program", () => {
  test("stands in this table or names the test that asks for it", () => {
    const known = new Set([...CASES.map((c) => c.route.operationId), ...Object.keys(ELSEWHERE)]);
    expect(ROUTES.map((r) => r.route.operationId).filter((id) => !known.has(id))).toEqual([]);
  });

  test("names an act that the table of rights knows, and every act has a route", () => {
    const used = new Set(ROUTES.map((r) => r.route.act));
    expect([...used].filter((act) => !(act in ACTS))).toEqual([]);
    expect(Object.keys(ACTS).filter((act) => !used.has(act))).toEqual([]);
  });

  test("has an operation of its own, a summary and an address of its own in the description of the API", async () => {
    const api = (await t.app.inject("/openapi.json")).json<{ paths: Record<string, Record<string, { operationId: string; summary: string }>> }>();
    const operations = Object.values(api.paths).flatMap((p) => Object.values(p));
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    expect(operations.map((o) => o.operationId).sort()).toEqual(ROUTES.map((r) => r.route.operationId).sort());
    expect(operations.filter((o) => !o.summary)).toEqual([]);
  });
});

describe.each(CASES)("$route.operationId", (c) => {
  test("IAM-01 answers 401 to nobody and to a made-up session", async () => {
    for (const cookie of [null, "parta=", `parta=${"x".repeat(43)}`, "parta='; drop table access.session"]) {
      expect(await t.ask(c.route, cookie, input(c))).toMatchObject({ status: 401, problem: { code: "access.not_signed_in" } });
    }
  });

  test.each(WHO)("for %s does what the table says", async (who) => {
    const answer = await t.ask(c.route, person(school, who).cookie, input(c));
    expect({ who, status: answer.status }).toEqual({ who, status: c.may.includes(who) ? 200 : 403 });
  });

  test("ORG-14 of a stranger of another school finds nothing, whatever the role", async () => {
    if (!c.rows) return;
    for (const who of WHO) {
      const answer = await t.ask(c.route, person(stranger, who).cookie, input(c));
      expect({ who, status: answer.status }).toEqual({ who, status: 404 });
    }
  });
});

describe("the second wall", () => {
  test("without the school of a session the application sees no row of any school table, by error or by nothing", async () => {
    const { rows } = await t.owner.query<{ name: string; rls: boolean }>(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity as rls from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
       where n.nspname in ('access', 'people', 'regulation', 'timetable', 'planning', 'attendance', 'journal', 'control', 'ledger') and c.relkind in ('r', 'p') and not c.relispartition`,
    );
    const open = ["access.account_person", "access.demo_sign_in", "access.school", "access.session", "ledger.feed", "ledger.outbox"];
    expect(
      rows
        .filter((r) => !r.rls)
        .map((r) => r.name)
        .sort(),
    ).toEqual(open);
    for (const { name } of rows.filter((r) => r.rls)) {
      await expect(t.pool.query(`select count(*) from ${name}`)).rejects.toThrow(/app\.school|permission denied|invalid input syntax for type integer: ""/);
    }
  });

  test("a query that forgets its school sees only the school of the session", async () => {
    const client = await t.pool.connect();
    try {
      await client.query(`begin; select set_config('app.school', '${school.schoolId}', true)`);
      const { rows } = await client.query("select distinct school_id from people.person");
      expect(rows).toEqual([{ school_id: school.schoolId }]);
      await expect(client.query("insert into people.person (school_id, person_id, surname) values ($1, 999999, 'чужой')", [stranger.schoolId])).rejects.toThrow(
        /row-level security/,
      );
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  test("the application works under a role that neither owns tables nor passes the wall", async () => {
    const { rows } = await t.pool.query("select current_user as who, rolbypassrls as bypass, rolsuper as super from pg_roles where rolname = current_user");
    expect(rows).toEqual([{ who: "parta_app", bypass: false, super: false }]);
  });
});
