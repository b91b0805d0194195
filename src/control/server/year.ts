import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { yearBegunSql } from "../../timetable/server/door.ts";

const YEAR = statement<{ startsOn: LocalDate }>("control.year", yearBegunSql("$2", 'starts_on as "startsOn"'));

/** The first day of the school year that began last; the day itself before the first year, so that nothing is looked for. */
export async function yearOf(tx: Transaction, schoolId: number, today: LocalDate): Promise<LocalDate> {
  return (await tx.row(YEAR, [schoolId, today]))?.startsOn ?? today;
}
