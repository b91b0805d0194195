import type pg from "pg";
import { makeSchoolFrom } from "../../src/entrance/seed/create-school.ts";
import { asNobody } from "../../src/foundation/database.ts";

/** A school with the norms of a preset and nothing else in it. */
export function anEmptySchool(pool: pg.Pool, options: { name?: string; preset?: string; timezone?: string; now?: Date } = {}): Promise<number> {
  const { name = "Пустая школа", preset = "stakhanovo-2021", timezone = "Europe/Simferopol", now = new Date("2026-09-16T10:00:00Z") } = options;
  return asNobody(pool, (tx) => makeSchoolFrom(tx, { preset, name, timezone }, now));
}

/** How many rows every table of the database has: two equal answers mean that nothing came and nothing went. */
export async function rowCounts(owner: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'jobs') order by 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) counts[name] = (await owner.query<{ n: number }>(`select count(*)::int as n from ${name}`)).rows[0]!.n;
  return counts;
}
