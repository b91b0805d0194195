import type pg from "pg";
import { migrationNames } from "../foundation/migrate.ts";

/** What the program still misses to be ready: the database, a migration, the audit's partition of this month, the jobs; null when nothing. */
export function readiness(pool: pg.Pool, jobsStarted: () => boolean): () => Promise<string | null> {
  return async () => {
    const names = await migrationNames();
    const { rows } = await pool.query<{ applied: number; partition: boolean }>(
      "select (select count(*)::int from public.parta_migration) as applied, to_regclass('ledger.audit_' || to_char(now() at time zone 'utc', 'YYYY_MM')) is not null as partition",
    );
    if (rows[0]!.applied < names.length) return "migrations";
    if (!rows[0]!.partition) return "audit partition";
    return jobsStarted() ? null : "jobs";
  };
}
