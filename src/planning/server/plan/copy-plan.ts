import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import type { copyPlanRoute } from "../../contract/plan/import-plan.ts";
import { keepNumbers } from "../../rules/plan/plan-lines.ts";
import { planToWrite } from "./plan-queries.ts";
import { writePlan } from "./write-plan.ts";

/** Copies a plan out of the school's one base of plans (004 §2.7) into a page of one's own. */
export async function copyPlan(context: Context, { params, body }: Input<typeof copyPlanRoute>): Promise<Output<typeof copyPlanRoute>> {
  const { tx, actor } = context;
  const from = await planToWrite(tx, actor.schoolId, body.fromPageId, actor.personId, actor.today);
  const source = { by: "copy", pageId: body.fromPageId } as const;
  const { version } = await writePlan(context, params.pageId, body.expectedVersion, source, (standing) => {
    if (!from || from.version === 0) throw new Failure("not_found", "planning.plan_to_copy_not_found");
    return keepNumbers(
      from.lines.map(({ lineId: _, ...line }) => line),
      standing.lines,
    );
  });
  return { version };
}
