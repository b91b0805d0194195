import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { substitutesForRoute } from "../contract/lessons-of-day.ts";
import { TIMETABLE_ACTS } from "../rules/acts.ts";
import { freeSubstitutes } from "../rules/substitutes.ts";
import { CANDIDATES, heldLessons, lessonForChange } from "./day-queries.ts";

/** Who could give a lesson: the free teachers of its day, the most fitting first. */
export async function substitutesFor({ tx, actor }: Context, { params }: Input<typeof substitutesForRoute>): Promise<Output<typeof substitutesForRoute>> {
  const { schoolId } = actor;
  const { pageId, lessonId } = params;
  const lesson = await lessonForChange(tx, schoolId, pageId, lessonId);
  if (!lesson) throw new Failure("not_found", "timetable.lesson_not_found");
  permit(actor, TIMETABLE_ACTS, substitutesForRoute.act);
  const [candidates, held] = await Promise.all([tx.rows(CANDIDATES, [schoolId, lesson.day, pageId]), heldLessons(tx, schoolId, lesson.day)]);
  return { teachers: freeSubstitutes(candidates, held, { ...lesson, lessonId }) };
}
