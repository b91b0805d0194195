import { permit } from "../../../access/rules/permit.ts";
import type { Grant } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import type { changeLoadRoute, endLoadRoute } from "../../contract/load/load.ts";
import { LOAD_CHANGED } from "../../contract/events.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { assignLoad } from "../assign-load.ts";
import { endBefore, standingLoad } from "./load-queries.ts";
import type { LoadLine } from "./load-queries.ts";

type Line = { pageId: number; teacherId: number };

/** The line as the caller saw it, and the right to change it. */
async function lineSeen({ tx, actor }: Context, line: Line, expectedHours: number): Promise<{ standing: LoadLine; right: Grant }> {
  const standing = await standingLoad(tx, actor.schoolId, line.pageId, line.teacherId, actor.today);
  if (!standing) throw new Failure("not_found", "planning.load_not_found");
  const right = permit(actor, PLANNING_ACTS, "planning.load.set");
  if (standing.weeklyHours !== expectedHours) {
    throw new Failure("conflict", "planning.load_changed_meanwhile", { weeklyHours: standing.weeklyHours });
  }
  return { standing, right };
}

const tell = ({ tx, actor, now }: Context, act: string, right: Grant, { pageId, teacherId }: Line, body: Record<string, unknown>) =>
  record(tx, {
    schoolId: actor.schoolId,
    stream: pageId,
    actor: actor.personId,
    at: now,
    act,
    right,
    body: { teacher: teacherId, ...body },
    event: { topic: LOAD_CHANGED, body: { pageId, teacherId } },
  });

/** Changes the hours from today; what was in force before stays so for the days before. */
export async function changeLoad(context: Context, { params, body }: Input<typeof changeLoadRoute>): Promise<Output<typeof changeLoadRoute>> {
  const { tx, actor } = context;
  const { weeklyHours } = body;
  const already = await standingLoad(tx, actor.schoolId, params.pageId, params.teacherId, actor.today);
  const { standing, right } = await lineSeen(context, params, already?.weeklyHours === weeklyHours ? weeklyHours : body.expectedHours);
  if (standing.weeklyHours === weeklyHours) return { weeklyHours };
  const from = standing.from > actor.today ? standing.from : actor.today;
  if (standing.from < from) await endBefore(tx, actor.schoolId, params.pageId, params.teacherId, standing, from);
  await assignLoad(tx, actor.schoolId, [{ ...params, weeklyHours, from, to: standing.to }]);
  await tell(context, "planning.load.change", right, params, { before: standing.weeklyHours, after: weeklyHours, from });
  return { weeklyHours };
}

/** Ends the line: from today the teacher writes nothing on the page any more, and what stands there stays. */
export async function endLoad(context: Context, { params, body }: Input<typeof endLoadRoute>): Promise<Output<typeof endLoadRoute>> {
  const { standing, right } = await lineSeen(context, params, body.expectedHours);
  await endBefore(context.tx, context.actor.schoolId, params.pageId, params.teacherId, standing, context.actor.today);
  await tell(context, "planning.load.end", right, params, { weeklyHours: standing.weeklyHours, from: standing.from });
  return { pageId: params.pageId };
}
