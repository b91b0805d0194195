import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import type { Output } from "../../../foundation/route.ts";
import { bellsRoute } from "../../contract/bells.ts";
import { TIMETABLE_ACTS } from "../../rules/acts.ts";
import { bellWarnings } from "../../rules/week/checks.ts";
import type { HourLimits } from "../../rules/week/checks.ts";
import { allBells } from "./bells-queries.ts";
import type { BellsRow } from "./bells-queries.ts";

/** A variant with what the norm warns of; without a norm there is nothing to warn by. */
export const warned = (row: BellsRow, limits: HourLimits | null) => ({ ...row, warnings: limits === null ? [] : bellWarnings(row.slots, limits) });

/** The variants of the bells, and by which of them the days to come ring. */
export async function bells({ tx, actor }: Context): Promise<Output<typeof bellsRoute>> {
  permit(actor, TIMETABLE_ACTS, bellsRoute.act);
  const { bells: rows, days, limits, editors } = await allBells(tx, actor.schoolId, actor.today);
  return {
    today: actor.today,
    mayEdit: actor.roles.some((role) => editors?.includes(role)),
    bells: rows.map((row) => warned(row, limits)),
    days,
    limits: limits === null ? null : { lessonMinutes: limits.lessonMinutes, breakMinutes: limits.breakMinutes },
  };
}
