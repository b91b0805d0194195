import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { addReasonRoute } from "../contract/add-reason.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { REASONS } from "./reason-queries.ts";

/** No row when somebody took the number meanwhile. */
const ADD_ONE = statement<{ reason: number; code: string }>(
  "attendance.add_reason",
  `insert into attendance.reason (school_id, reason, kind, excused, code, name, sign)
   select $1, n.last + 1, 1, $2, 'own_' || n.last + 1, $3, $4 from (select coalesce(max(reason), 0) as last from attendance.reason where school_id = $1) n
   on conflict do nothing returning reason, code`,
);
const LETTER = /^\p{L}+$/u;

/** Adds a reason of absence; its name and the letter of its key are unlike those of the others. */
export async function addReason({ tx, actor, now }: Context, { body }: Input<typeof addReasonRoute>): Promise<Output<typeof addReasonRoute>> {
  const { schoolId, personId } = actor;
  const right = permit(actor, ATTENDANCE_ACTS, addReasonRoute.act);
  const [name, sign] = [body.name.trim(), body.sign.trim().toLowerCase()];
  if (name === "" || !LETTER.test(sign)) throw new Failure("invalid", "attendance.reason_not_named");
  const standing = await tx.rows(REASONS, [schoolId]);
  const same = standing.find((r) => r.name.toLowerCase() === name.toLowerCase() || r.sign[0] === sign[0]);
  if (same) throw new Failure("conflict", "attendance.reason_taken", { name: same.name, sign: same.sign });
  const added = await tx.row(ADD_ONE, [schoolId, body.excused, name, sign]);
  if (!added) throw new Failure("conflict", "attendance.reason_taken", { name, sign });
  const reason = { ...added, name, excused: body.excused, sign, kind: "absent" as const, retired: false };
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: addReasonRoute.act, right, body: { after: reason } });
  return { reason };
}
