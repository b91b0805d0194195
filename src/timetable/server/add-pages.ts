import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { JournalKind } from "../../regulation/rules/journal-kinds.ts";

export type NewPage = { groupId: number; subjectId: number; year: number; gradeLevel: number; shift?: number; kind?: JournalKind; usesMarks?: boolean | null };
export type AddedPage = { pageId: number; created: boolean };
export type NewRoom = { name: string; capacity?: number | null };

const KNOWN_SUBJECTS = statement<{ id: number; name: string }>(
  "timetable.known_subjects",
  "select subject_id as id, name from timetable.subject where school_id = $1",
);
const ADD_SUBJECTS = statement(
  "timetable.add_subjects",
  `insert into timetable.subject (school_id, subject_id, name) select $1, r.id, r.name from json_to_recordset($2::json) as r(id int, name text)`,
);
const KNOWN_ROOMS = statement<{ id: number; name: string }>("timetable.known_rooms", "select room_id as id, name from timetable.room where school_id = $1");
const ADD_ROOMS = statement(
  "timetable.add_rooms",
  `insert into timetable.room (school_id, room_id, capacity, name) select $1, r.id, r.capacity, r.name from json_to_recordset($2::json) as r(id int, capacity int, name text)`,
);
const KNOWN_PAGES = statement<{ pageId: number; groupId: number; subjectId: number; year: number }>(
  "timetable.known_pages",
  `select page_id as "pageId", group_id as "groupId", subject_id as "subjectId", year from timetable.page where school_id = $1 and year = any($2::smallint[])`,
);
const ADD_PAGES = statement(
  "timetable.add_pages",
  `insert into timetable.page (school_id, page_id, group_id, subject_id, year, grade_level, shift, kind, uses_marks)
   select $1, r."pageId", r."groupId", r."subjectId", r.year, r."gradeLevel", coalesce(r.shift, case when r.kind is null or timetable.is_lesson(r.kind) then 1 else 0 end),
     coalesce(r.kind, case when g.kind = 'subgroup' then 'subgroup' else 'class' end), r."usesMarks"
   from json_to_recordset($2::json) as r("pageId" int, "groupId" int, "subjectId" int, year smallint, "gradeLevel" smallint, shift smallint, kind text, "usesMarks" boolean)
   join people.study_group g on g.school_id = $1 and g.group_id = r."groupId"`,
);

/** Numbers rows by name: the same name twice, now or before, is one thing. */
async function named<Row extends { name: string }>(
  tx: Transaction,
  schoolId: number,
  thing: string,
  known: readonly { id: number; name: string }[],
  rows: readonly Row[],
) {
  const ids = new Map(known.map((k) => [k.name, k.id]));
  const fresh = [...new Map(rows.filter((r) => !ids.has(r.name)).map((r) => [r.name, r])).values()];
  let next = fresh.length > 0 ? await tx.newIds(schoolId, thing, fresh.length) : 0;
  const created = fresh.map((r) => ({ ...r, id: next++ }));
  for (const r of created) ids.set(r.name, r.id);
  return { ids: rows.map((r) => ids.get(r.name)!), created };
}

/** Subjects by name, added when unknown; their numbers in the order given. */
export async function addSubjects(tx: Transaction, schoolId: number, names: readonly string[]): Promise<number[]> {
  const rows = names.map((name) => ({ name }));
  const { ids, created } = await named(tx, schoolId, "subject", await tx.rows(KNOWN_SUBJECTS, [schoolId]), rows);
  if (created.length > 0) await tx.rows(ADD_SUBJECTS, [schoolId, JSON.stringify(created)]);
  return ids;
}

/** Rooms by name, added when unknown; their numbers in the order given. */
export async function addRooms(tx: Transaction, schoolId: number, rooms: readonly NewRoom[]): Promise<number[]> {
  const { ids, created } = await named(tx, schoolId, "room", await tx.rows(KNOWN_ROOMS, [schoolId]), rooms);
  if (created.length > 0) await tx.rows(ADD_ROOMS, [schoolId, JSON.stringify(created)]);
  return ids;
}

/** Pages of the journal, one for a group and a subject in a year; a known one is found. Without a kind a page is of a class, or of a subgroup when its group is one. Answers in the order given. */
export async function addPages(tx: Transaction, schoolId: number, pages: readonly NewPage[]): Promise<AddedPage[]> {
  const keyOf = (p: { groupId: number; subjectId: number; year: number }) => `${p.year}|${p.groupId}|${p.subjectId}`;
  const years = [...new Set(pages.map((p) => p.year))];
  const known = new Map((await tx.rows(KNOWN_PAGES, [schoolId, years])).map((p) => [keyOf(p), p.pageId]));
  const fresh = [...new Map(pages.filter((p) => !known.has(keyOf(p))).map((p) => [keyOf(p), p])).values()];
  let next = fresh.length > 0 ? await tx.newIds(schoolId, "page", fresh.length) : 0;
  const created = new Map(fresh.map((p) => [keyOf(p), { ...p, pageId: next++ }]));
  if (fresh.length > 0) await tx.rows(ADD_PAGES, [schoolId, JSON.stringify([...created.values()])]);
  return pages.map((p) => {
    const found = known.get(keyOf(p));
    return { pageId: found ?? created.get(keyOf(p))!.pageId, created: found === undefined };
  });
}
