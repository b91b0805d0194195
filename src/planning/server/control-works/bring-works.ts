import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";

/** A work of an earlier schedule. */
export type BroughtWork = { pageId: number; lessonId: number; day: LocalDate; workType: number; minutes: number; wholeClass: boolean; setBy: number };

const BRING = statement(
  "planning.bring_control_works",
  `insert into planning.control_work (school_id, work_id, page_id, lesson_id, set_by, day, work_type, minutes, lessons, whole_class, set_at)
   select $1, $2 + row_number() over (order by r.day, r."pageId") - 1, r."pageId", r."lessonId", r."setBy", r.day, r."workType", r.minutes, 1, r."wholeClass", $4
   from json_to_recordset($3::json) as r("pageId" int, "lessonId" int, "setBy" int, day date, "workType" smallint, minutes smallint, "wholeClass" boolean)`,
);

/** Brings in works of a schedule that was kept elsewhere, as they are: the limits are told, not held against them. */
export async function bringControlWorks(tx: Transaction, schoolId: number, works: readonly BroughtWork[], at: Date): Promise<void> {
  if (works.length === 0) return;
  await tx.rows(BRING, [schoolId, await tx.newIds(schoolId, "control_work", works.length), JSON.stringify(works), at]);
}
