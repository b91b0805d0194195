import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { asSchool, statement } from "../../foundation/database.ts";
import { dayIn, parseDay } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { sentenceOf } from "../../foundation/failure.ts";
import { outcomeCounts } from "../../people/rules/import-report.ts";
import { peopleKindOf } from "../../people/rules/people-columns.ts";
import type { PeopleKind } from "../../people/rules/people-record.ts";
import { importPeople, type PeopleReport } from "../../people/server/import-people.ts";
import { schoolYearOf } from "../../timetable/rules/usual-year.ts";
import { FAILURES } from "../failures.ts";
import { Misuse, numberOf, Obstacle, textOf, type Command, type World } from "./command.ts";
import { COMMAND_WORDS } from "./command.ru.ts";
import { bytesOf } from "./files.ts";
import { CSV_WORDS } from "./import-words.ru.ts";
import { onlySchool, schoolNumbered, type School } from "./schools.ts";

const YEAR = statement<{ year: number | null; startsOn: LocalDate | null }>(
  "entrance.year_of_classes",
  `select max(k.year)::int as year, (select y.starts_on from timetable.school_year y where y.school_id = $1 and y.year = max(k.year)) as "startsOn"
   from people.school_class k where k.school_id = $1`,
);
const KINDS: PeopleKind[] = ["pupils", "guardians", "staff"];

/** Carries the report of a dry run out of a transaction that is rolled back. */
class DryRun extends Error {
  readonly report: PeopleReport;
  constructor(report: PeopleReport) {
    super("dry run");
    this.report = report;
  }
}

/** `import csv`: pupils, guardians and staff out of the tables of a folder, with a report per row. */
export const importCsv: Command = {
  help: CSV_WORDS.help,
  options: { school: { type: "string" }, from: { type: "string" }, "dry-run": { type: "boolean" } },
  words: { count: 1, missing: CSV_WORDS.folderMissing },
  async run(given, world) {
    const schoolId = numberOf(given, "school", 1, 2147483647);
    const fromText = textOf(given, "from");
    const from = fromText === undefined ? null : parseDay(fromText);
    if (fromText !== undefined && from === null) throw new Misuse(CSV_WORDS.dateWrong(fromText));
    const folder = given.positionals[0]!;
    const found = await tablesIn(world.path(folder), folder);

    const pool = await world.open();
    const school = schoolId === undefined ? await onlySchool(pool) : await schoolNumbered(pool, schoolId);
    const dryRun = given.values["dry-run"] === true;
    const report = await broughtInto(pool, school, Object.fromEntries([...found].map(([kind, file]) => [kind, file.bytes])), from, world.now, dryRun);
    answer(world, folder, school, found, report, dryRun);
  },
};

type Tables = Map<PeopleKind, { name: string; bytes: Uint8Array }>;

async function tablesIn(path: string, said: string): Promise<Tables> {
  const folder = await stat(path).catch(() => null);
  if (!folder) throw new Obstacle(COMMAND_WORDS.noFolder(said));
  if (!folder.isDirectory()) throw new Obstacle(COMMAND_WORDS.notAFolder(said));
  const names = await readdir(path).catch(() => Promise.reject(new Obstacle(COMMAND_WORDS.notReadable(said))));
  const tables: Tables = new Map();
  for (const name of names.sort()) {
    const kind = peopleKindOf(name);
    if (!kind) continue;
    const other = tables.get(kind);
    if (other) throw new Obstacle(CSV_WORDS.twoFiles(other.name, name));
    tables.set(kind, { name, bytes: await bytesOf(join(path, name)) });
  }
  if (tables.size === 0) throw new Obstacle(CSV_WORDS.noFiles(said));
  return tables;
}

/** Into the classes of the newest year that has any, from its first day when no other is given. */
async function broughtInto(
  pool: pg.Pool,
  school: School,
  files: Partial<Record<PeopleKind, Uint8Array>>,
  from: LocalDate | null,
  now: Date,
  dryRun: boolean,
): Promise<PeopleReport> {
  const { schoolId, timezone } = school;
  try {
    return await asSchool(pool, schoolId, async (tx) => {
      const found = await tx.row(YEAR, [schoolId]);
      const year = found?.year ?? schoolYearOf(dayIn(timezone, now));
      const start = found?.startsOn ?? (`${year}-09-01` as LocalDate);
      const report = await importPeople(tx, { schoolId, files, year, from: from ?? start, now });
      if (dryRun) throw new DryRun(report);
      return report;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

function answer(world: World, folder: string, school: School, tables: Tables, { rows, unusedColumns, subjectsNotKept }: PeopleReport, dryRun: boolean): void {
  const files = KINDS.filter((kind) => tables.has(kind));
  const rejected = rows.flatMap((row) =>
    row.outcome === "rejected" ? [{ file: tables.get(row.file)!.name, row: row.line, code: row.code, reason: sentenceOf(FAILURES, row.code, row.facts) }] : [],
  );
  const columns = unusedColumns.map(({ file, column }) => [`${tables.get(file)!.name}: ${column}`, 1] as const);
  const notUnderstood = Object.fromEntries([...columns, ...(subjectsNotKept > 0 ? [["staff subjects", subjectsNotKept] as const] : [])]);
  const { rejected: refused, ...taken } = outcomeCounts(rows);
  const perFile = Object.fromEntries(KINDS.map((kind) => [kind, rows.filter((row) => row.file === kind && row.outcome !== "rejected").length]));
  const lines = files.flatMap((kind) => [
    CSV_WORDS.file(kind, tables.get(kind)!.name, outcomeCounts(rows.filter((row) => row.file === kind))),
    ...rejected.filter((row) => row.file === tables.get(kind)!.name).map(({ row, reason }) => CSV_WORDS.row(row, reason)),
  ]);
  world.answer(
    { file: folder, school: school.schoolId, schoolName: school.name, dryRun, rows: rows.length, ...perFile, ...taken, refused, notUnderstood, rejected },
    [
      CSV_WORDS.school(school.name, school.schoolId),
      ...lines,
      ...(columns.length > 0 ? [CSV_WORDS.unused(columns.map(([column]) => column))] : []),
      ...(subjectsNotKept > 0 ? [CSV_WORDS.subjects(subjectsNotKept)] : []),
      dryRun ? CSV_WORDS.dryRun : CSV_WORDS.next(school.schoolId),
    ],
  );
}
