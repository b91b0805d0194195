import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Clock = Type.Union([Type.String(), Type.Null()]);
const params = Type.Object({ pageId: Id, lessonId: Id });

/** Why an hour is not free: who gives or has another lesson in it. */
const InTheWay = Type.Object({
  kind: Type.Union([Type.Literal("teacher"), Type.Literal("room"), Type.Literal("group")]),
  group: Type.String(),
});

export const freePlacesRoute = defineRoute({
  operationId: "freePlaces",
  summary: "The hours of a day to which a dated lesson could be moved, and what stands in the way of each",
  method: "GET",
  path: "/api/timetable/pages/:pageId/lessons/:lessonId/places/:day",
  act: "timetable.lesson.change",
  params: Type.Object({ pageId: Id, lessonId: Id, day: Type.String({ maxLength: 40 }) }),
  response: Type.Object({
    day: Day,
    /** False on a day without lessons. */
    isStudyDay: Type.Boolean(),
    places: Type.Array(Type.Object({ slot: Type.Integer(), starts: Clock, ends: Clock, inTheWay: Type.Union([InTheWay, Type.Null()]) })),
  }),
  failures: ["timetable.lesson_not_found", "access.not_permitted", "timetable.not_a_day"],
});

/** Served by the journal, as `changeLesson`. */
export const moveLessonRoute = defineRoute({
  operationId: "moveLesson",
  summary: "Moves one dated lesson to another hour or day, over the version seen",
  method: "PUT",
  path: "/api/timetable/pages/:pageId/lessons/:lessonId/place",
  act: "timetable.lesson.change",
  params,
  body: Type.Object(
    {
      day: Type.String({ maxLength: 40 }),
      slot: Type.Integer({ minimum: 0, maximum: 99 }),
      reason: Type.Optional(Type.String({ maxLength: 200 })),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version, day: Day, slot: Type.Integer() }),
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.not_a_day",
    "timetable.lesson_changed_meanwhile",
    "timetable.change_of_cancelled",
    "timetable.lesson_has_entries",
    "timetable.not_a_study_day",
    "timetable.no_such_hour",
    "timetable.teacher_busy",
    "timetable.room_taken",
    "timetable.group_busy",
  ],
});
