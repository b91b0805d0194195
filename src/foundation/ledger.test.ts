import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../tests/builders/app.ts";
import type { TestApp } from "../../tests/builders/app.ts";
import { aSchool } from "../../tests/builders/school.ts";
import type { MadeSchool } from "../../tests/builders/school.ts";
import { asSchool } from "./database.ts";
import { record } from "./ledger.ts";

let t: TestApp;
let school: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, {});
});
afterAll(() => t.close());

const write = (stream: number, n: number) =>
  asSchool(t.pool, school.schoolId, (tx) =>
    record(tx, { schoolId: school.schoolId, stream, actor: 1, at: new Date("2026-11-10T10:00:00Z"), act: "tests.act", right: "test", body: { n } }),
  );
const brokenAt = async (stream: number) =>
  asSchool(
    t.pool,
    school.schoolId,
    async (tx) => (await tx.row({ name: "tests.broken", text: "select ledger.broken_at($1, $2) as at" }, [school.schoolId, stream])) as { at: number | null },
  ).then((r) => r.at);

/** As somebody with the disk in his hands would: past triggers and rights. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  const client = await t.owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(sql, values);
  } finally {
    await client.query("set session_replication_role = origin");
    client.release();
  }
}

describe("the ledger", () => {
  test("COR-03 can be changed, deleted or emptied neither by the application nor by the owner of the database", async () => {
    await write(101, 1);
    for (const pool of [t.pool, t.owner]) {
      const client = await pool.connect();
      try {
        await client.query(`select set_config('app.school', '${school.schoolId}', false)`);
        for (const sql of ["update ledger.audit set body = 'x'", "delete from ledger.audit", "truncate ledger.audit"]) {
          await expect(client.query(sql)).rejects.toThrow(/permission denied|insert only/);
        }
        await client.query("reset app.school");
      } finally {
        client.release();
      }
    }
    await expect(
      t.pool.query(`insert into ledger.audit (school_id, stream, seq, actor, at, act, body, hash) values (1, 1, 99, 1, now(), 1, '', '')`),
    ).rejects.toThrow(/permission denied/);
  });

  test("writes only in the school of its session", async () => {
    await expect(
      asSchool(t.pool, school.schoolId + 1, (tx) =>
        record(tx, { schoolId: school.schoolId, stream: 1, actor: 1, at: new Date(), act: "tests.act", right: "", body: {} }),
      ),
    ).rejects.toThrow(/under school/);
  });

  test("keeps one unbroken chain under twenty writers at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(102, n)));
    expect(await brokenAt(102)).toBeNull();
    const { rows } = await t.owner.query("select seq from ledger.head where school_id = $1 and stream = 102", [school.schoolId]);
    expect(rows).toEqual([{ seq: 20 }]);
  });

  test.each([
    ["a changed row", "update ledger.audit set body = replace(body, '2', '5') where school_id = $1 and stream = $2 and seq = 3", 3],
    ["a row of another author", "update ledger.audit set actor = actor + 1 where school_id = $1 and stream = $2 and seq = 4", 4],
    ["a row taken from the middle", "delete from ledger.audit where school_id = $1 and stream = $2 and seq = 2", 2],
    ["the last row taken away", "delete from ledger.audit where school_id = $1 and stream = $2 and seq = 5", 5],
    ["all rows taken away", "delete from ledger.audit where school_id = $1 and stream = $2", 1],
    [
      "a row added past the end",
      "insert into ledger.audit select school_id, stream, 6, actor, at, act, body, hash from ledger.audit where school_id = $1 and stream = $2 and seq = 5",
      6,
    ],
  ])("COR-04 shows %s at its place", async (_, sql, at) => {
    const stream = 200 + at * 10 + sql.length;
    for (let n = 0; n < 5; n++) await write(stream, n);
    expect(await brokenAt(stream)).toBeNull();
    await tamper(sql, [school.schoolId, stream]);
    expect(await brokenAt(stream)).toBe(at);
  });

  test("of a refused act holds nothing: the row goes with the transaction", async () => {
    await expect(
      asSchool(t.pool, school.schoolId, async (tx) => {
        await record(tx, { schoolId: school.schoolId, stream: 103, actor: 1, at: new Date("2026-11-10T10:00:00Z"), act: "tests.act", right: "", body: {} });
        throw new Error("refused after");
      }),
    ).rejects.toThrow("refused after");
    const { rows } = await t.owner.query("select count(*)::int as n from ledger.audit where school_id = $1 and stream = 103", [school.schoolId]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
