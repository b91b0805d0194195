import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

const NAMES = statement<{ personId: number; name: string }>(
  "people.staff_names",
  `select p.person_id as "personId", people.short_name(p.surname, p.given_name, p.patronymic) as name
   from people.staff s join people.person p using (school_id, person_id) where s.school_id = $1`,
);

/** How the staff of a school are named on a page, «Лунёва Т. А.», by person. */
export async function staffNames(tx: Transaction, schoolId: number): Promise<Map<number, string>> {
  return new Map((await tx.rows(NAMES, [schoolId])).map((r) => [r.personId, r.name]));
}
