import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { dayIn, instantOf, parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { openMatterRoute } from "../../contract/duties/matters.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { mayOpen } from "../../rules/duties/may-open.ts";
import { MATTER_KINDS } from "../../rules/duties/matter-kinds.ts";
import { DUTY_CODES, kindOf } from "../../rules/duties/duty-kinds.ts";
import { ADD_STEP } from "./duty-steps.ts";

const OPEN = statement<{ matterId: number }>(
  "control.open_matter",
  `with put as (
     insert into control.matter (school_id, matter_id, kind, title, day, began_at, opened_at, opened_by, owner_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning matter_id)
   select matter_id as "matterId", ledger.record($1, 0, $8, $7, $10, $11, $12, $13) as seq from put`,
);

/** Writes a thing that starts a term into the register. It is never taken away; a report of a breach is done by being written (002 П2 §4.3). */
export async function openMatter({ tx, actor, now }: Context, { body }: Input<typeof openMatterRoute>): Promise<Output<typeof openMatterRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const kind = MATTER_KINDS[body.kind];
  const right = permit(actor, CONTROL_ACTS, openMatterRoute.act, { self: mayOpen(body.kind, actor.roles) });
  const day = parseDay(body.day);
  const title = body.title.trim();
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: body.day });
  if (title === "") throw new Failure("invalid", "control.matter_without_title");
  if (kind.byHour && body.time === undefined) throw new Failure("invalid", "control.matter_without_time");
  const beganAt = kind.byHour ? instantOf(day, body.time!, timezone) : instantOf(day, "00:00", timezone);
  if (day > today || beganAt > now) throw new Failure("invalid", "control.matter_to_come", { day: beganAt > now ? dayIn(timezone, beganAt) : day });
  if (kind.named && body.ownerId === undefined) throw new Failure("invalid", "control.matter_without_owner");
  if (kind.named && !(await staffNames(tx, schoolId)).has(body.ownerId!)) throw new Failure("not_found", "control.owner_not_found");
  const ownerId = kind.named ? body.ownerId! : kind.doneByWriting ? personId : null;
  const matterId = await tx.newIds(schoolId, "matter");
  const entry = { schoolId, stream: 0, actor: personId, at: now, act: openMatterRoute.act, right };
  const audit = { matter: matterId, kind: body.kind, title, day, owner: ownerId };
  await tx.row(OPEN, [schoolId, matterId, body.kind, title, day, beganAt, now, personId, ownerId, ...actAndEvent({ ...entry, body: audit })]);
  if (kind.doneByWriting) {
    for (const code of DUTY_CODES.filter((each) => kindOf(each).from === body.kind && kindOf(each).about === "matter")) {
      const step = { kind: code, about: matterId, day, step: "done", note: title, document: "" };
      await tx.row(ADD_STEP, [schoolId, code, matterId, day, 0, personId, now, "done", title, "", ...actAndEvent({ ...entry, body: step })]);
    }
  }
  return { matterId };
}
