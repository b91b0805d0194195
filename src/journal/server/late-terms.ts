import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { parseDay } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { normsBetween } from "../../regulation/server/door.ts";
import { LATE_NORMS, lateTermsRoute } from "../contract/late-terms.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";

/** The terms of records of lessons of a day with their clauses, for the hint at what is late (REG-07). A norm that the school lacks is left out. */
export async function lateTerms({ tx, actor }: Context, { query }: Input<typeof lateTermsRoute>): Promise<Output<typeof lateTermsRoute>> {
  permit(actor, JOURNAL_ACTS, lateTermsRoute.act, { self: true });
  const day = parseDay(query.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: query.day });
  const norms = await normsBetween(tx, actor.schoolId, LATE_NORMS, day, day);
  return {
    terms: LATE_NORMS.flatMap((norm) => {
      const term = norms.on(norm, day);
      return term ? { norm, term: term.value, act: term.act, clause: term.clause } : [];
    }),
  };
}
