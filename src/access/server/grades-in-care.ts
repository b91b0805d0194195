import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { Actor } from "../rules/permit.ts";
import type { Role } from "../rules/roles.ts";

const CARE = statement<{ all: boolean; cared: boolean }>(
  "access.grades_in_care",
  `select coalesce(bool_or(r.grades is null), false) as all,
     $5::smallint[] <@ coalesce((select array_agg(g) from access.role_grant x cross join lateral unnest(x.grades) g
       where x.school_id = $1 and x.person_id = $2 and x.role = $3 and x.from_day <= $4 and (x.to_day is null or x.to_day >= $4)), '{}') as cared
   from access.role_grant r where r.school_id = $1 and r.person_id = $2 and r.role = $3 and r.from_day <= $4 and (r.to_day is null or r.to_day >= $4)`,
);

/** Whether the person holds the role for every one of these grades today: a deputy acts within own competence (002 П2 §2.16). */
export async function hasInCare(tx: Transaction, actor: Actor, role: Role, grades: readonly number[]): Promise<boolean> {
  if (!actor.roles.includes(role)) return false;
  const row = await tx.row(CARE, [actor.schoolId, actor.personId, role, actor.today, grades]);
  return row !== undefined && (row.all || row.cared);
}
