import Type from "typebox";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { Reason } from "./class-attendance.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

export const changeReasonRoute = defineRoute({
  operationId: "changeReason",
  summary: "Renames a reason of absence, or retires it: it is given no more and stays where it was given",
  method: "PUT",
  path: "/api/attendance/reasons/:reason",
  act: "attendance.reason.change",
  params: Type.Object({ reason: Type.Integer({ minimum: 1, maximum: 32767 }) }),
  body: Type.Object(
    { name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), retired: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  response: Type.Object({ reason: Reason }),
  failures: ["access.not_permitted", "attendance.reason_not_found", "attendance.reason_taken", "attendance.reason_not_named", "attendance.reason_needed"],
});
