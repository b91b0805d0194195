import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Offices } from "../rules/superior.ts";
import { superiorOf } from "../rules/superior.ts";

type Row = { heads: { personId: number; headId: number }[]; offices: Offices["offices"]; pages: Record<string, number>; classes: Record<string, number> };

/** $1 school, $2 day, $3 pages, $4 classes. */
const SUPERIORS = statement<Row>(
  "control.superiors",
  `select (select coalesce(json_agg(json_build_object('personId', m.person_id, 'headId', h.person_id)), '[]') from people.department_member m
       join people.department_member h on h.school_id = $1 and h.department_id = m.department_id and h.is_head and h.from_day <= $2 and (h.to_day is null or h.to_day >= $2)
       where m.school_id = $1 and not m.is_head and m.from_day <= $2 and (m.to_day is null or m.to_day >= $2)) as heads,
     (select coalesce(json_agg(json_build_object('personId', r.person_id, 'role', r.role, 'grades', r.grades) order by r.person_id), '[]') from access.role_grant r
       where r.school_id = $1 and r.role in ('director', 'deputy_studies') and r.from_day <= $2 and (r.to_day is null or r.to_day >= $2)) as offices,
     (select coalesce(json_object_agg(p.page_id, p.grade_level), '{}') from timetable.page p where p.school_id = $1 and p.page_id = any ($3::int[])) as pages,
     (select coalesce(json_object_agg(c.class_id, c.grade_level), '{}') from people.school_class c where c.school_id = $1 and c.class_id = any ($4::int[])) as classes`,
);

type Item = { pageId: number | null; classId: number | null };

/** Who answers above a person for a thing of a page or a class, on a day. */
export async function superiorsFor(
  tx: Transaction,
  schoolId: number,
  day: LocalDate,
  items: readonly Item[],
): Promise<(personId: number, item: Item) => number | null> {
  const known = <T>(values: readonly (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const row = (await tx.row(SUPERIORS, [schoolId, day, known(items.map((item) => item.pageId)), known(items.map((item) => item.classId))]))!;
  const world: Offices = { headOf: new Map(row.heads.map(({ personId, headId }) => [personId, headId])), offices: row.offices };
  return (personId, { pageId, classId }) => superiorOf(personId, row.pages[String(pageId)] ?? row.classes[String(classId)] ?? null, world);
}
