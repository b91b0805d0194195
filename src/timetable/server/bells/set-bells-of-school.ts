import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setBellsRoute } from "../../contract/bells.ts";
import { refusalToSetBells, sameSlots } from "../../rules/week/judge-bells.ts";
import { permitEditor } from "../editor.ts";
import { lockWeeks } from "../week/week-queries.ts";
import { warned } from "./bells.ts";
import { allBells, storeBells } from "./bells-queries.ts";

/** Sets a variant of the bells, or adds one; the first of a school is its usual one. The ends of lessons and every term that hangs on them move with it. */
export async function setBellsOfSchool({ tx, actor, now }: Context, { body }: Input<typeof setBellsRoute>): Promise<Output<typeof setBellsRoute>> {
  const { schoolId, personId, today } = actor;
  await lockWeeks(tx, schoolId);
  const { bells, taken, limits } = await allBells(tx, schoolId, today);
  const current = bells.find((b) => b.bellScheduleId === body.bellScheduleId) ?? null;
  if (body.bellScheduleId !== null && !current) throw new Failure("not_found", "timetable.bells_not_found");
  const right = await permitEditor(tx, actor, setBellsRoute.act);
  const name = body.name.trim();
  const { slots } = body;
  if (current && current.name === name && sameSlots(current.slots, slots)) return warned(current, limits);
  const otherNames = bells.filter((b) => b !== current).map((b) => b.name);
  const refusal = refusalToSetBells(name, body.seen, slots, { current, otherNames, taken });
  if (refusal) throw new Failure(refusal.code === "timetable.bells_changed_meanwhile" ? "conflict" : "refused", refusal.code, refusal.facts);

  const isUsual = current?.isUsual ?? bells.length === 0;
  const bellScheduleId = await storeBells(tx, schoolId, current?.bellScheduleId ?? null, isUsual, name, slots);
  await record(tx, {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: setBellsRoute.act,
    right,
    body: { bells: bellScheduleId, before: current && { name: current.name, slots: current.slots }, after: { name, slots } },
    event: { topic: "timetable.bells_changed", body: { everybody: true, day: today } },
  });
  return warned({ bellScheduleId, name, isUsual, slots: [...slots] }, limits);
}
