import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { setStateExamRoute } from "../../contract/periods/class-summary.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { refusalOfExam } from "../../rules/results.ts";
import { PAGE_FOR_EXAM, STORE_EXAM } from "./result-queries.ts";

/** Records what a pupil got at the state final attestation in the subject of the page (002 П2 §3.3). */
export async function setStateExam({ tx, actor, now }: Context, { params, body }: Input<typeof setStateExamRoute>): Promise<Output<typeof setStateExamRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, pupilId } = params;
  const { form, score, mark, expectedVersion } = body;
  const facts = await tx.row(PAGE_FOR_EXAM, [schoolId, pageId, pupilId, today]);
  if (!facts) throw new Failure("not_found", "journal.page_not_found");
  const right = permit(actor, PERIOD_ACTS, setStateExamRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", [facts.gradeLevel]) });
  const heldOn = parseDay(body.heldOn);
  if (heldOn === null) throw new Failure("invalid", "journal.not_a_day", { text: body.heldOn });
  demandNorms(today, { "marks.scale_period": facts.scale });
  const refusal = refusalOfExam({ gradeLevel: facts.gradeLevel, form, score, mark, scale: facts.scale!, enrolled: facts.enrolled, day: heldOn });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const { standing } = facts;
  if (standing?.form === form && standing.heldOn === heldOn && standing.score === score && standing.mark === mark) return standing;
  const conflict = () => new Failure("conflict", "journal.result_changed_meanwhile", { version: standing?.version ?? 0 });
  if ((standing?.version ?? 0) !== expectedVersion) throw conflict();
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setStateExamRoute.act,
    right,
    body: { pupil: pupilId, before: standing && { form: standing.form, score: standing.score, mark: standing.mark }, after: { form, heldOn, score, mark } },
  };
  const stored = await tx.row(STORE_EXAM, [schoolId, pageId, pupilId, personId, now, expectedVersion, form, heldOn, score, mark, ...actAndEvent(entry)]);
  if (!stored) throw conflict();
  return { pageId, pupilId, form, heldOn, score, mark, version: stored.version };
}
