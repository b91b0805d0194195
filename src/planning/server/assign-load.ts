import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** A teacher's hours a week on a page between two days, both inclusive. */
export type NewLoad = { pageId: number; teacherId: number; weeklyHours: number; from: LocalDate; to?: LocalDate | null };

const ASSIGN_LOAD = statement(
  "planning.assign_load",
  `insert into planning.load (school_id, page_id, teacher_id, from_day, to_day, weekly_hours)
   select $1, r."pageId", r."teacherId", r."from", r."to", r."weeklyHours"
   from json_to_recordset($2::json) as r("pageId" int, "teacherId" int, "from" date, "to" date, "weeklyHours" numeric)
   on conflict (school_id, page_id, teacher_id, from_day) do update set weekly_hours = excluded.weekly_hours, to_day = excluded.to_day`,
);

/** Assigns teaching load; the same teacher, page and first day again replaces the hours. */
export async function assignLoad(tx: Transaction, schoolId: number, load: readonly NewLoad[]): Promise<void> {
  await tx.rows(ASSIGN_LOAD, [schoolId, JSON.stringify(load)]);
}
