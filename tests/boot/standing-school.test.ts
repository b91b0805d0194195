import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, migrationNames } from "../../src/foundation/migrate.ts";
import { NORMS } from "../../src/regulation/rules/norms.ts";

/** The last migration of the first version that a school could have stood on. */
const FIRST_VERSION = "202611221830_regulation_norms_of_a_day_in_one_call.sql";
/** What that version's preset gave a school. */
const FIRST_NORMS = {
  "marks.scale_current": ["5", "4", "3", "2"],
  "marks.scale_period": ["5", "4", "3", "2", "н/а"],
  "lesson.entry": "lesson_date.end",
  "homework.entry": "class_day_end + 3h",
  "timetable.substitution_window": { before: "1d", after: "1d" },
  "identity.idle_timeout": "2h",
};
/** A document that a school attaches itself; until then nothing refers to it. */
const OWN_MATTER = ["period_attestation.regulation"];

const name = `${inject("databasePrefix")}old${randomBytes(4).toString("hex")}`;
const url = new URL(inject("adminUrl"));
url.pathname = `/${name}`;
let client: pg.Client;

async function onServer(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

beforeAll(async () => {
  await onServer(`create database "${name}"`);
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("create table public.parta_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())");
  for (const file of (await migrationNames()).filter((each) => each <= FIRST_VERSION)) {
    const text = await readFile(`migrations/${file}`, "utf8");
    await client.query(text);
    await client.query("insert into public.parta_migration (name, sha256) values ($1, $2)", [file, createHash("sha256").update(text).digest("hex")]);
  }
  await client.query("insert into access.school (school_id, name, timezone, country) values (1, 'Школа до обновления', 'Europe/Simferopol', 'RU')");
  await client.query("insert into ledger.local_id (school_id, thing, last) values (1, 'norm', 6)");
  for (const [i, [code, value]] of Object.entries(FIRST_NORMS).entries()) {
    await client.query(
      "insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force) values (1, $1, $2, $3, 'Приказ № 115', 'п. 2', daterange('2021-09-01', null))",
      [i + 1, code, JSON.stringify(value)],
    );
  }
  await client.end();
  await migrate(url.href);
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await onServer(`drop database if exists "${name}" with (force)`);
});

test("a school that stood before an update has a value for every norm after it, and keeps its own", async () => {
  const valueOf = async (code: string) =>
    (await client.query<{ value: unknown }>("select regulation.norm_on(1, $1, '2026-11-22') as value", [code])).rows[0]!.value;
  const lacking = [];
  // a null of JSON is a value: it says that the acts of the school are silent
  const stands = async (code: string) => (await client.query("select regulation.norm_on(1, $1, '2026-11-22')::text as value", [code])).rows[0]!.value !== null;
  for (const code of Object.keys(NORMS)) if (!(await stands(code))) lacking.push(code);
  expect(lacking).toEqual(OWN_MATTER);
  for (const [code, value] of Object.entries(FIRST_NORMS)) expect(await valueOf(code)).toEqual(value);
});
