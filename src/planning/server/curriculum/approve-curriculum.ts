import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { approveCurriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { demandYear } from "./curriculum-queries.ts";

const APPROVE = statement<{ version: number }>(
  "planning.approve_curriculum",
  `update planning.curriculum c set version = c.version + 1, approved_by = $3, approved_on = $4, order_ref = $5
   where c.school_id = $1 and c.year = $2 and c.version = $6
     and exists (select from planning.curriculum_line l where l.school_id = $1 and l.year = $2)
   returning version`,
);
const STANDING = statement<{ version: number; approvedOn: LocalDate | null; orderRef: string; isEmpty: boolean }>(
  "planning.curriculum_to_approve",
  `select c.version, c.approved_on as "approvedOn", c.order_ref as "orderRef",
     not exists (select from planning.curriculum_line l where l.school_id = $1 and l.year = $2) as "isEmpty"
   from planning.curriculum c where c.school_id = $1 and c.year = $2`,
);

/** A day that an order is dated by: a real one, and not one to come. */
export function dayOfOrder(text: string, today: LocalDate): LocalDate {
  const day = parseDay(text);
  if (day === null) throw new Failure("invalid", "planning.not_a_day", { text });
  if (day > today) throw new Failure("refused", "planning.day_to_come", { day });
  return day;
}

/** The director approves the curriculum of a year (002 П4 §4.2.2а). */
export async function approveCurriculum(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof approveCurriculumRoute>,
): Promise<Output<typeof approveCurriculumRoute>> {
  const right = permit(actor, PLANNING_ACTS, approveCurriculumRoute.act);
  const { schoolId, personId, today } = actor;
  const { year } = params;
  await demandYear(tx, schoolId, year);
  const approvedOn = dayOfOrder(body.approvedOn, today);
  const orderRef = body.orderRef.trim();
  const approved = await tx.row(APPROVE, [schoolId, year, personId, approvedOn, orderRef, body.expectedVersion]);
  if (!approved) {
    const standing = await tx.row(STANDING, [schoolId, year]);
    if (!standing || standing.isEmpty) throw new Failure("refused", "planning.curriculum_empty");
    if (standing.approvedOn === approvedOn && standing.orderRef === orderRef) return { version: standing.version };
    throw new Failure("conflict", "planning.curriculum_changed_meanwhile", { version: standing.version });
  }
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: approveCurriculumRoute.act, right, body: { year, approvedOn, orderRef } });
  return { version: approved.version };
}
