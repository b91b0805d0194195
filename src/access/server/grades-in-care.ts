import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { Actor } from "../rules/permit.ts";
import type { Role } from "../rules/roles.ts";

const CARE = statement<{ grades: number[] | null }>(
  "access.grades_in_care",
  `select r.grades from access.role_grant r
   where r.school_id = $1 and r.person_id = $2 and r.role = $3 and r.from_day <= $4 and (r.to_day is null or r.to_day >= $4)`,
);

/** The grades that the person holds the role for today; null is all of them, none without the role. */
export async function gradesInCare(tx: Transaction, actor: Actor, role: Role): Promise<number[] | null> {
  if (!actor.roles.includes(role)) return [];
  const rows = await tx.rows(CARE, [actor.schoolId, actor.personId, role, actor.today]);
  return rows.some((row) => row.grades === null) ? null : [...new Set(rows.flatMap((row) => row.grades ?? []))].sort((a, b) => a - b);
}

/** Whether the person holds the role for every one of these grades today: a deputy acts within own competence (002 П2 §2.16). */
export async function hasInCare(tx: Transaction, actor: Actor, role: Role, grades: readonly number[]): Promise<boolean> {
  if (!actor.roles.includes(role)) return false;
  const care = await gradesInCare(tx, actor, role);
  return care === null || grades.every((grade) => care.includes(grade));
}
