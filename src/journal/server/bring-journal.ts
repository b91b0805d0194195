import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { signsOfMark } from "../rules/cell-signs.ts";

export type NewWorkType = { code: string; name: string; weight: number; form: string };
/** Rows of an earlier journal as columns of equal length; they are brought in the order given. */
export type BroughtMarks = {
  pageId: number[];
  lessonId: number[];
  pupilId: number[];
  day: LocalDate[];
  setBy: number[];
  work: number[];
  value: number[];
  /** What each mark is given for. */
  workType: number[];
  setAt: Date[];
};
export type BroughtNotes = {
  pageId: number[];
  lessonId: number[];
  day: LocalDate[];
  setBy: number[];
  workType: (number | null)[];
  late: boolean[];
  setAt: Date[];
  topic: (string | null)[];
  homework: (string | null)[];
  /** Expected minutes of the homework, where they are known. */
  minutes?: (number | null)[];
};
export type BroughtTermMarks = { pageId: number[]; pupilId: number[]; setBy: number[]; term: number[]; value: number[]; setAt: Date[] };

const ADD_WORK_TYPES = statement<{ workType: number; code: string }>(
  "journal.add_work_types",
  `with known as (select work_type, code from journal.work_type where school_id = $1),
   added as (insert into journal.work_type (school_id, work_type, weight, form, code, name)
     select $1, coalesce((select max(work_type) from known), 0) + row_number() over (order by r.place), r.weight, r.form, r.code, r.name
     from json_to_recordset($2::json) as r(place int, weight smallint, form text, code text, name text) where r.code not in (select code from known)
     returning work_type, code)
   select work_type as "workType", code from known union all select work_type, code from added`,
);
const ADD_LESSON_KINDS = statement(
  "journal.add_lesson_kinds",
  `insert into journal.lesson_kind (school_id, lesson_kind, code, name)
   select $1, row_number() over (order by r.place), r.code, r.name from json_to_recordset($2::json) as r(place int, code text, name text)
   on conflict do nothing`,
);
const BRING_MARKS = statement(
  "journal.bring_marks",
  `insert into journal.mark (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, work_no, value, signs, set_at)
   select $1, r.* from unnest($2::int[], $3::int[], $4::int[], $5::date[], $6::int[], $7::smallint[], $8::smallint[], $9::smallint[], $10::timestamptz[]) as r
   on conflict do nothing`,
);
const BRING_NOTES = statement(
  "journal.bring_notes",
  `insert into journal.lesson_note (school_id, page_id, lesson_id, day, set_by, work_type, signs, set_at, topic, homework)
   select $1, r.page, r.lesson, r.day, r.by, r.work, r.late::int, r.at, r.topic, r.homework
   from unnest($2::int[], $3::int[], $4::date[], $5::int[], $6::smallint[], $7::boolean[], $8::timestamptz[], $9::text[], $10::text[])
     as r(page, lesson, day, by, work, late, at, topic, homework)
   on conflict do nothing`,
);
const BRING_MINUTES = statement(
  "journal.bring_minutes",
  `insert into journal.lesson_detail (school_id, page_id, lesson_id, minutes)
   select $1, r.* from unnest($2::int[], $3::int[], $4::smallint[]) as r(page, lesson, minutes) where r.minutes is not null
   on conflict do nothing`,
);
const BRING_TERM_MARKS = statement(
  "journal.bring_term_marks",
  `insert into journal.term_mark (school_id, page_id, pupil_id, set_by, term, value, set_at)
   select $1, r.* from unnest($2::int[], $3::int[], $4::int[], $5::smallint[], $6::smallint[], $7::timestamptz[]) as r
   on conflict do nothing`,
);
const SIGN = statement(
  "journal.sign_brought_pages",
  `select ledger.record($1, r.page, $2, $3, 'journal.page.bring', r.body, null, null) from unnest($4::int[], $5::text[]) as r(page, body)`,
);

/** Adds the school's work types; a known code stays. Answers the numbers by code. */
export async function addWorkTypes(tx: Transaction, schoolId: number, types: readonly NewWorkType[]): Promise<Map<string, number>> {
  const rows = await tx.rows(ADD_WORK_TYPES, [schoolId, JSON.stringify(types.map((t, place) => ({ ...t, place })))]);
  return new Map(rows.map((r) => [r.code, r.workType]));
}

/** Gives a new school its kinds of lesson, in the order told. */
export async function addLessonKinds(tx: Transaction, schoolId: number, kinds: readonly { code: string; name: string }[]): Promise<void> {
  await tx.rows(ADD_LESSON_KINDS, [schoolId, JSON.stringify(kinds.map((k, place) => ({ ...k, place })))]);
}

/** Brings in marks of an earlier journal; a cell that holds a mark keeps it. */
export async function bringMarks(tx: Transaction, schoolId: number, m: BroughtMarks): Promise<void> {
  await tx.rows(BRING_MARKS, [
    schoolId,
    m.pageId,
    m.lessonId,
    m.pupilId,
    m.day,
    m.setBy,
    m.work,
    m.value,
    m.workType.map((type) => signsOfMark(false, type)),
    m.setAt,
  ]);
}

/** Brings in topics, homework and work types of lessons; what is written already stays. */
export async function bringNotes(tx: Transaction, schoolId: number, n: BroughtNotes): Promise<void> {
  await tx.rows(BRING_NOTES, [schoolId, n.pageId, n.lessonId, n.day, n.setBy, n.workType, n.late, n.setAt, n.topic, n.homework]);
  if (n.minutes) await tx.rows(BRING_MINUTES, [schoolId, n.pageId, n.lessonId, n.minutes]);
}

/** Brings in marks of terms. */
export async function bringTermMarks(tx: Transaction, schoolId: number, m: BroughtTermMarks): Promise<void> {
  await tx.rows(BRING_TERM_MARKS, [schoolId, m.pageId, m.pupilId, m.setBy, m.term, m.value, m.setAt]);
}

/** Says in the chain of each page how much was brought in, by whom and from where: one row a page. */
export async function signBroughtPages(
  tx: Transaction,
  schoolId: number,
  by: number,
  at: Date,
  source: string,
  pages: readonly { pageId: number; marks: number; absences: number; notes: number }[],
): Promise<void> {
  const bodies = pages.map(({ marks, absences, notes }) => JSON.stringify({ right: "migration/school", source, marks, absences, notes }));
  await tx.rows(SIGN, [schoolId, by, at, pages.map((p) => p.pageId), bodies]);
}
