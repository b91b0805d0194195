import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export interface FreshDatabase {
  /** Address for the owner of the database; the application takes the role parta_app on it. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own with every migration applied and no row in it: a copy of the template of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `${inject("databasePrefix")}${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database "${name}" template "${inject("templateDatabase")}"`);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`drop database if exists "${name}" with (force)`) };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("adminUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
