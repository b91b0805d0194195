import type pg from "pg";

/** Deletes sessions that ended a day ago and wrong passwords nobody tried again. */
export async function forgetOldSessions(pool: pg.Pool): Promise<void> {
  await pool.query("delete from access.session where idle_until < now() - interval '1 day'");
  await pool.query("delete from access.sign_in_failure where last_at < now() - interval '1 day'");
}
