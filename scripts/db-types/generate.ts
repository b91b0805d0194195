import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CODEGEN = resolve("node_modules/kysely-codegen/dist/cli/bin.js");

/**
 * The types of all tables of the areas and the ledger, as the database has them; partitions are not named.
 *
 * Days are strings and 64-bit numbers are numbers, because `openPool` reads them so.
 */
export async function typesOf(databaseUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parta-types-"));
  const file = join(folder, "schema.ts");
  try {
    const options = {
      dialect: "postgres",
      url: databaseUrl,
      "out-file": file,
      "date-parser": "string",
      "type-mapping": '{"int8":"number"}',
      "exclude-pattern": "(public|jobs).*",
    };
    await run(process.execPath, [CODEGEN, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])]);
    return await readFile(file, "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
