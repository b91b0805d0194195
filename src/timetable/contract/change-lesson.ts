import Type from "typebox";
import { Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Reason = Type.String({ maxLength: 200 });

/** Served by the journal: only it knows whether a lesson has entries. */
export const changeLessonRoute = defineRoute({
  operationId: "changeLesson",
  summary: "Names a substitute, cancels, takes back to the timetable, or gives another room to a dated lesson, over the version seen",
  method: "PUT",
  path: "/api/timetable/pages/:pageId/lessons/:lessonId/change",
  act: "timetable.lesson.change",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  body: Type.Object(
    {
      /** `substitute` of a cancelled lesson brings it back; `restore` takes away cancellation and substitute. */
      change: Type.Union([Type.Literal("substitute"), Type.Literal("cancel"), Type.Literal("restore"), Type.Literal("room")]),
      substituteId: Type.Optional(Id),
      roomId: Type.Optional(Type.Union([Id, Type.Null()])),
      /** Wanted for `substitute` and `cancel`. */
      reason: Type.Optional(Reason),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version, cancelled: Type.Boolean(), substituteId: Type.Union([Id, Type.Null()]), roomId: Type.Union([Id, Type.Null()]) }),
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.lesson_changed_meanwhile",
    "timetable.reason_missing",
    "timetable.substitute_missing",
    "timetable.substitute_is_the_teacher",
    "timetable.substitute_not_a_teacher",
    "timetable.substitute_has_written",
    "timetable.teacher_busy",
    "timetable.lesson_was_held",
    "timetable.change_of_cancelled",
    "timetable.room_taken",
    "timetable.room_not_found",
  ],
});

const LessonSeen = Type.Object({ pageId: Id, lessonId: Id, expectedVersion: Version }, { additionalProperties: false });

/** Served by the journal, as `changeLesson`. */
export const swapLessonsRoute = defineRoute({
  operationId: "swapLessons",
  summary: "Two lessons of one group change places, over the versions seen",
  method: "PUT",
  path: "/api/timetable/swaps",
  act: "timetable.lesson.change",
  body: Type.Object({ first: LessonSeen, second: LessonSeen, reason: Type.Optional(Reason) }, { additionalProperties: false }),
  response: Type.Object({ first: Type.Object({ version: Version }), second: Type.Object({ version: Version }) }),
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.lesson_changed_meanwhile",
    "timetable.swap_of_two_groups",
    "timetable.change_of_cancelled",
    "timetable.lesson_has_entries",
    "timetable.teacher_busy",
    "timetable.room_taken",
  ],
});
