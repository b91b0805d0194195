import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { timeIn } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { schoolDutiesRoute } from "../../contract/duties.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { dutiesOfLessons, normsOfLessons } from "./duties-of-lessons.ts";
import { asTold } from "./my-duties.ts";
import { OPEN_LESSONS } from "./open-lessons.ts";
import { yearOf } from "../year.ts";

/** What is overdue in the whole school, by who owes it: who owes most stands first (002 П2 §2.16). */
export async function schoolDuties({ tx, actor, now }: Context): Promise<Output<typeof schoolDutiesRoute>> {
  permit(actor, CONTROL_ACTS, schoolDutiesRoute.act);
  const { schoolId, today, timezone } = actor;
  const from = await yearOf(tx, schoolId, today);
  const lessons = await tx.rows(OPEN_LESSONS, [schoolId, from, today, timeIn(timezone, now)]);
  const [norms, names] = await Promise.all([normsBetween(tx, schoolId, normsOfLessons(lessons), from, today), staffNames(tx, schoolId)]);
  const overdue = Map.groupBy(
    dutiesOfLessons(lessons, norms, timezone, now).filter(({ state }) => state === "overdue"),
    ({ ownerId }) => ownerId,
  );
  const people = [...overdue].map(([personId, duties]) => ({ personId, name: names.get(personId) ?? "", overdue: duties.map(asTold) }));
  return { now: now.toISOString(), people: people.sort((a, b) => b.overdue.length - a.overdue.length || a.personId - b.personId) };
}
