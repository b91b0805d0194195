import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import type { Output } from "../../../foundation/route.ts";
import { workTypesRoute } from "../../contract/work-types.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { WORK_TYPES } from "./work-type-queries.ts";

/** The school's dictionary of work types, those in use first. */
export async function workTypes({ tx, actor }: Context): Promise<Output<typeof workTypesRoute>> {
  permit(actor, JOURNAL_ACTS, workTypesRoute.act);
  return { workTypes: await tx.rows(WORK_TYPES, [actor.schoolId, actor.today]) };
}
