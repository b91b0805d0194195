import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSchool, inTransaction } from "../src/foundation/database.ts";
import { record, trimFeed } from "../src/foundation/ledger.ts";
import { meRoute } from "../src/people/contract/me.ts";
import { anApp } from "./builders/app.ts";
import type { TestApp } from "./builders/app.ts";
import { aSchool } from "./builders/school.ts";
import type { MadeSchool } from "./builders/school.ts";
import { isTest } from "./house/complaint.ts";
import { readSources } from "./house/source.ts";

let t: TestApp;
let s: MadeSchool;
let stranger: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
  stranger = await aSchool(t.owner, { name: "Чужая школа" });
  t.at(s.now);
});
afterAll(() => t.close());

const SCHEMAS = "access|people|timetable|planning|attendance|journal|control|regulation|ledger";
/** Tables that are no school's, or are read for all schools at once by what opens a session, the feed and the command line. */
const NOT_A_SCHOOLS = new Set([
  "access.account",
  "access.school",
  "access.session",
  "access.sign_in_failure",
  "ledger.code",
  "ledger.feed",
  "ledger.feed_head",
  "ledger.outbox",
  "regulation.country_norm",
  "regulation.mark_token",
]);

/** Tables of a SQL text that are read or changed without their school being named: `people.person p` without `p.school_id`. */
function withoutSchool(sql: string): string[] {
  const table = new RegExp(
    `\\b(?:from|join|update)\\s+((?:${SCHEMAS})\\.\\w+)(\\()?(?:\\s+(?:as\\s+)?(?!(?:where|on|using|set|join|left|order|for|cross|group|limit|union)\\b)(\\w+))?`,
    "g",
  );
  return [...sql.matchAll(table)].flatMap(([, name = "", isFunction, alias]) => {
    if (isFunction || NOT_A_SCHOOLS.has(name)) return [];
    const named = new RegExp(alias ? `\\b${alias}\\.school_id\\b|\\busing \\(school_id` : "\\bschool_id\\s*(=|and|$)|\\busing \\(school_id").test(sql);
    return named ? [] : [name];
  });
}

const texts = readSources("src")
  .filter(({ path }) => !isTest(path))
  .flatMap(({ path, code }) => [...code.matchAll(/`[^`]*`|"[^"\n]*"/g)].map(([text]) => ({ path, text })))
  .filter(({ text }) => new RegExp(`\\b(from|join|update)\\s+(${SCHEMAS})\\.`).test(text));

describe("every SQL text of the program", () => {
  test("names the school of every table it reads or changes", () => {
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.flatMap(({ path, text }) => withoutSchool(text).map((table) => `${path}: ${table}`))).toEqual([]);
  });

  test("would be caught: a joined table and a changed one that forget their school", () => {
    expect(withoutSchool("select 1 from timetable.page p join people.person f on f.person_id = p.x where p.school_id = $1")).toEqual(["people.person"]);
    expect(withoutSchool("update journal.mark set value = 1 where page_id = $1")).toEqual(["journal.mark"]);
    expect(withoutSchool("update journal.mark set value = 1 where school_id = $1")).toEqual([]);
  });
});

describe("a function that works past the wall", () => {
  test("is one of these, finds its names in the system's catalogue only, and is nobody's but the application's", async () => {
    const { rows } = await t.owner.query<{ name: string; path: string[] | null; open: boolean }>(
      `select n.nspname || '.' || p.proname as name, p.proconfig as path, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname = any (string_to_array($1, '|')) order by 1`,
      [SCHEMAS],
    );
    expect(rows.map((r) => r.name)).toEqual([
      "access.note_visit",
      "access.open_session",
      "access.restamp_account",
      "access.restamp_person",
      "access.restamp_school",
      "ledger.begin_request",
      "ledger.code_no",
      "ledger.forget_requests",
      "ledger.make_partitions",
      "ledger.open_request",
      "ledger.pump",
      "ledger.record",
      "regulation.know_tokens",
    ]);
    expect(rows.filter((r) => r.open || !r.path?.some((p) => /^search_path=pg_catalog, "?pg_temp"?$/.test(p)))).toEqual([]);
  });

  test("writes no audit row into another school's chain", async () => {
    const entry = { stream: 1, actor: 1, at: s.now, act: "tests.act", right: "test", body: {} };
    await expect(asSchool(t.pool, s.schoolId, (tx) => record(tx, { ...entry, schoolId: stranger.schoolId }))).rejects.toThrow(/under school/);
    await expect(t.pool.query("select ledger.record($1, 1, 1, now(), 'tests.act', '{}', null, null)", [s.schoolId])).rejects.toThrow(
      /app\.school|invalid input syntax/,
    );
  });

  test("does not even tell whether another school's chain holds", async () => {
    await asSchool(t.pool, stranger.schoolId, (tx) =>
      record(tx, { schoolId: stranger.schoolId, stream: 77, actor: 1, at: s.now, act: "tests.act", right: "test", body: {} }),
    );
    await t.owner.query("update ledger.head set hash = '\\x00' where school_id = $1 and stream = 77", [stranger.schoolId]);
    const broken = (school: number) =>
      asSchool(t.pool, school, (tx) =>
        tx.row<{ at: number | null }>({ name: "tests.broken_of_stranger", text: "select ledger.broken_at($1, 77) as at" }, [stranger.schoolId]),
      );
    expect(await broken(s.schoolId)).toEqual({ at: null });
    expect(await broken(stranger.schoolId)).toEqual({ at: 2 });
  });
});

describe("the application's role", () => {
  test.each([
    ["changes no audit row", "update ledger.audit set body = '{}'"],
    ["deletes no audit row", "delete from ledger.audit"],
    ["empties no audit", "truncate ledger.audit"],
    ["writes no audit row past the chain", "insert into ledger.audit select * from ledger.audit limit 1"],
    ["moves no head of a chain", "update ledger.head set seq = 0"],
    ["reads no partition of the audit past the wall", "select * from ledger.audit_2026_09"],
    ["makes up no event", "insert into ledger.feed select * from ledger.feed limit 1"],
    ["takes no number of another school", `insert into ledger.local_id (school_id, thing, last) values (2147483647, 'page', 1)`],
    ["deletes no mark", "delete from journal.mark"],
    ["puts no table of its own before the program's", "create table access.account2 (x int)"],
  ])("COR-03 %s", async (_, sql) => {
    const asked = inTransaction(t.pool, { sql: `select set_config('app.school', '${s.schoolId}', true)` }, (tx) => tx.rows({ name: "", text: sql }));
    await expect(asked).rejects.toThrow(/permission denied|row-level security|must be able to set|insert only|does not exist/);
  });
});

describe("a request that the database gives up", () => {
  test("for its length or a deadlock says so and that it may be repeated, and its connection serves the next", async () => {
    const holder = await t.owner.connect();
    try {
      await holder.query("begin; lock table access.session in access exclusive mode");
      await t.pool.query("select 1");
      const idle = await Promise.all(Array.from({ length: 6 }, () => t.pool.connect()));
      for (const client of idle) {
        await client.query("set statement_timeout = '200ms'");
        client.release();
      }
      const answers = await Promise.all([
        t.app.inject({ url: "/api/me", headers: { cookie: s.teacher.cookie } }),
        t.app.inject({ url: "/api/me", headers: { cookie: s.pupil.cookie } }),
      ]);
      for (const answer of answers) {
        expect(answer.json()).toMatchObject({ status: 503, code: "foundation.database_away" });
        expect(answer.headers["retry-after"]).toBe("1");
      }
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    for (const who of [s.teacher, s.pupil, s.director]) expect((await t.ask(meRoute, who.cookie)).body.personId).toBe(who.personId);
  });
});

describe("the feed that is trimmed", () => {
  test("keeps everything after the first event that is young, so no number is missing between two that are left", async () => {
    await t.owner.query("delete from ledger.feed");
    await t.owner.query(
      `insert into ledger.feed (feed_id, school_id, kind, at, body) select n, $1, 1, now() - age, '{}'
       from (values (1, interval '5 days'), (2, interval '3 days'), (3, interval '1 hour'), (4, interval '9 days'), (5, interval '0')) v (n, age)`,
      [s.schoolId],
    );
    const left = async () => (await t.owner.query<{ id: number }>("select feed_id as id from ledger.feed order by 1")).rows.map((r) => r.id);
    await trimFeed(t.pool);
    expect(await left()).toEqual([3, 4, 5]);
    await t.owner.query("update ledger.feed set at = now() - interval '9 days'");
    await trimFeed(t.pool);
    expect(await left()).toEqual([]);
  });
});
