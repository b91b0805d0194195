import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";

/** A line of load in force on a day or to come. */
export type LoadLine = { weeklyHours: number; from: LocalDate; to: LocalDate | null };

// the lock lets two changes of one line wait for each other, so that the second sees what the first made of it
const STANDING = statement<LoadLine>(
  "planning.standing_load",
  `select o.weekly_hours::float8 as "weeklyHours", o.from_day as "from", o.to_day as "to" from planning.load o
   where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $3 and (o.to_day is null or o.to_day >= $4) and o.from_day <= coalesce(o.to_day, o.from_day)
   order by o.from_day limit 1 for update`,
);
const END = statement("planning.end_load", "update planning.load set to_day = $5 where school_id = $1 and page_id = $2 and teacher_id = $3 and from_day = $4");

export const standingLoad = (tx: Transaction, schoolId: number, pageId: number, teacherId: number, today: LocalDate): Promise<LoadLine | undefined> =>
  tx.row(STANDING, [schoolId, pageId, teacherId, today]);

/** Ends a line the day before; one that began no earlier never was in force. */
export async function endBefore(tx: Transaction, schoolId: number, pageId: number, teacherId: number, line: LoadLine, day: LocalDate): Promise<void> {
  const last = line.from < day ? day : line.from;
  await tx.rows(END, [schoolId, pageId, teacherId, line.from, plusDays(last, -1)]);
}
