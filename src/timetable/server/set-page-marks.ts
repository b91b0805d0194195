import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

const SET = statement("timetable.set_page_marks", "update timetable.page set uses_marks = $3 where school_id = $1 and page_id = $2");

/** The page's own word on marks; null: as its kind says. */
export async function setPageMarks(tx: Transaction, schoolId: number, pageId: number, usesMarks: boolean | null): Promise<void> {
  await tx.rows(SET, [schoolId, pageId, usesMarks]);
}
