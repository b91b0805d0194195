import type { Actor } from "../../../access/rules/permit.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { LastStep, Step } from "../../rules/duties/steps.ts";
import { ADD_STEP, LAST_STEP } from "./duty-steps.ts";
import type { NewStep } from "./duty-steps.ts";

/** Somebody spoke of the duty after it was read. */
export const changedMeanwhile = (last: LastStep | undefined): Failure =>
  new Failure("conflict", "control.duty_changed_meanwhile", { step: last?.step ?? null, stepNo: last?.stepNo ?? 0 });

/** Keeps a step with its row of the ledger; one that came meanwhile is the answer of a conflict. */
export async function addStep(
  tx: Transaction,
  { schoolId, personId }: Actor,
  now: Date,
  { kind, aboutId, day, seen, step, note, document }: NewStep,
  act: string,
  right: string,
): Promise<{ stepNo: number; step: Step; madeAt: string }> {
  const entry = { schoolId, stream: 0, actor: personId, at: now, act, right, body: { kind, about: aboutId, day, step, note, document } };
  const stored = await tx.row(ADD_STEP, [schoolId, kind, aboutId, day, seen, personId, now, step, note, document, ...actAndEvent(entry)]);
  if (!stored) throw changedMeanwhile(await tx.row(LAST_STEP, [schoolId, kind, aboutId, day]));
  return { stepNo: stored.stepNo, step, madeAt: now.toISOString() };
}
