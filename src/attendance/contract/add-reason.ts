import Type from "typebox";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { Reason } from "./class-attendance.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

export const addReasonRoute = defineRoute({
  operationId: "addReason",
  summary: "Adds a reason of absence to the school's dictionary",
  method: "POST",
  path: "/api/attendance/reasons",
  act: "attendance.reason.add",
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 60 }),
      excused: Type.Boolean(),
      sign: Type.String({ minLength: 1, maxLength: 3, description: "what the class's page writes; its first letter is the key" }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ reason: Reason }),
  failures: ["access.not_permitted", "attendance.reason_taken", "attendance.reason_not_named"],
});
