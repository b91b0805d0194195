import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import { LESSON_SET } from "../../contract/events.ts";

export type WorkType = { workType: number; code: string; name: string };

const WORK_TYPES = statement<WorkType>(
  "journal.work_types_of_plan",
  `select work_type as "workType", code, name from journal.work_type where school_id = $1 order by work_type`,
);

/** The school's dictionary of work types. */
export const workTypesOf = (tx: Transaction, schoolId: number): Promise<WorkType[]> => tx.rows(WORK_TYPES, [schoolId]);

// a type that the teacher wrote stays; one that marks hang on stays
const FILL = statement(
  "journal.fill_work_of_column",
  `with put as (
     insert into journal.lesson_note as n (school_id, page_id, lesson_id, day, set_by, work_type, set_at)
     select $1, $2, $3, l.day, $4, $6, $5 from timetable.lesson l where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3 and l.state = 0 for key share
     on conflict (school_id, page_id, lesson_id) do update set work_type = excluded.work_type, set_by = excluded.set_by, set_at = excluded.set_at, version = n.version + 1
       where n.work_type is null or n.work_type = $7
     returning version)
   select ledger.record($1, $2, $4, $5, $8, $9, $10, $11) as seq from put`,
);
const EMPTY = statement(
  "journal.empty_work_of_column",
  `with put as (
     update journal.lesson_note n set work_type = null, set_by = $4, set_at = $5, version = n.version + 1
     where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3 and n.work_type = $6
       and not exists (select from journal.mark k where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.value is not null)
     returning version)
   select ledger.record($1, $2, $4, $5, $7, $8, $9, $10) as seq from put`,
);

type Column = { schoolId: number; pageId: number; lessonId: number; groupId: number; day: string; by: number; at: Date; act: string; right: string };

const told = (c: Column, before: number | null, after: number | null) =>
  actAndEvent({
    schoolId: c.schoolId,
    stream: c.pageId,
    actor: c.by,
    at: c.at,
    act: c.act,
    right: c.right,
    body: { lesson: c.lessonId, before: { workType: before }, after: { workType: after } },
    event: { topic: LESSON_SET, body: { pageId: c.pageId, groupId: c.groupId, lessonId: c.lessonId, day: c.day } },
  });

/** The planned work stands in its journal column as its work type; `before` is the type that an earlier plan had put there. */
export async function fillColumn(tx: Transaction, c: Column, workType: number, before: number | null): Promise<void> {
  if (workType === before) return;
  await tx.rows(FILL, [c.schoolId, c.pageId, c.lessonId, c.by, c.at, workType, before, ...told(c, before, workType)]);
}

/** The column is a usual lesson again, unless marks were put for the work. */
export async function emptyColumn(tx: Transaction, c: Column, workType: number): Promise<void> {
  await tx.rows(EMPTY, [c.schoolId, c.pageId, c.lessonId, c.by, c.at, workType, ...told(c, workType, null)]);
}
