import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { changeWorkTypeRoute } from "../../contract/work-types.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { refusalOfWorkType } from "../../rules/work-type.ts";
import { CHANGE_WORK_TYPE, WORK_TYPES } from "./work-type-queries.ts";

/** Changes a work type. Its weight counts at once in every average; the usual work is neither closed nor renamed in its sign, for the norm names it. */
export async function changeWorkType(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof changeWorkTypeRoute>,
): Promise<Output<typeof changeWorkTypeRoute>> {
  const { schoolId, personId, today } = actor;
  const right = permit(actor, JOURNAL_ACTS, changeWorkTypeRoute.act);
  const { expectedVersion, ...said } = body;
  const asked = { ...said, name: said.name.trim(), code: said.code.trim() };
  const all = await tx.rows(WORK_TYPES, [schoolId, today]);
  const standing = all.find((one) => one.workType === params.workType);
  if (!standing) throw new Failure("not_found", "journal.work_type_not_found", {});
  const others = all.filter((one) => one !== standing);
  const refusal = refusalOfWorkType(asked, others);
  if (refusal) throw new Failure("conflict", refusal.code, refusal.facts);
  if (standing.usual && (asked.closed || asked.code !== standing.code)) throw new Failure("refused", "journal.usual_work_stays", { name: standing.name });
  const { usual } = standing;
  const same = (["name", "code", "weight", "form", "closed"] as const).every((field) => asked[field] === standing[field]);
  if (same && standing.version >= expectedVersion) return { workType: standing };
  const values = [schoolId, params.workType, asked.code, asked.name, asked.weight, asked.form, asked.closed, expectedVersion];
  const changed = await tx.row(CHANGE_WORK_TYPE, values);
  if (!changed) throw new Failure("conflict", "journal.work_type_changed_meanwhile", { ...standing });
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: changeWorkTypeRoute.act, right, body: { before: standing, after: changed } });
  return { workType: { ...changed, usual } };
}
