import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { Span } from "./class-attendance.ts";
import { Kind } from "./set-attendance.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

/** A lesson of the days where something else stood: it was left as it is. */
export const KeptLesson = Type.Object({ pageId: Id, lessonId: Id, day: Day, slot: Type.Integer(), subject: Type.String(), kind: Kind });

export const setAbsenceSpanRoute = defineRoute({
  operationId: "setAbsenceSpan",
  summary: "Enters an absence of a day or several once, into every lesson of these days that stands in the timetable",
  method: "POST",
  path: "/api/attendance/pupils/:pupilId/spans",
  act: "attendance.span.set",
  params: Type.Object({ pupilId: Id }),
  body: Type.Object({ from: Day, to: Day, reason: Type.Integer({ minimum: 1, maximum: 32767 }) }, { additionalProperties: false }),
  response: Type.Object({ span: Span, written: Type.Integer(), kept: Type.Array(KeptLesson) }),
  failures: [
    "attendance.pupil_not_found",
    "access.not_permitted",
    "attendance.not_days",
    "attendance.reason_unknown",
    "attendance.reason_retired",
    "attendance.span_overlaps",
    "attendance.cell_changed_meanwhile",
  ],
});

export const removeAbsenceSpanRoute = defineRoute({
  operationId: "removeAbsenceSpan",
  summary: "Takes an absence of several days back; what was written or corrected by hand since then stays",
  method: "DELETE",
  path: "/api/attendance/pupils/:pupilId/spans/:spanId",
  act: "attendance.span.set",
  params: Type.Object({ pupilId: Id, spanId: Id }),
  query: Type.Object({ expectedVersion: Version }),
  response: Type.Object({ spanId: Id, version: Version, written: Type.Integer() }),
  failures: ["attendance.pupil_not_found", "access.not_permitted", "attendance.span_changed_meanwhile", "attendance.cell_changed_meanwhile"],
});
