import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { judgeDutyRoute } from "../../contract/duties/duties.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { isAccepted } from "../../rules/duties/duty-kinds.ts";
import { LAST_STEP } from "./duty-steps.ts";
import { addStep, changedMeanwhile } from "./store-step.ts";
import { standsInSchool } from "./what-it-is-about.ts";

/** The controller accepts a report that was handed in, or returns it with a word why (003 §3-4). What was judged so already is answered as done. */
export async function judgeDuty({ tx, actor, now }: Context, { params, body }: Input<typeof judgeDutyRoute>): Promise<Output<typeof judgeDutyRoute>> {
  const { schoolId } = actor;
  const { kind } = params;
  const { aboutId, expectedVersion } = body;
  const right = permit(actor, CONTROL_ACTS, judgeDutyRoute.act);
  const day = parseDay(body.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: body.day });
  if (!(await standsInSchool(tx, schoolId, kind, aboutId))) throw new Failure("not_found", "control.duty_not_found");
  const step = body.accepted ? "accepted" : "returned";
  const note = body.note.trim();
  const last = await tx.row(LAST_STEP, [schoolId, kind, aboutId, day]);
  if (last?.step === step && last.note === note) return { stepNo: last.stepNo, step, madeAt: last.madeAt.toISOString() };
  if (last && last.stepNo !== expectedVersion) throw changedMeanwhile(last);
  if (!isAccepted(kind) || last?.step !== "done") throw new Failure("refused", "control.duty_not_handed_in");
  if (step === "returned" && note === "") throw new Failure("invalid", "control.return_without_word");
  return addStep(tx, actor, now, { kind, aboutId, day, seen: expectedVersion, step, note, document: "" }, judgeDutyRoute.act, right);
}
