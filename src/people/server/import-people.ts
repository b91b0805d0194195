import { dayIn } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import { PEOPLE_IMPORTED } from "../contract/import-events.ts";
import type { ImportedRow } from "../rules/import-report.ts";
import { outcomeCounts } from "../rules/import-report.ts";
import { readPeople } from "../rules/people-file.ts";
import type { PeopleKind } from "../rules/people-record.ts";
import { classKey } from "../rules/person-name.ts";
import { bringGuardians } from "./import-guardians.ts";
import { classesForImport, pupilsForImport } from "./import-people-queries.ts";
import { bringPupils } from "./import-pupils.ts";
import { bringStaff } from "./import-staff.ts";

export type PeopleOrder = {
  schoolId: number;
  files: Partial<Record<PeopleKind, Uint8Array>>;
  /** The school year whose classes the files name. */
  year: number;
  /** The day from which pupils are in their classes, guardians have their children and staff their roles. */
  from: LocalDate;
  now: Date;
};

export type PeopleReport = {
  rows: ImportedRow[];
  unusedColumns: { file: PeopleKind; column: string }[];
  /** Cells of subjects: whose they are the load says. */ subjectsNotKept: number;
};

const SCHOOL = statement<{ timezone: string }>("people.school_for_import", "select timezone from access.school where school_id = $1 for no key update");
const KINDS: PeopleKind[] = ["pupils", "guardians", "staff"];

/**
 * Brings pupils, guardians and staff into a school from the bytes of their tables, all in the transaction given. A row at
 * fault is left out and named, a file that cannot be read refuses the whole. The same files again change nothing.
 */
export async function importPeople(tx: Transaction, order: PeopleOrder): Promise<PeopleReport> {
  const { schoolId, files, year, from, now } = order;
  const school = await tx.row(SCHOOL, [schoolId]);
  if (!school) throw new Failure("not_found", "people.school_not_found", { schoolId });
  const today = dayIn(school.timezone, now);
  const classes = new Map((await classesForImport(tx, schoolId, year, today)).map((each) => [classKey(each.name), each]));
  if (files.pupils && classes.size === 0) throw new Failure("refused", "people.no_classes", { year });

  const read = readPeople(files, { today, hasClass: (name) => classes.has(classKey(name)) });
  if (!read.ok) throw new Failure("invalid", read.refusal.code, read.refusal.facts);
  const { people } = read;
  const known = await pupilsForImport(tx, schoolId, year, today);
  const pupils = await bringPupils(tx, schoolId, people.pupils, { known, classes, from });
  const guardians = await bringGuardians(tx, schoolId, people.guardians, { known, pupilOfLine: pupils.personOfLine, from, today });
  const staff = await bringStaff(tx, schoolId, people.staff, { classes, from });

  const brought = new Map([...pupils.rows, ...guardians, ...staff].map((row) => [`${row.file} ${row.line}`, row]));
  const rows = people.report.map((row): ImportedRow => (row.outcome === "rejected" ? row : brought.get(`${row.file} ${row.line}`)!));
  for (const file of KINDS) {
    if (!files[file]) continue;
    const counts = outcomeCounts(rows.filter((row) => row.file === file));
    const event = { topic: PEOPLE_IMPORTED, body: { file, year } };
    await record(tx, { schoolId, stream: 0, actor: 0, at: now, act: `people.${file}.import`, right: "command line", body: { year, from, ...counts }, event });
  }
  return { rows, unusedColumns: people.unusedColumns, subjectsNotKept: people.staff.filter((row) => row.subjects.length > 0).length };
}
