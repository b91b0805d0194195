import type { Actor } from "../../../access/rules/permit.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { isAccepted, isSaid } from "../../rules/duties/duty-kinds.ts";
import type { OwedDuty } from "../../rules/duties/owed.ts";
import { gatherDuties } from "./gather-duties.ts";

const BRING = statement(
  "control.bring_said",
  `insert into control.duty_step (school_id, kind, about_id, day, step_no, made_by, made_at, step, note)
   select $1, r.kind, r.about_id, r.day, r.step_no, r.made_by, r.made_at, r.step, ''
   from unnest($2::text[], $3::int[], $4::date[], $5::smallint[], $6::int[], $7::timestamptz[], $8::text[]) as r(kind, about_id, day, step_no, made_by, made_at, step)
   on conflict do nothing`,
);

/** Who brings what was said before, and by what clock. */
export type Bringing = { schoolId: number; timezone: string; today: LocalDate; now: Date };

/** How long before its term a duty that is brought was said done, ms. */
const BEFORE = 26 * 3_600_000;

/**
 * Writes of the overdue duties of a made school those that `keeps` names as said done in time by who answers for them, reports as accepted.
 * For the demo and for a school whose earlier records are brought over: no row of the ledger, as of everything brought in bulk.
 */
export async function bringSaid(
  tx: Transaction,
  { schoolId, timezone, today, now }: Bringing,
  keeps: (duty: OwedDuty, no: number) => boolean,
): Promise<number> {
  const actor: Actor = { accountId: 0, sessionId: 0, schoolId, personId: 0, timezone, today, roles: [] };
  const { duties } = await gatherDuties(tx, actor, now, null);
  const said = duties.filter((duty) => duty.state === "overdue" && isSaid(duty.kind) && duty.owners.length > 0).filter(keeps);
  const steps = said.flatMap((duty) => {
    const done = { duty, by: duty.owners[0]!, at: new Date(duty.dueAt.getTime() - BEFORE), no: 1, step: "done" };
    return isAccepted(duty.kind) ? [done, { ...done, at: new Date(done.at.getTime() + BEFORE / 2), no: 2, step: "accepted" }] : [done];
  });
  await tx.rows(BRING, [
    schoolId,
    steps.map(({ duty }) => duty.kind),
    steps.map(({ duty }) => duty.aboutId),
    steps.map(({ duty }) => duty.day),
    steps.map(({ no }) => no),
    steps.map(({ by }) => by),
    steps.map(({ at }) => at),
    steps.map(({ step }) => step),
  ]);
  return said.length;
}
