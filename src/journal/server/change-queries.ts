import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** What people wrote on a lesson: marks and absences, whether anything at all, whether its substitute wrote some of it. What a span of days wrote ahead is no entry. */
export type LessonEntries = { entries: number; hasEntries: boolean; substituteWrote: boolean };

const ENTRIES = statement<LessonEntries>(
  "journal.lesson_entries",
  `with written as (
     select set_by, true as held from journal.mark where school_id = $1 and page_id = $2 and lesson_id = $3 and value is not null
     union all select set_by, true from attendance.absence where school_id = $1 and page_id = $2 and lesson_id = $3 and kind <> 0 and signs & 4 = 0
     union all select set_by, false from journal.lesson_note where school_id = $1 and page_id = $2 and lesson_id = $3 and (topic is not null or homework is not null)
     union all select added_by, false from journal.attachment where school_id = $1 and page_id = $2 and lesson_id = $3 and removed_at is null
     union all select set_by, false from journal.pupil_note where school_id = $1 and page_id = $2 and lesson_id = $3 and (homework is not null or comment is not null)
   )
   select count(*) filter (where held)::int as entries, count(*) > 0 as "hasEntries", coalesce(bool_or(set_by = $4), false) as "substituteWrote" from written`,
);

/** What is written on a lesson; `substituteId` null when nobody substitutes. */
export async function entriesOn(tx: Transaction, schoolId: number, pageId: number, lessonId: number, substituteId: number | null): Promise<LessonEntries> {
  return (await tx.row(ENTRIES, [schoolId, pageId, lessonId, substituteId]))!;
}
