// `npm run requirements`: which rows of docs/requirements.md the last full test run proves.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { proofsOf, type Proof, type Report } from "./requirements/proof.ts";
import { narrowed, readTable, type Section } from "./requirements/table.ts";
import { toolWords } from "./tools.ru.ts";

const TABLE = "docs/requirements.md";
const LAST_RUN = ".cache/tests/last.json";
const words = toolWords.requirements;

process.exitCode = main();

function main(): number {
  const options = readOptions();
  if (options === null) return fail(`${words.unknownOption}\n${words.help}`);
  if (options.help) {
    console.log(words.help);
    return 0;
  }
  const all = readTable(readFileSync(TABLE, "utf8"));
  const shown = options.section === undefined ? all : narrowed(all, options.section);
  if (shown.length === 0) return fail(words.noSection(options.section ?? ""));
  const report = readReport();
  if (report === "broken") return fail(words.brokenReport(LAST_RUN));

  const { proofs, unknown } = proofsOf(all, report);
  const say = options.json ? console.error : console.log;
  say(report === null ? words.noRun : words.ranAt(new Date(report.startTime)));
  if (options.json) printJson(shown, proofs);
  else print(shown, proofs, options.missing ?? false);
  for (const { id, test } of unknown) console.error(words.unknownId(id, test));
  return unknown.length === 0 ? 0 : 1;
}

function readOptions() {
  try {
    const options = { json: { type: "boolean" }, section: { type: "string" }, missing: { type: "boolean" }, help: { type: "boolean" } } as const;
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

function readReport(): Report | null | "broken" {
  if (!existsSync(LAST_RUN)) return null;
  try {
    return JSON.parse(readFileSync(LAST_RUN, "utf8")) as Report;
  } catch {
    return "broken";
  }
}

function printJson(sections: readonly Section[], proofs: ReadonlyMap<string, Proof>): void {
  const rows = sections.flatMap((section) =>
    section.rows.map(({ id }) => ({ id, proven: proofs.get(id)?.proven ?? false, tests: proofs.get(id)?.tests ?? [] })),
  );
  console.log(JSON.stringify({ rows }));
}

function print(sections: readonly Section[], proofs: ReadonlyMap<string, Proof>, withMissing: boolean): void {
  const isProven = (id: string) => proofs.get(id)?.proven ?? false;
  const provenIn = (rows: Section["rows"]) => rows.filter(({ id }) => isProven(id)).length;
  for (const { title, rows } of sections) {
    console.log(words.section(title, provenIn(rows), rows.length));
    for (const { id, text } of rows) {
      if (proofs.get(id)?.contradicted) console.log(`  ${words.contradicted(id)}`);
      if (withMissing && !isProven(id)) console.log(`  ${id}  ${text}`);
    }
  }
  const rows = sections.flatMap((section) => section.rows);
  console.log(words.total(provenIn(rows), rows.length));
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}
