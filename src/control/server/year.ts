import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";

const YEAR = statement<{ startsOn: LocalDate }>(
  "control.year",
  `select starts_on as "startsOn" from timetable.school_year where school_id = $1 and starts_on <= $2 order by starts_on desc limit 1`,
);

/** The first day of the school year that began last; the day itself before the first year, so that nothing is looked for. */
export async function yearOf(tx: Transaction, schoolId: number, today: LocalDate): Promise<LocalDate> {
  return (await tx.row(YEAR, [schoolId, today]))?.startsOn ?? today;
}
