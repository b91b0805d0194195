import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { acceptRemarkRoute, fixRemarkRoute, returnRemarkRoute } from "../../contract/remarks/remarks.ts";
import { REMARK_ACTS } from "../../rules/remarks/acts.ts";
import { afterDeed } from "../../rules/remarks/remark.ts";
import type { RemarkDeed } from "../../rules/remarks/remark.ts";
import { STEP_REMARK } from "./remark-queries.ts";
import type { RemarkRow } from "./remark-queries.ts";
import { termByNorm } from "./remark-term.ts";
import { dueDay } from "./set-remark.ts";
import { remarkOf, tellRemark } from "./tell-remark.ts";

type Told = Output<typeof fixRemarkRoute>;
type Step = { deed: RemarkDeed; act: keyof typeof REMARK_ACTS; text: string; expectedVersion: number; dueOn?: (standing: RemarkRow) => Promise<LocalDate> };

/** The teacher confirms that it is fixed. */
export function fixRemark(context: Context, { params, body }: Input<typeof fixRemarkRoute>): Promise<Told> {
  const { note, expectedVersion } = body;
  return step(context, params.remarkId, { deed: "fixed", act: fixRemarkRoute.act, text: note.trim(), expectedVersion });
}

/** The deputy accepts the fix. */
export function acceptRemark(context: Context, { params, body: { expectedVersion } }: Input<typeof acceptRemarkRoute>): Promise<Told> {
  return step(context, params.remarkId, { deed: "accepted", act: acceptRemarkRoute.act, text: "", expectedVersion });
}

/** The deputy returns it with a comment: it is open again, till the day named or the norm's from today. */
export function returnRemark(context: Context, { params, body }: Input<typeof returnRemarkRoute>): Promise<Told> {
  const { tx, actor } = context;
  const text = body.comment.trim();
  const dueOn = async () => {
    if (text === "") throw new Failure("invalid", "control.comment_empty");
    return dueDay(body.dueOn, () => termByNorm(tx, actor), actor.today);
  };
  return step(context, params.remarkId, { deed: "returned", act: returnRemarkRoute.act, text, expectedVersion: body.expectedVersion, dueOn });
}

async function step({ tx, actor, now }: Context, remarkId: number, { deed, act, text, expectedVersion, dueOn }: Step): Promise<Told> {
  const { schoolId, personId, today } = actor;
  const standing = await remarkOf(tx, schoolId, remarkId);
  const own_grade = standing.setById === personId || (await hasInCare(tx, actor, "deputy_studies", [standing.gradeLevel]));
  const right = permit(actor, REMARK_ACTS, act, { self: standing.teacherId === personId, own_grade });
  const after = afterDeed(standing.state, deed);
  if ("stands" in after) return tellRemark(standing, today);
  if (standing.version !== expectedVersion) throw changed(standing);
  if ("refusal" in after) throw new Failure("refused", after.refusal.code, after.refusal.facts);
  const due = dueOn ? await dueOn(standing) : standing.dueOn;

  const body = { remark: remarkId, was: standing.state, now: after.to, ...(due === standing.dueOn ? {} : { dueOn: due }) };
  const entry = { schoolId, stream: standing.pageId, actor: personId, at: now, act, right, body };
  const values = [schoolId, remarkId, expectedVersion, after.to, personId, due, now, deed, text, standing.pageId];
  const stored = await tx.row(STEP_REMARK, [...values, ...actAndEvent(entry)]);
  const stands = await remarkOf(tx, schoolId, remarkId);
  if (!stored && stands.state !== after.to) throw changed(stands);
  return tellRemark(stands, today);
}

const changed = ({ state, version, dueOn }: RemarkRow) => new Failure("conflict", "control.remark_changed_meanwhile", { state, version, dueOn });
