import Type from "typebox";
import { Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { Kind } from "./set-attendance.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

const Cell = { pageId: Id, lessonId: Id, pupilId: Id };
const ReasonNumber = Type.Union([Type.Integer({ minimum: 1, maximum: 32767 }), Type.Null()]);

/** The homeroom teacher's word about any lessons of the class's pupils, on any pages, all or nothing. */
export const setAbsenceReasonRoute = defineRoute({
  operationId: "setAbsenceReason",
  summary: "Gives the reason of absences of a class's pupils, and corrects them, over the versions seen, all or nothing",
  method: "PUT",
  path: "/api/attendance/classes/:classId/absences",
  act: "attendance.reason.set",
  params: Type.Object({ classId: Id }),
  body: Type.Object(
    {
      entries: Type.Array(
        Type.Object(
          {
            ...Cell,
            reason: ReasonNumber,
            /** Absent: the absence stays, as the reason shows it. */
            kind: Type.Optional(Kind),
            expectedVersion: Version,
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200 },
      ),
      /** Why what stands is changed after its term. */
      correction: Type.Optional(Type.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ entries: Type.Array(Type.Object({ ...Cell, kind: Kind, reason: ReasonNumber, version: Version })) }),
  failures: [
    "attendance.class_not_found",
    "attendance.pupil_named_twice",
    "access.not_permitted",
    "timetable.lesson_not_found",
    "timetable.lesson_not_held_yet",
    "timetable.lesson_cancelled",
    "people.pupil_not_in_group",
    "attendance.reason_unknown",
    "attendance.reason_retired",
    "attendance.nothing_to_explain",
    "attendance.cell_changed_meanwhile",
    "planning.correction_needs_reason",
    "regulation.norm_not_in_force",
  ],
});
