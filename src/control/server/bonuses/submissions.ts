import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { decideBonusesRoute, setCriteriaRoute, submissionsRoute, submitBonusesRoute } from "../../contract/bonuses.ts";
import { BONUS_ACTS } from "../../rules/bonuses/acts.ts";
import { CRITERIA } from "../../rules/bonuses/ranking.ts";
import { readDays } from "../../rules/report-days.ts";
import { yearOf } from "../year.ts";
import { CRITERIA_IN_FORCE, DECIDE, SET_CRITERIA, SUBMISSION, SUBMISSIONS, SUBMIT } from "./bonus-queries.ts";
import type { SubmissionRow } from "./bonus-queries.ts";
import { rankingOf } from "./ranking.ts";

type Told = Output<typeof submitBonusesRoute>;
const tell = (row: SubmissionRow): Told => ({ ...row, madeAt: row.madeAt.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null });

/** The director names by what the work with the journal is rewarded (002 П6 18). */
export async function setCriteria({ tx, actor, now }: Context, { body }: Input<typeof setCriteriaRoute>): Promise<Output<typeof setCriteriaRoute>> {
  const { schoolId, personId } = actor;
  const right = permit(actor, BONUS_ACTS, setCriteriaRoute.act);
  const { weights, expectedEdition } = body;
  const text = body.text.trim();
  const standing = await tx.row(CRITERIA_IN_FORCE, [schoolId]);
  if (standing && standing.text === text && CRITERIA.every((code) => standing.weights[code] === weights[code])) return standing;
  if (CRITERIA.every((code) => weights[code] === 0)) throw new Failure("invalid", "control.no_weights");
  const changed = () => new Failure("conflict", "control.criteria_changed_meanwhile", { ...standing });
  if ((standing?.edition ?? 0) !== expectedEdition) throw changed();
  const edition = expectedEdition + 1;
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: setCriteriaRoute.act,
    right,
    body: { edition, before: standing?.weights ?? null, after: weights },
  };
  const put = await tx.row(SET_CRITERIA, [schoolId, edition, personId, now, JSON.stringify(weights), text, ...actAndEvent(entry)]);
  if (!put) throw changed();
  return { edition, weights, text };
}

/** Submissions of the year. */
export async function submissions({ tx, actor }: Context): Promise<Output<typeof submissionsRoute>> {
  permit(actor, BONUS_ACTS, submissionsRoute.act);
  const { schoolId, today } = actor;
  return { submissions: (await tx.rows(SUBMISSIONS, [schoolId, await yearOf(tx, schoolId, today)])).map(tell) };
}

/** The deputy proposes teachers for a bonus with the metrics behind, as they stand at this moment (004 §4.3.3). */
export async function submitBonuses(context: Context, { body }: Input<typeof submitBonusesRoute>): Promise<Told> {
  const { tx, actor, now } = context;
  const { schoolId, personId } = actor;
  const right = permit(actor, BONUS_ACTS, submitBonusesRoute.act);
  const days = readDays(body);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const { from, to } = days;
  const reasons = new Map(body.lines.map((line) => [line.teacherId, line.reason.trim()]));
  if (reasons.size === 0) throw new Failure("invalid", "control.nobody_proposed");
  const { rows, criteria } = await rankingOf(context, from, to);
  const proposed = rows.filter((row) => reasons.has(row.teacherId));
  if (proposed.length < reasons.size) throw new Failure("refused", "control.not_in_ranking");
  const lines = proposed.map(({ teacherId, figures }) => ({ teacherId, figures, reason: reasons.get(teacherId) }));
  const submissionId = await tx.newIds(schoolId, "bonus_submission");
  const told = { submission: submissionId, from, to, teachers: proposed.map((row) => row.teacherId), criteria: criteria.edition };
  const entry = { schoolId, stream: 0, actor: personId, at: now, act: submitBonusesRoute.act, right, body: told };
  await tx.row(SUBMIT, [schoolId, submissionId, personId, from, to, now, body.text.trim(), JSON.stringify(lines), ...actAndEvent(entry)]);
  return tell((await tx.row(SUBMISSION, [schoolId, submissionId]))!);
}

/** The director approves, or returns with a word why; the metrics stay as they were sent. */
export async function decideBonuses({ tx, actor, now }: Context, { params, body }: Input<typeof decideBonusesRoute>): Promise<Told> {
  const { schoolId, personId } = actor;
  const { submissionId } = params;
  const standing = await tx.row(SUBMISSION, [schoolId, submissionId]);
  if (!standing) throw new Failure("not_found", "control.submission_not_found");
  const right = permit(actor, BONUS_ACTS, decideBonusesRoute.act);
  const answer = body.answer.trim();
  if (standing.state === body.decision && standing.answer === answer) return tell(standing);
  if (standing.state !== "sent" || standing.version !== body.expectedVersion)
    throw new Failure("conflict", "control.submission_decided", { state: standing.state });
  if (body.decision === "returned" && answer === "") throw new Failure("invalid", "control.answer_empty");
  const told = { submission: submissionId, was: standing.state, now: body.decision };
  const entry = { schoolId, stream: 0, actor: personId, at: now, act: decideBonusesRoute.act, right, body: told };
  await tx.row(DECIDE, [schoolId, submissionId, body.expectedVersion, body.decision, personId, now, answer, ...actAndEvent(entry)]);
  const after = (await tx.row(SUBMISSION, [schoolId, submissionId]))!;
  if (after.state !== body.decision) throw new Failure("conflict", "control.submission_decided", { state: after.state });
  return tell(after);
}
