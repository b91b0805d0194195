import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setNorms } from "../../../regulation/server/door.ts";
import { attachAssessmentRoute } from "../../contract/terms/close-term.ts";
import { TERM_ACTS } from "../../rules/term-acts.ts";

/** Attaches the school's assessment regulation, on which period marks are put, from a day on (002 П2 §2.12). */
export async function attachAssessment(
  { tx, actor, now }: Context,
  { body }: Input<typeof attachAssessmentRoute>,
): Promise<Output<typeof attachAssessmentRoute>> {
  const { schoolId, personId } = actor;
  const right = permit(actor, TERM_ACTS, attachAssessmentRoute.act);
  const from = parseDay(body.from);
  if (from === null) throw new Failure("invalid", "planning.not_a_day", { text: body.from });
  const title = body.title.trim();
  if (title === "") throw new Failure("refused", "planning.assessment_without_title");
  const { address } = body;
  const code = "period_attestation.regulation";
  await setNorms(tx, schoolId, [{ code, value: { title, address }, act: title, clause: title, from }]);
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: attachAssessmentRoute.act, right, body: { title, address, from } });
  return { title, address };
}
