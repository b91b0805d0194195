import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { addWorkTypeRoute } from "../../contract/work-types.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { refusalOfWorkType } from "../../rules/work-type.ts";
import { ADD_WORK_TYPE, WORK_TYPES } from "./work-type-queries.ts";

const MOST = 1023;

/** Adds a work type; its name and its sign are unlike those of the others. From then on it is offered when a mark is entered. */
export async function addWorkType({ tx, actor, now }: Context, { body }: Input<typeof addWorkTypeRoute>): Promise<Output<typeof addWorkTypeRoute>> {
  const { schoolId, personId, today } = actor;
  const right = permit(actor, JOURNAL_ACTS, addWorkTypeRoute.act);
  const asked = { ...body, name: body.name.trim(), code: body.code.trim() };
  const standing = await tx.rows(WORK_TYPES, [schoolId, today]);
  const refusal = refusalOfWorkType(asked, standing);
  if (refusal) throw new Failure("conflict", refusal.code, refusal.facts);
  if (standing.length >= MOST) throw new Failure("refused", "journal.work_types_full", {});
  const added = await tx.row(ADD_WORK_TYPE, [schoolId, asked.code, asked.name, asked.weight, asked.form]);
  if (!added) throw new Failure("conflict", "journal.work_type_taken", { name: asked.name, code: asked.code });
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: addWorkTypeRoute.act, right, body: { after: added } });
  return { workType: { ...added, usual: false } };
}
