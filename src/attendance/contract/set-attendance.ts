import Type from "typebox";
import { Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

export const Kind = Type.Union([Type.Literal("none"), Type.Literal("absent"), Type.Literal("ill"), Type.Literal("late")]);

/** The attendance of a lesson in one statement: any number of its pupils, all or nothing. */
export const setAttendanceRoute = defineRoute({
  operationId: "setAttendance",
  summary: "Records who was absent from a lesson, over the versions seen, all or nothing",
  method: "PUT",
  path: "/api/attendance/pages/:pageId/lessons/:lessonId",
  act: "attendance.absence.set",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  body: Type.Object(
    {
      entries: Type.Array(Type.Object({ pupilId: Id, kind: Kind, expectedVersion: Version }, { additionalProperties: false }), { minItems: 1, maxItems: 100 }),
      /** Why what stands is changed after the term of the norm; asked for by a refusal only. */
      correction: Type.Optional(Type.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    entries: Type.Array(
      Type.Object({
        pupilId: Id,
        kind: Kind,
        version: Version,
        late: Type.Boolean(),
        /** Whether a reason stands. */
        explained: Type.Boolean(),
      }),
    ),
  }),
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.lesson_not_held_yet",
    "timetable.lesson_cancelled",
    "timetable.part_not_used",
    "planning.term_closed",
    "people.pupil_not_in_group",
    "planning.correction_needs_reason",
    "planning.late_needs_reason",
    "planning.late_entry_blocked",
    "attendance.pupil_named_twice",
    "attendance.cell_changed_meanwhile",
    "timetable.substitution_window_over",
  ],
});
