import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { addGroups, addOutsidePupil, enrol, leaveGroups } from "../../../people/server/door.ts";
import { GROUPS_CHANGED } from "../../contract/events.ts";
import { enrolInGroupRoute, leaveGroupRoute } from "../../contract/groups/groups.ts";
import { GROUP_ACTS } from "../../rules/group-acts.ts";
import { refusalToEnrol } from "../../rules/group-making.ts";
import { demandDay } from "./demand-day.ts";
import { MEMBERSHIP, PUPILS_TO_ENROL, STANDING_GROUP } from "./group-queries.ts";

/** Puts pupils of any classes, and one of another school by name, into a group from a day on. Who is in it on those days already stays as he is. */
export async function enrolInGroup({ tx, actor, now }: Context, { params, body }: Input<typeof enrolInGroupRoute>): Promise<Output<typeof enrolInGroupRoute>> {
  const { schoolId, personId } = actor;
  const { groupId } = params;
  const order = body.order.trim();
  const from = demandDay(body.from);
  const standing = await tx.row(STANDING_GROUP, [schoolId, groupId]);
  if (!standing) throw new Failure("not_found", "planning.group_not_found");
  const right = permit(actor, GROUP_ACTS, enrolInGroupRoute.act);
  if (body.pupilIds.length === 0 && !body.outside) throw new Failure("invalid", "planning.nobody_named");
  const refusal = refusalToEnrol({ kind: standing.kind, from, order, yearStartsOn: standing.startsOn, yearEndsOn: standing.endsOn });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const pupils = await tx.rows(PUPILS_TO_ENROL, [schoolId, body.pupilIds, from]);
  if (pupils.length < body.pupilIds.length) throw new Failure("not_found", "planning.pupil_not_found");

  const outside = body.outside ? [await addOutsidePupil(tx, schoolId, { ...body.outside, from })] : [];
  const pupilIds = [...body.pupilIds, ...outside];
  const enrolled = await enrol(
    tx,
    schoolId,
    pupilIds.map((pupilId) => ({ groupId, pupilId, from, order })),
  );
  const classIds = [...new Set(pupils.flatMap((p) => (p.classId === null ? [] : [p.classId])))];
  await addGroups(tx, schoolId, standing.year, [{ kind: "stream", classIds, name: standing.name }]);
  if (enrolled > 0) {
    const stream = standing.pageIds[0] ?? 0;
    const event = { topic: GROUPS_CHANGED, body: { groupId, pupils: pupilIds, day: from } };
    const after = { groupId, pupils: pupilIds, from, order };
    await record(tx, { schoolId, stream, actor: personId, at: now, act: enrolInGroupRoute.act, right, body: { after }, event });
  }
  return { enrolled };
}

/** Takes a pupil out of a group with a last day and an order. A repeated request changes nothing. */
export async function leaveGroup({ tx, actor, now }: Context, { params, body }: Input<typeof leaveGroupRoute>): Promise<Output<typeof leaveGroupRoute>> {
  const { schoolId, personId } = actor;
  const { groupId, pupilId } = params;
  const lastDay = demandDay(body.lastDay);
  const order = body.order.trim();
  const standing = await tx.row(STANDING_GROUP, [schoolId, groupId]);
  if (!standing) throw new Failure("not_found", "planning.group_not_found");
  const right = permit(actor, GROUP_ACTS, leaveGroupRoute.act);
  const refusal = refusalToEnrol({ kind: standing.kind, from: lastDay, order, yearStartsOn: standing.startsOn, yearEndsOn: standing.endsOn });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const member = await tx.row(MEMBERSHIP, [schoolId, groupId, pupilId]);
  if (!member || lastDay < member.from || (member.to !== null && member.to < lastDay)) throw new Failure("refused", "planning.not_a_member", { lastDay });
  if (member.to === lastDay) return { lastDay, order: member.leftOrder };
  await leaveGroups(tx, schoolId, [{ groupId, pupilId, lastDay, order }]);
  const stream = standing.pageIds[0] ?? 0;
  const event = { topic: GROUPS_CHANGED, body: { groupId, pupils: [pupilId], day: lastDay } };
  const audit = { groupId, pupil: pupilId, before: member.to, after: lastDay, order };
  await record(tx, { schoolId, stream, actor: personId, at: now, act: leaveGroupRoute.act, right, body: audit, event });
  return { lastDay, order };
}
