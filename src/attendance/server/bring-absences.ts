import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { signsOf } from "../rules/signs.ts";

/** Absences of an earlier journal as columns of equal length; `kind` is a number of ABSENCE_KINDS, `reason` one of the school's dictionary or null. */
export type BroughtAbsences = {
  pageId: number[];
  lessonId: number[];
  pupilId: number[];
  day: LocalDate[];
  setBy: number[];
  kind: number[];
  reason: (number | null)[];
  setAt: Date[];
};

const BRING = statement(
  "attendance.bring_absences",
  `insert into attendance.absence (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, kind, reason, signs, set_at)
   select $1, r.* from unnest($2::int[], $3::int[], $4::int[], $5::date[], $6::int[], $7::smallint[], $8::smallint[], $9::smallint[], $10::timestamptz[]) as r
   on conflict do nothing`,
);

/** Brings in absences; a cell that holds one keeps it. */
export async function bringAbsences(tx: Transaction, schoolId: number, a: BroughtAbsences): Promise<void> {
  await tx.rows(BRING, [schoolId, a.pageId, a.lessonId, a.pupilId, a.day, a.setBy, a.kind, a.reason, a.reason.map((r) => signsOf(false, r)), a.setAt]);
}
