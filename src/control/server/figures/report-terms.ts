import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import type { Output } from "../../../foundation/route.ts";
import { reportTermsRoute } from "../../contract/figures/progress.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import { USUAL_TERMS } from "./progress-queries.ts";

/** The terms that the days of a report are chosen by. */
export async function reportTerms({ tx, actor }: Context): Promise<Output<typeof reportTermsRoute>> {
  permit(actor, FIGURES_ACTS, reportTermsRoute.act, { self: true });
  return { terms: await tx.rows(USUAL_TERMS, [actor.schoolId, actor.today]) };
}
