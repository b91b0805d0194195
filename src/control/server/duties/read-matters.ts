import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { plusDays } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { mattersRoute } from "../../contract/duties/matters.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { dueDuty } from "../../rules/duty.ts";
import { DUTY_CODES, kindOf } from "../../rules/duties/duty-kinds.ts";
import { MATTER_KINDS } from "../../rules/duties/matter-kinds.ts";
import type { MatterCode } from "../../rules/duties/matter-kinds.ts";
import { mayOpen } from "../../rules/duties/may-open.ts";
import { workingDays } from "../../rules/duties/spans.ts";
import { Steps } from "../../rules/duties/steps.ts";
import { LAST_STEPS } from "./duty-steps.ts";
import { matterFacts, MATTERS } from "./facts/event-facts.ts";
import { readFrame } from "./frame.ts";

/** How far back the register is read, days: a school year and the summer before it. */
const BACK = 460;
const CODES = DUTY_CODES.filter((code) => kindOf(code).about === "matter");

/** The register of things that start a term, with what is owed about each, done ones too. */
export async function readMatters({ tx, actor, now }: Context): Promise<Output<typeof mattersRoute>> {
  permit(actor, CONTROL_ACTS, mattersRoute.act);
  const { schoolId, today, timezone } = actor;
  const from = plusDays(today, -BACK);
  const [matters, said, names, norms, { years }] = await Promise.all([
    tx.rows(MATTERS, [schoolId, from, null]),
    tx.rows(LAST_STEPS, [schoolId, from, CODES, null]),
    staffNames(tx, schoolId),
    normsBetween(
      tx,
      schoolId,
      CODES.map((code) => kindOf(code).norm),
      from,
      today,
    ),
    readFrame(tx, schoolId, today, null, false),
  ]);
  const steps = new Steps(said);
  const isWorkingDay = workingDays(years);
  const facts = new Map(matterFacts(matters).map((fact) => [fact.aboutId, fact]));
  return {
    now: now.toISOString(),
    today,
    mayOpen: (Object.keys(MATTER_KINDS) as MatterCode[]).filter((code) => mayOpen(code, actor.roles)),
    staff: [...names].map(([personId, name]) => ({ personId, name })),
    matters: matters.map(({ matterId, kind, title, day, openedAt, openedBy, ownerId }) => {
      const fact = facts.get(matterId)!;
      const duties = (fact.only ?? []).flatMap((code) => {
        const due = dueDuty(code, { ...fact, timezone, isWorkingDay }, norms, now);
        if (!due) return [];
        const last = steps.of(code, matterId, day);
        const late = (last?.madeAt ?? now) > due.dueAt;
        const { dueAt, clause } = due;
        return [
          {
            kind: code,
            dueAt: dueAt.toISOString(),
            clause,
            doneAt: last?.madeAt.toISOString() ?? null,
            late,
            note: last?.note ?? "",
            document: last?.document ?? "",
          },
        ];
      });
      const owner = ownerId === null ? null : (names.get(ownerId) ?? "");
      return { matterId, kind, title, day, openedAt: openedAt.toISOString(), openedBy: names.get(openedBy) ?? "", owner, duties };
    }),
  };
}
