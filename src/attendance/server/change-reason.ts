import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { changeReasonRoute } from "../contract/change-reason.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { REASONS } from "./reason-queries.ts";

const CHANGE = statement("attendance.change_reason", "update attendance.reason set name = $3, is_retired = $4 where school_id = $1 and reason = $2");

/** Renames or retires a reason. Illness stays: a subject teacher's «ill» is explained by it. */
export async function changeReason({ tx, actor, now }: Context, { params, body }: Input<typeof changeReasonRoute>): Promise<Output<typeof changeReasonRoute>> {
  const { schoolId, personId } = actor;
  const reasons = await tx.rows(REASONS, [schoolId]);
  const standing = reasons.find((r) => r.reason === params.reason);
  const right = permit(actor, ATTENDANCE_ACTS, changeReasonRoute.act);
  if (!standing) throw new Failure("not_found", "attendance.reason_not_found");
  const name = (body.name ?? standing.name).trim();
  const retired = body.retired ?? standing.retired;
  if (name === "") throw new Failure("invalid", "attendance.reason_not_named");
  if (retired && standing.kind === "ill") throw new Failure("refused", "attendance.reason_needed", { name: standing.name });
  const same = reasons.find((r) => r.reason !== standing.reason && r.name.toLowerCase() === name.toLowerCase());
  if (same) throw new Failure("conflict", "attendance.reason_taken", { name: same.name, sign: same.sign });
  const reason = { ...standing, name, retired };
  if (name !== standing.name || retired !== standing.retired) {
    await tx.rows(CHANGE, [schoolId, standing.reason, name, retired]);
    const audit = { reason: standing.reason, before: { name: standing.name, retired: standing.retired }, after: { name, retired } };
    await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: changeReasonRoute.act, right, body: audit });
  }
  return { reason };
}
