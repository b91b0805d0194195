import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Clock = Type.Union([Type.String(), Type.Null()]);

export const lessonsToTakeRoute = defineRoute({
  operationId: "lessonsToTake",
  summary: "Today's lessons of other teachers that this teacher is free to give",
  method: "GET",
  path: "/api/timetable/to-take",
  act: "timetable.lesson.take",
  response: Type.Object({
    today: Day,
    lessons: Type.Array(
      Type.Object({
        pageId: Id,
        lessonId: Id,
        version: Version,
        groupName: Type.String(),
        subject: Type.String(),
        slot: Type.Integer(),
        starts: Clock,
        ends: Clock,
        teacher: Type.String(),
      }),
    ),
  }),
  failures: ["access.not_permitted", "timetable.substitution_by_deputy", "regulation.norm_not_in_force"],
});

/** Served by the journal, as `changeLesson`. */
export const takeLessonRoute = defineRoute({
  operationId: "takeLesson",
  summary: "A teacher enters another's lesson as its substitute: the substitution is recorded at that moment, with both names",
  method: "PUT",
  path: "/api/timetable/pages/:pageId/lessons/:lessonId/taken",
  act: "timetable.lesson.take",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  body: Type.Object(
    {
      /** Another's lesson is entered as a substitution and not otherwise. */
      as: Type.Literal("substitution"),
      reason: Type.Optional(Type.String({ maxLength: 200 })),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version, teacher: Type.String(), substitute: Type.String() }),
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.substitution_by_deputy",
    "regulation.norm_not_in_force",
    "timetable.substitute_is_the_teacher",
    "timetable.lesson_cancelled",
    "timetable.lesson_changed_meanwhile",
    "timetable.substitute_named",
    "timetable.substitution_window_over",
    "timetable.lesson_already_kept",
    "timetable.teacher_busy",
  ],
});
