import { mayReach, permit } from "../../../access/rules/permit.ts";
import { deputiesWithGrades, setGradesInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import { careRoute, setCareRoute } from "../../contract/inspections/inspections.ts";
import { INSPECTION_ACTS } from "../../rules/inspections/acts.ts";

const GRADES = statement<{ grade: number }>(
  "control.grades_of_year",
  `select distinct p.grade_level as grade from timetable.page p where p.school_id = $1 and p.year = (${yearBegunSql("$2")}) order by 1`,
);

/** The deputies with the grades in their care. */
export async function care({ tx, actor }: Context): Promise<Output<typeof careRoute>> {
  permit(actor, INSPECTION_ACTS, careRoute.act);
  const { schoolId, today } = actor;
  const [deputies, grades, names] = await Promise.all([deputiesWithGrades(tx, schoolId, today), tx.rows(GRADES, [schoolId, today]), staffNames(tx, schoolId)]);
  const maySet = mayReach(actor, INSPECTION_ACTS, "control.care.set", "school");
  return { deputies: deputies.map((one) => ({ ...one, name: names.get(one.personId) ?? "" })), grades: grades.map(({ grade }) => grade), maySet };
}

const same = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every((grade) => b.includes(grade));

/** Gives a deputy grades in care from today on (003 §3-3). */
export async function setCare({ tx, actor, now }: Context, { params, body }: Input<typeof setCareRoute>): Promise<Output<typeof setCareRoute>> {
  const { schoolId, personId, today } = actor;
  const standing = (await deputiesWithGrades(tx, schoolId, today)).find((one) => one.personId === params.personId);
  if (!standing) throw new Failure("not_found", "control.deputy_not_found");
  const right = permit(actor, INSPECTION_ACTS, setCareRoute.act);
  const name = (await staffNames(tx, schoolId)).get(params.personId) ?? "";
  const grades = body.grades && [...body.grades].sort((a, b) => a - b);
  if (same(standing.grades, grades)) return { ...standing, name };
  if (!same(standing.grades, body.expected)) throw new Failure("conflict", "control.care_changed_meanwhile", { grades: standing.grades });
  await setGradesInCare(tx, schoolId, { personId: params.personId, grades, from: today });
  const told = { person: params.personId, before: standing.grades, after: grades };
  await record(tx, { schoolId, stream: -params.personId, actor: personId, at: now, act: setCareRoute.act, right, body: told });
  return { personId: params.personId, name, grades, from: today };
}
