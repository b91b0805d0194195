import { permit } from "../../../access/rules/permit.ts";
import type { Actor } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { activePeopleRoute, activityRoute, pageAccessRoute } from "../../contract/figures/activity.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import { readDays } from "../../rules/report-days.ts";
import { CLASS_ACTIVITY, PAGE_ACCESS, ROLE_ACTIVITY, ROLE_PEOPLE, STAFF_PART } from "./activity-queries.ts";

/** The days, and the parameters that statements of activity begin with. */
function askedDays(actor: Actor, query: { from: string; to: string }) {
  const days = readDays(query);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const midnight = (day: LocalDate) => instantOf(day, "00:00", actor.timezone);
  return { ...days, asked: [actor.schoolId, days.from, days.to, midnight(days.from), midnight(plusDays(days.to, 1))] };
}

/** Who worked with the journal in the days: participation of staff, pupils and parents (002 П4 §3.5, 003 §1-6, 004 §4.10.3). */
export async function activity({ tx, actor }: Context, { query }: Input<typeof activityRoute>): Promise<Output<typeof activityRoute>> {
  permit(actor, FIGURES_ACTS, activityRoute.act);
  const { from, to, asked } = askedDays(actor, query);
  const [roles, staff, classes] = await Promise.all([tx.rows(ROLE_ACTIVITY, asked), tx.row(STAFF_PART, asked), tx.rows(CLASS_ACTIVITY, asked.slice(0, 3))]);
  return { from, to, roles, staff: staff!, classes };
}

/** People of a role and their activity (004 §4.10.4). */
export async function activePeople({ tx, actor }: Context, { query }: Input<typeof activePeopleRoute>): Promise<Output<typeof activePeopleRoute>> {
  permit(actor, FIGURES_ACTS, activePeopleRoute.act);
  const { asked } = askedDays(actor, query);
  return { people: await tx.rows(ROLE_PEOPLE, [...asked, query.role]) };
}

/** The report on access to the class journal (004 §4.9.4). */
export async function pageAccess({ tx, actor }: Context, { query }: Input<typeof pageAccessRoute>): Promise<Output<typeof pageAccessRoute>> {
  permit(actor, FIGURES_ACTS, pageAccessRoute.act);
  const { from, to, asked } = askedDays(actor, query);
  const rows = await tx.rows(PAGE_ACCESS, [...asked, query.pageId ?? null, query.personId ?? null, actor.timezone]);
  const lines = rows.map(({ count: _, lastOpenedAt, lastChangedAt, ...line }) => ({
    ...line,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
    lastChangedAt: lastChangedAt?.toISOString() ?? null,
  }));
  return { from, to, count: rows[0]?.count ?? 0, lines };
}
