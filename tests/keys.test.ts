import { afterAll, beforeAll, describe, expect, test } from "vitest";
import pg from "pg";
import { freshDatabase } from "./builders/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const SCHEMAS = "('access', 'people', 'regulation', 'timetable', 'planning', 'attendance', 'journal', 'control', 'ledger')";

/** Tables that belong to no school: accounts may work in several, country norms and codes are the same for all, the feed has one order. */
const NOT_A_SCHOOLS = [
  "access.account",
  "access.account_person",
  "access.session",
  "access.sign_in_failure",
  "ledger.code",
  "ledger.feed",
  "ledger.feed_head",
  "ledger.outbox",
  "regulation.country_norm",
  "regulation.mark_token",
];

describe("every table of a school", () => {
  test("is every table but the few named here, and has the school", async () => {
    const { rows } = await client.query<{ name: string; school: boolean }>(
      `select n.nspname || '.' || c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id') as school
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    expect(rows.filter((r) => !r.school && !NOT_A_SCHOOLS.includes(r.name)).map((r) => r.name)).toEqual([]);
    expect(NOT_A_SCHOOLS.filter((name) => !rows.some((r) => r.name === name))).toEqual([]);
  });

  test("has school_id first in its primary key, in every index, and in every foreign key to a school's table", async () => {
    const { rows } = await client.query<{ what: string }>(
      `select n.nspname || '.' || c.relname || ': index ' || i.relname as what from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
         join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ${SCHEMAS} and not c.relispartition and not (n.nspname || '.' || c.relname = any($1))
           and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) <> 'school_id'
       union all
       select n.nspname || '.' || c.relname || ': foreign key ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
         where k.contype = 'f' and n.nspname in ${SCHEMAS} and not (n.nspname || '.' || c.relname = any($1)) and not (k.confrelid::regclass::text = any($1))
           and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) <> 'school_id'`,
      [NOT_A_SCHOOLS],
    );
    expect(rows.map((r) => r.what)).toEqual([]);
  });

  test("mark and absence have one index, the covering primary key, without time, author and reason", async () => {
    const { rows } = await client.query<{ name: string; def: string }>(
      "select schemaname || '.' || tablename as name, indexdef as def from pg_indexes where (schemaname, tablename) in (('journal', 'mark'), ('attendance', 'absence')) order by 1",
    );
    expect(rows.map((r) => r.name)).toEqual(["attendance.absence", "journal.mark"]);
    for (const { def } of rows) {
      expect(def).toMatch(/INCLUDE/);
      expect(def).not.toMatch(/set_at|set_by|reason/);
    }
  });
});
