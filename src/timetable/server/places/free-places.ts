import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { freePlacesRoute } from "../../contract/move-lesson.ts";
import { TIMETABLE_ACTS } from "../../rules/acts.ts";
import { inTheWayOf } from "../../rules/lesson-change.ts";
import { heldLessons, lessonForChange } from "../day-queries.ts";
import { dayOfPage } from "./place-queries.ts";

/** To which hours of a day a lesson could be moved. */
export async function freePlaces({ tx, actor }: Context, { params }: Input<typeof freePlacesRoute>): Promise<Output<typeof freePlacesRoute>> {
  const { schoolId } = actor;
  const { pageId, lessonId } = params;
  const lesson = await lessonForChange(tx, schoolId, pageId, lessonId);
  if (!lesson) throw new Failure("not_found", "timetable.lesson_not_found");
  permit(actor, TIMETABLE_ACTS, freePlacesRoute.act);
  const day = parseDay(params.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: params.day });
  const [place, held] = await Promise.all([dayOfPage(tx, schoolId, pageId, day), heldLessons(tx, schoolId, day)]);
  const { term, hours, ofPupils } = place!;
  const places = hours
    .filter((h) => day !== lesson.day || h.slot !== lesson.slot)
    .map((h) => {
      const found = inTheWayOf({ ...lesson, lessonId, ...h, day }, held, ofPupils);
      return { ...h, inTheWay: found && { kind: found.kind, group: found.lesson.group } };
    });
  return { day, isStudyDay: term !== null, places: term === null ? [] : places };
}
