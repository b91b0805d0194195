import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { connectAsOwner, readyRole } from "./application-role.ts";
import { DatabaseFault } from "./database-fault.ts";
import { databaseWords } from "./database-fault.ru.ts";
import { ROOT } from "./operation/root.ts";

const FOLDER = join(ROOT, "migrations");

/** Two numbers that name the lock of migrations among all advisory locks of the database. */
const LOCK = [7301, 0];

/** The names of all migrations, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((f) => f.endsWith(".sql")).sort();
}

/**
 * Brings the database to the newest migration, each once, under a lock that lets a second starting process wait.
 *
 * A migration that was applied and later edited stops the start: history is not rewritten.
 * Works as the owner of the database. Returns the names applied now.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = await connectAsOwner(url, "parta-migrate");
  try {
    await client.query("select pg_advisory_lock($1, $2)", LOCK);
    await readyRole(client);
    await client.query(
      "create table if not exists public.parta_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    await client.query("grant select on public.parta_migration to parta_app");
    const done = new Map(
      (await client.query<{ name: string; sha256: string }>("select name, sha256 from public.parta_migration")).rows.map((r) => [r.name, r.sha256]),
    );
    const applied: string[] = [];
    for (const name of await migrationNames()) {
      const text = await readFile(join(FOLDER, name), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      const known = done.get(name);
      if (known !== undefined && known !== sha256) throw new DatabaseFault(databaseWords.changed(name));
      if (known !== undefined) continue;
      await client.query("begin");
      try {
        await client.query(text);
        await client.query("insert into public.parta_migration (name, sha256) values ($1, $2)", [name, sha256]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
      }
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}
