import type { LocalDate } from "../../foundation/day.ts";
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

const DEPUTIES = statement<{ personId: number; grades: number[] | null; from: LocalDate }>(
  "access.deputies_with_grades",
  `select r.person_id as "personId", r.grades, r.from_day as "from" from access.role_grant r
   where r.school_id = $1 and r.role = 'deputy_studies' and r.from_day <= $2 and (r.to_day is null or r.to_day >= $2) order by r.person_id`,
);

/** The deputies of a day with the grades they hold the role for; null is all of them. */
export const deputiesWithGrades = (
  tx: Transaction,
  schoolId: number,
  day: LocalDate,
): Promise<{ personId: number; grades: number[] | null; from: LocalDate }[]> => tx.rows(DEPUTIES, [schoolId, day]);

/** A grant of today is changed; an earlier one ends yesterday and goes on with the new grades, so that it stays known who cared for what. $3 day, $4 grades. */
const SET_CARE = statement(
  "access.set_grades_in_care",
  `with standing as (
     select * from access.role_grant r where r.school_id = $1 and r.person_id = $2 and r.role = 'deputy_studies' and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
   ), put as (
     update access.role_grant r set grades = case when r.from_day = $3 then $4::smallint[] else r.grades end, to_day = case when r.from_day = $3 then r.to_day else $3::date - 1 end
     from standing s where r.school_id = $1 and r.person_id = $2 and r.role = s.role and r.from_day = s.from_day
   )
   insert into access.role_grant (school_id, person_id, from_day, to_day, role, order_ref, grades)
   select $1, $2, $3, s.to_day, s.role, s.order_ref, $4::smallint[] from standing s where s.from_day < $3`,
);

/** Gives a deputy grades in care from a day on. */
export async function setGradesInCare(
  tx: Transaction,
  schoolId: number,
  care: { personId: number; grades: readonly number[] | null; from: LocalDate },
): Promise<void> {
  await tx.rows(SET_CARE, [schoolId, care.personId, care.from, care.grades]);
}
