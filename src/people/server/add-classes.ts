import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { classNameRu, withClassNamesRu } from "../rules/class-name.ru.ts";
import { classKey } from "../rules/person-name.ts";

export type NewClass = { gradeLevel: number; letter: string; name?: string; shift?: number };
export type AddedClass = { classId: number; groupId: number; name: string; created: boolean };

/** A part of a class, or a stream that gathers pupils of several; a `whole` one has every pupil of its classes. */
export type NewGroup = { kind: "subgroup"; classId: number; name: string } | { kind: "stream"; classIds: readonly number[]; name: string; whole?: boolean };
export type AddedGroup = { groupId: number; created: boolean };

const KNOWN_CLASSES = statement<{ classId: number; groupId: number; name: string }>(
  "people.known_classes",
  `select class_id as "classId", group_id as "groupId", name from people.school_class where school_id = $1 and year = $2`,
);
const ADD_CLASS_GROUPS = statement(
  "people.add_class_groups",
  `insert into people.study_group (school_id, group_id, class_id, year, kind, name, whole)
   select $1, r."groupId", r."classId", $2, r.kind, r.name, coalesce(r.whole, false)
   from json_to_recordset($3::json) as r("groupId" int, "classId" int, kind text, name text, whole boolean)`,
);
const ADD_CLASSES = statement(
  "people.add_classes",
  `insert into people.school_class (school_id, class_id, group_id, year, grade_level, shift, letter, name)
   select $1, r."classId", r."groupId", $2, r."gradeLevel", coalesce(r.shift, 1), r.letter, r.name
   from json_to_recordset($3::json) as r("classId" int, "groupId" int, "gradeLevel" smallint, shift smallint, letter text, name text)`,
);
const KNOWN_GROUPS = statement<{ groupId: number; classId: number | null; kind: string; name: string }>(
  "people.known_groups",
  `select group_id as "groupId", class_id as "classId", kind, name from people.study_group where school_id = $1 and year = $2`,
);
const ADD_STREAM_CLASSES = statement(
  "people.add_stream_classes",
  `insert into people.stream_class (school_id, group_id, class_id)
   select $1, r."groupId", r."classId" from json_to_recordset($2::json) as r("groupId" int, "classId" int)
   on conflict do nothing`,
);

/** Adds the classes of a year, each with the study group of the whole class; a class of the same name is found, however it is written. Answers in the order given. */
export async function addClasses(tx: Transaction, schoolId: number, year: number, classes: readonly NewClass[]): Promise<AddedClass[]> {
  const known = new Map((await tx.rows(KNOWN_CLASSES, [schoolId, year])).map((c) => [classKey(c.name), c]));
  const named = classes.map((c) => ({ ...c, name: c.name ?? classNameRu(c.gradeLevel, c.letter) }));
  const count = named.filter((c) => !known.has(classKey(c.name))).length;
  let classId = count > 0 ? await tx.newIds(schoolId, "class", count) : 0;
  let groupId = count > 0 ? await tx.newIds(schoolId, "group", count) : 0;
  const rows = named.map((c) => {
    const found = known.get(classKey(c.name));
    return found ? { ...c, ...found, kind: "class", created: false } : { ...c, classId: classId++, groupId: groupId++, kind: "class", created: true };
  });
  if (count > 0) {
    const created = JSON.stringify(rows.filter((c) => c.created));
    await tx.rows(ADD_CLASS_GROUPS, [schoolId, year, created]);
    await tx.rows(ADD_CLASSES, [schoolId, year, created]);
  }
  return rows.map(({ classId, groupId, name, created }) => ({ classId, groupId, name, created }));
}

/** Adds subgroups and streams of a year; one of the same kind, class and name is found, however its name writes the class. Answers in the order given. */
export async function addGroups(tx: Transaction, schoolId: number, year: number, groups: readonly NewGroup[]): Promise<AddedGroup[]> {
  const keyOf = (kind: string, classId: number | null, name: string) => `${kind}|${classId ?? ""}|${withClassNamesRu(name)}`;
  const known = new Map((await tx.rows(KNOWN_GROUPS, [schoolId, year])).map((g) => [keyOf(g.kind, g.classId, g.name), g.groupId]));
  const flat = groups.map((g) => ({
    kind: g.kind,
    name: g.name,
    classId: g.kind === "subgroup" ? g.classId : null,
    classIds: g.kind === "stream" ? g.classIds : [],
    whole: g.kind === "stream" && (g.whole ?? false),
  }));
  const count = flat.filter((g) => !known.has(keyOf(g.kind, g.classId, g.name))).length;
  let next = count > 0 ? await tx.newIds(schoolId, "group", count) : 0;
  const rows = flat.map((g) => {
    const found = known.get(keyOf(g.kind, g.classId, g.name));
    return { ...g, groupId: found ?? next++, created: found === undefined };
  });
  if (count > 0) await tx.rows(ADD_CLASS_GROUPS, [schoolId, year, JSON.stringify(rows.filter((g) => g.created))]);
  await tx.rows(ADD_STREAM_CLASSES, [schoolId, JSON.stringify(rows.flatMap((g) => g.classIds.map((classId) => ({ groupId: g.groupId, classId }))))]);
  return rows.map(({ groupId, created }) => ({ groupId, created }));
}
