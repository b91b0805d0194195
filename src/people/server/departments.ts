import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** A department or sector with those who work in it from a day; a head is one of them. */
export type NewDepartment = { name: string; from: LocalDate; heads: readonly number[]; people: readonly number[] };

const ADD = statement("people.add_department", "insert into people.department (school_id, department_id, name) values ($1, $2, $3)");
const ADD_PEOPLE = statement(
  "people.add_department_people",
  `insert into people.department_member (school_id, department_id, person_id, from_day, is_head)
   select $1, $2, r.person, $3, r.person = any ($5::int[]) from unnest($4::int[]) as r(person)`,
);

/** Adds a department with its people (001 §2.1). Answers its number. */
export async function addDepartment(tx: Transaction, schoolId: number, { name, from, heads, people }: NewDepartment): Promise<number> {
  const departmentId = await tx.newIds(schoolId, "department");
  await tx.rows(ADD, [schoolId, departmentId, name]);
  await tx.rows(ADD_PEOPLE, [schoolId, departmentId, from, [...new Set([...heads, ...people])], heads]);
  return departmentId;
}

const HEADED = statement<{ departmentId: number }>(
  "people.headed_departments",
  `select m.department_id as "departmentId" from people.department_member m
   where m.school_id = $1 and m.person_id = $2 and m.is_head and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)`,
);

/** The departments that the person heads on a day. */
export async function headedDepartments(tx: Transaction, schoolId: number, personId: number, day: LocalDate): Promise<number[]> {
  return (await tx.rows(HEADED, [schoolId, personId, day])).map((row) => row.departmentId);
}
