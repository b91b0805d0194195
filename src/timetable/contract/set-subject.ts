import Type from "typebox";
import { Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();

export const setLongHomeworkRoute = defineRoute({
  operationId: "setLongHomework",
  summary: "Says whether the homework of a subject takes long: such subjects should not meet in one day of a class",
  method: "PUT",
  path: "/api/timetable/subjects/:subjectId/long-homework",
  act: "timetable.subject.set",
  params: Type.Object({ subjectId: Id }),
  body: Type.Object({ longHomework: Type.Boolean() }, { additionalProperties: false }),
  response: Type.Object({ subjectId: Id, longHomework: Type.Boolean() }),
  failures: ["access.not_permitted", "regulation.norm_not_in_force", "timetable.subject_not_found"],
});
