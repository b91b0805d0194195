import { expect, test } from "vitest";
import { freshDatabase } from "../builders/database.ts";
import { query } from "./opener.ts";

const tables = "select count(*)::int as n from information_schema.tables where table_schema = 'journal'";

test("a fresh database has every table, is nobody else's, and goes when dropped", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  expect((await query<{ n: number }>(one.url, tables))[0]?.n).toBeGreaterThan(0);
  await query(one.url, "create table public.only_here (n int)");
  await expect(query(other.url, "table public.only_here")).rejects.toThrow(/does not exist/);
  await Promise.all([one.drop(), other.drop()]);
  await expect(query(one.url, "select 1")).rejects.toThrow(/does not exist/);
});
