import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { daysBetween, instantOf, parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { lateCorrectionsRoute, myChangesRoute } from "../../contract/changes.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { changesOf, lateChanges } from "./change-lines.ts";

const LONGEST = 100;

function dayOf(text: string): LocalDate {
  const day = parseDay(text);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text });
  return day;
}

const told = <R extends { at: Date }>(row: R) => ({ ...row, at: row.at.toISOString() });

/** The deputy's list «Исправления после срока» between two days, both inclusive, by the day of the change. */
export async function lateCorrections({ tx, actor }: Context, { query }: Input<typeof lateCorrectionsRoute>): Promise<Output<typeof lateCorrectionsRoute>> {
  permit(actor, JOURNAL_ACTS, lateCorrectionsRoute.act);
  const [from, to] = [dayOf(query.from), dayOf(query.to)];
  if (to < from || daysBetween(from, to) > LONGEST) throw new Failure("invalid", "timetable.not_a_span", { days: LONGEST });
  const midnight = (day: LocalDate) => instantOf(day, "00:00", actor.timezone);
  const rows = await lateChanges(tx, actor.schoolId, midnight(from), midnight(plusDays(to, 1)));
  return { from, to, lines: rows.map(told) };
}

/** All that this person changed on a day of the school, today unless told. */
export async function myChanges({ tx, actor }: Context, { query }: Input<typeof myChangesRoute>): Promise<Output<typeof myChangesRoute>> {
  permit(actor, JOURNAL_ACTS, myChangesRoute.act, { self: true });
  const { schoolId, personId, today, timezone } = actor;
  const day = query.day === undefined ? today : dayOf(query.day);
  const [from, until] = [day, plusDays(day, 1)].map((d) => instantOf(d, "00:00", timezone));
  const rows = await changesOf(tx, schoolId, personId, from!, until!);
  return { day, today, lines: rows.map(told) };
}
