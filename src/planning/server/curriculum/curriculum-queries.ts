import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import type { NormCode, NormValue } from "../../../regulation/rules/norms.ts";
import { YEAR_OF_DAY_SQL } from "../../../timetable/server/door.ts";

export type SchoolYear = { year: number; startsOn: LocalDate; endsOn: LocalDate };

const YEAR = statement<SchoolYear>("planning.year_of_day", `select y.year, y.starts_on as "startsOn", y.ends_on as "endsOn" from (${YEAR_OF_DAY_SQL}) y`);
const HAS_YEAR = statement<{ startsOn: LocalDate }>(
  "planning.has_year",
  `select starts_on as "startsOn" from timetable.school_year where school_id = $1 and year = $2`,
);
const NORMS = statement<{ norms: Record<string, unknown> }>("planning.norms_of_day", "select regulation.norms_on($1, $2::text[], $3) as norms");

/** The school year of a day, or the one nearest to it. */
export async function yearOf(tx: Transaction, schoolId: number, today: LocalDate): Promise<SchoolYear> {
  const year = await tx.row(YEAR, [schoolId, today]);
  if (!year) throw new Failure("refused", "planning.no_school_year");
  return year;
}

/** Refuses a year that the school has not set. */
export async function demandYear(tx: Transaction, schoolId: number, year: number): Promise<void> {
  if (!(await tx.row(HAS_YEAR, [schoolId, year]))) throw new Failure("not_found", "planning.year_not_found", { year });
}

/** The values of some norms on a day; one that has none stops the verb. */
export async function normsOn<const C extends NormCode>(
  tx: Transaction,
  schoolId: number,
  codes: readonly C[],
  today: LocalDate,
): Promise<{ [K in C]: NormValue<K> }> {
  const { norms } = (await tx.row(NORMS, [schoolId, codes, today]))!;
  demandNorms(today, Object.fromEntries(codes.map((code) => [code, norms[code] ?? null])));
  return norms as { [K in C]: NormValue<K> };
}

/** SQL of the hours a year that the curriculum has for the page `p` of school $1; null where it has none. */
export const CURRICULUM_HOURS_SQL = `(select u.year_hours from planning.curriculum_line u
  where u.school_id = $1 and u.year = p.year and u.grade_level = p.grade_level and u.subject_id = p.subject_id)`;
