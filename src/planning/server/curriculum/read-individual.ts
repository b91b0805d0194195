import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { individualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { INDIVIDUAL } from "./individual-queries.ts";

/** What each pupil of a class studies, where the class works by individual curricula. */
export async function readIndividual(
  { tx, actor }: Context,
  { params }: Input<typeof individualCurriculaRoute>,
): Promise<Output<typeof individualCurriculaRoute>> {
  const row = await tx.row(INDIVIDUAL, [actor.schoolId, params.classId, actor.today]);
  if (!row) throw new Failure("not_found", "planning.class_not_found");
  permit(actor, PLANNING_ACTS, individualCurriculaRoute.act);
  const { subjects, pupils, ...head } = row.standing;
  const chosen = (ids: readonly number[]) => subjects.filter((each) => ids.includes(each.subjectId));
  return {
    ...head,
    classId: params.classId,
    mayWrite: mayReach(actor, PLANNING_ACTS, "planning.curriculum.set", "school"),
    subjects: subjects.map(({ subject, weeklyHours }) => ({ subject, weeklyHours })),
    pupils: pupils.map(({ pupilId, name, subjectIds }) => ({
      pupilId,
      name,
      subjects: chosen(subjectIds).map((each) => each.subject),
      weeklyHours: chosen(subjectIds).reduce((sum, each) => sum + each.weeklyHours, 0),
    })),
  };
}
