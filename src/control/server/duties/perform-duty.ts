import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { performDutyRoute } from "../../contract/duties/duties.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { holdsRole, isSaid } from "../../rules/duties/duty-kinds.ts";
import { LAST_STEP } from "./duty-steps.ts";
import { gatherDuties } from "./gather-duties.ts";
import { addStep, changedMeanwhile } from "./store-step.ts";
import { standsInSchool } from "./what-it-is-about.ts";

/**
 * Who owes a duty says that it is done. The word stands for good: a mistake is put right by the controller who returns it, or by the next word.
 * A duty of another, of a term that is not near, or one that the journal itself shows is not spoken of. What was said already is answered as done.
 */
export async function performDuty({ tx, actor, now }: Context, { params, body }: Input<typeof performDutyRoute>): Promise<Output<typeof performDutyRoute>> {
  const { schoolId, personId } = actor;
  const { kind } = params;
  const { aboutId, expectedVersion } = body;
  const day = parseDay(body.day);
  const [{ duties }, last] = await Promise.all([gatherDuties(tx, actor, now, personId), tx.row(LAST_STEP, [schoolId, kind, aboutId, day])]);
  const duty = duties.find((own) => own.kind === kind && own.aboutId === aboutId && own.day === day);
  if (!duty && !(await standsInSchool(tx, schoolId, kind, aboutId))) throw new Failure("not_found", "control.duty_not_found");
  const owns = last?.madeBy === personId || holdsRole(kind, actor.roles) || duties.some((own) => own.kind === kind && own.aboutId === aboutId);
  const right = permit(actor, CONTROL_ACTS, performDutyRoute.act, { self: owns });
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: body.day });
  if (!isSaid(kind)) throw new Failure("refused", "control.duty_not_said");
  const note = body.note.trim();
  if (last?.step === "done" && last.madeBy === personId && (!duty || duty.awaits) && last.note === note) {
    return { stepNo: last.stepNo, step: last.step, madeAt: last.madeAt.toISOString() };
  }
  if (!duty) throw last && last.stepNo !== expectedVersion ? changedMeanwhile(last) : new Failure("not_found", "control.duty_not_found");
  if (duty.awaits || (last?.stepNo ?? 0) !== expectedVersion) throw changedMeanwhile(last);
  return addStep(
    tx,
    actor,
    now,
    { kind, aboutId, day, seen: expectedVersion, step: "done", note, document: body.document.trim() },
    performDutyRoute.act,
    right,
  );
}
