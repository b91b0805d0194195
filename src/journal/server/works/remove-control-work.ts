import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { removeControlWorkRoute } from "../../../planning/contract/control-works.ts";
import { CONTROL_WORK_ACTS } from "../../../planning/rules/control-works/acts.ts";
import { pageForWork, standingWork, storeWork } from "../../../planning/server/door.ts";
import { emptyColumn } from "./work-column.ts";

/** Takes a planned work out of the schedule; marks put for it stay, and the column keeps their type. What is gone already is answered as done. */
export async function removeControlWork(
  { tx, actor, now }: Context,
  { params, query }: Input<typeof removeControlWorkRoute>,
): Promise<Output<typeof removeControlWorkRoute>> {
  const { schoolId, personId, today } = actor;
  const standing = await standingWork(tx, schoolId, params.workId);
  const page = standing && (await pageForWork(tx, schoolId, standing.pageId, today, personId));
  if (!standing || !page) throw new Failure("not_found", "planning.control_work_not_found");
  const right = permit(actor, CONTROL_WORK_ACTS, removeControlWorkRoute.act, { own_page: page.teaches });
  if (standing.isRemoved) return { removed: true };
  const who = { schoolId, actor: personId, at: now, act: removeControlWorkRoute.act, right };
  const stored = await storeWork(tx, who, { ...standing, expectedVersion: query.expectedVersion, isRemoved: true }, standing);
  if (!stored) throw new Failure("conflict", "planning.control_work_changed_meanwhile");
  const { pageId, lessonId, day } = standing;
  await emptyColumn(
    tx,
    { schoolId, pageId, lessonId, day, groupId: page.groupId, by: personId, at: now, act: removeControlWorkRoute.act, right },
    standing.workType,
  );
  return { removed: true };
}
