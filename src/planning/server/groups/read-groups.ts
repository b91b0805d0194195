import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import type { groupRoute } from "../../contract/groups/groups.ts";
import { groupsRoute } from "../../contract/groups/groups.ts";
import { GROUP_ACTS } from "../../rules/group-acts.ts";
import { GROUP, GROUPS } from "./group-queries.ts";

/** The groups made by hand, and what a new one is made of. */
export async function groups({ tx, actor }: Context): Promise<Output<typeof groupsRoute>> {
  permit(actor, GROUP_ACTS, groupsRoute.act);
  const row = await tx.row(GROUPS, [actor.schoolId, actor.today]);
  const may = (act: keyof typeof GROUP_ACTS) => mayReach(actor, GROUP_ACTS, act, "school");
  return { today: actor.today, mayMake: may("planning.group.make"), mayEnrol: may("planning.group.enrol"), ...row!.found };
}

/** One group with its list: the first ones by the alphabet, those who came later after them, those who left with their day and order. */
export async function group({ tx, actor }: Context, { params }: Input<typeof groupRoute>): Promise<Output<typeof groupRoute>> {
  const row = await tx.row(GROUP, [actor.schoolId, actor.today, params.groupId]);
  if (!row) throw new Failure("not_found", "planning.group_not_found");
  permit(actor, GROUP_ACTS, "planning.group.read");
  return row.found;
}
