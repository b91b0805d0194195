import { Failure } from "../../foundation/failure.ts";
import { lateCorrection } from "../rules/late-correction.ts";
import type { ChangeMoment, CorrectionFacts, LateCorrection } from "../rules/late-correction.ts";

/** Stops a change that comes after its term without a reason; what the audit row keeps of it is answered. */
export function demandReason(f: CorrectionFacts, changes: boolean, reason: string | undefined, moment: ChangeMoment): LateCorrection["kept"] {
  const { refusal, kept } = lateCorrection(f, changes, reason, moment);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  return kept;
}
