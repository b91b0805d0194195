import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typesOf } from "../scripts/db-types/generate.ts";
import { freshDatabase } from "./builders/database.ts";

test("the types of the tables are those of a database made from the migrations (npm run db:types)", async () => {
  const database = await freshDatabase();
  try {
    expect(readFileSync("src/foundation/schema.ts", "utf8")).toBe(await typesOf(database.url));
  } finally {
    await database.drop();
  }
});
