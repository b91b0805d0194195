import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoSignInsRoute, endSessionRoute, listSessionsRoute, signInRoute, signOutRoute } from "../src/access/contract/sign-in.ts";
import { addReasonRoute } from "../src/attendance/contract/add-reason.ts";
import { classAttendanceRoute, classesRoute } from "../src/attendance/contract/class-attendance.ts";
import { setAbsenceReasonRoute } from "../src/attendance/contract/set-absence-reason.ts";
import { removeAbsenceSpanRoute, setAbsenceSpanRoute } from "../src/attendance/contract/set-absence-span.ts";
import { setAttendanceRoute } from "../src/attendance/contract/set-attendance.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../src/diary/contract/diary-week.ts";
import { ACTS, ROUTES } from "../src/entrance/routes.ts";
import type { Route } from "../src/foundation/route.ts";
import { journalPageRoute, myPagesRoute } from "../src/journal/contract/journal-page.ts";
import { cellHistoryRoute, setLessonRoute } from "../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../src/journal/contract/set-mark.ts";
import { meRoute } from "../src/people/contract/me.ts";
import { changeLessonRoute, swapLessonsRoute } from "../src/timetable/contract/change-lesson.ts";
import { lessonsOfDayRoute, substitutesForRoute } from "../src/timetable/contract/lessons-of-day.ts";
import { timetableChangesRoute } from "../src/timetable/contract/timetable-changes.ts";
import { anApp } from "./builders/app.ts";
import type { TestApp } from "./builders/app.ts";
import { aSchool } from "./builders/school.ts";
import type { MadeSchool, Signed } from "./builders/school.ts";

const WHO = ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher", "guardian", "otherGuardian", "pupil", "otherPupil"] as const;
type Who = (typeof WHO)[number];
const everyone = [...WHO];

/** What a person of each role may do to the first pupil's lesson on the first teacher's page. `rows`: ids of one school, so a stranger must find nothing. */
type Case = { route: Route; may: readonly Who[]; input?: (s: MadeSchool, n: number) => object; rows: boolean };

/** Every reason added has a name and a letter of its own. */
const LETTERS = "абвгдеёжийклмнопрстуфхцчшщыэюя".replace(/[бзспнв]/g, "");
let added = 0;

const lessonOf = (s: MadeSchool) => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });

/** One row a route: the whole of «кто что может» as a person would check it by hand. */
const CASES: readonly Case[] = [
  { route: meRoute, may: everyone, rows: false },
  { route: listSessionsRoute, may: everyone, rows: false },
  { route: myPagesRoute, may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: journalPageRoute, may: ["director", "deputy", "admin", "homeroom", "teacher"], rows: true, input: (s) => ({ params: { pageId: s.page.pageId } }) },
  {
    route: cellHistoryRoute,
    may: ["director", "deputy", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] } }),
  },
  {
    route: setMarkRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] }, body: { mark: "5", expectedVersion: n } }),
  },
  {
    route: setTermMarkRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[0] }, body: { mark: "5", expectedVersion: n } }),
  },
  { route: setLessonRoute, may: ["teacher"], rows: true, input: (s, n) => ({ params: lessonOf(s), body: { topic: "тема", expectedVersion: n } }) },
  {
    route: setAttendanceRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: lessonOf(s), body: { entries: [{ pupilId: s.classA.pupils[1], kind: "late", expectedVersion: n }] } }),
  },
  { route: lessonsOfDayRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ params: { day: s.today } }) },
  { route: timetableChangesRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ query: { from: s.today, to: s.today } }) },
  { route: substitutesForRoute, may: ["deputy"], rows: true, input: (s) => ({ params: lessonOf(s) }) },
  {
    route: changeLessonRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => ({
      params: { pageId: s.page.pageId, lessonId: s.page.lessons[30]!.lessonId },
      body: { change: "cancel", reason: "нет замены", expectedVersion: 1 },
    }),
  },
  {
    route: swapLessonsRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => {
      const seen = (i: number) => ({ pageId: s.page.pageId, lessonId: s.page.lessons[i]!.lessonId, expectedVersion: 1 });
      return { body: { first: seen(40), second: seen(41) } };
    },
  },
  { route: classesRoute, may: ["director", "deputy", "secretary", "homeroom"], rows: false },
  {
    route: classAttendanceRoute,
    may: ["director", "deputy", "secretary", "homeroom"],
    rows: true,
    input: (s) => ({ params: { classId: s.classA.classId } }),
  },
  {
    route: setAbsenceReasonRoute,
    may: ["homeroom"],
    rows: true,
    input: (s, n) => ({
      params: { classId: s.classA.classId },
      body: { entries: [{ ...lessonOf(s), pupilId: s.classA.pupils[2], kind: "absent", reason: 2, expectedVersion: n }] },
    }),
  },
  {
    route: addReasonRoute,
    may: ["director", "deputy"],
    rows: false,
    input: () => ({ body: { name: `Причина ${++added}`, sign: LETTERS[added]!, excused: true } }),
  },
  {
    route: setAbsenceSpanRoute,
    may: ["secretary", "homeroom"],
    rows: true,
    input: (s) => ({ params: { pupilId: s.classA.pupils[3] }, body: { from: s.today, to: s.today, reason: 1 } }),
  },
  {
    route: diaryWeekRoute,
    may: ["director", "deputy", "homeroom", "guardian", "pupil"],
    rows: true,
    input: (s) => ({ params: { pupilId: s.classA.pupils[0] } }),
  },
];

/** Routes with tests of their own, and where: their answer is not a row of the table above. */
const ELSEWHERE: Record<string, string> = {
  [signInRoute.operationId]: "src/access/server/sign-in.test.ts",
  [demoSignInsRoute.operationId]: "src/access/server/sign-in.test.ts",
  [signOutRoute.operationId]: "src/access/server/sign-in.test.ts",
  [endSessionRoute.operationId]: "src/access/server/sign-in.test.ts",
  [removeAbsenceSpanRoute.operationId]: "src/attendance/server/set-absence-span.test.ts",
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
       where n.nspname in ('access', 'people', 'regulation', 'timetable', 'planning', 'attendance', 'journal', 'ledger') and c.relkind in ('r', 'p') and not c.relispartition`,
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
