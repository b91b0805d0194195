import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";

export type NewSchool = { name: string; timezone: string; country: string; kind?: string; isDemo?: boolean };

const MAKE = statement<{ schoolId: number }>(
  "access.make_school",
  `insert into access.school (name, timezone, country, is_demo, kind) values ($1, $2, $3, $4, $5) returning school_id as "schoolId"`,
);
const ALONE = statement("access.first_school_lock", "select pg_advisory_xact_lock(7301, 3)");
const ANY = statement<{ any: boolean }>("access.any_school", "select exists (select from access.school) as any");

/** Makes a school; the rest of the transaction works in its name. */
export async function makeSchool(tx: Transaction, school: NewSchool): Promise<number> {
  if (!Intl.supportedValuesOf("timeZone").includes(school.timezone)) throw new Failure("invalid", "access.timezone_unknown", { timezone: school.timezone });
  const made = await tx.row(MAKE, [school.name, school.timezone, school.country, school.isDemo ?? false, school.kind ?? null]);
  await tx.inSchool(made!.schoolId);
  return made!.schoolId;
}

/** Whether the database holds no school yet; holds back any other process that asks until this transaction ends. */
export async function claimFirstSchool(tx: Transaction): Promise<boolean> {
  await tx.rows(ALONE);
  return !(await hasSchools(tx));
}

/** Whether the database holds a school already. */
export async function hasSchools(tx: Transaction): Promise<boolean> {
  return (await tx.row(ANY))!.any;
}
