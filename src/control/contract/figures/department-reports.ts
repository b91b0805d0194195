import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { FIGURES_ACTS } from "../../rules/figures/acts.ts";

const defineRoute = routesOf<keyof typeof FIGURES_ACTS>();
const Count = Type.Integer({ minimum: 0 });
const Month = Type.String({ maxLength: 40, description: "2026-10" });

const Timeliness = Type.Object({ held: Count, inTime: Count, homeworkHeld: Count, homework: Count, marks: Count, lateMarks: Count });

export const DepartmentReport = Type.Object({
  departmentId: Id,
  name: Type.String(),
  heads: Type.Array(Type.String()),
  /** Whether the person who asks may hand the report in. */
  maySend: Type.Boolean(),
  /** Null: not handed in; the figures are then those of now. */
  sentOn: Type.Union([Day, Type.Null()]),
  sentBy: Type.Union([Type.String(), Type.Null()]),
  figures: Timeliness,
});

const DepartmentReports = Type.Object({ month: Day, over: Type.Boolean(), departments: Type.Array(DepartmentReport) });

export const departmentReportsRoute = defineRoute({
  operationId: "departmentReports",
  summary: "Timeliness of a month by department, and which heads handed their report in",
  method: "GET",
  path: "/api/control/department-reports",
  act: "control.department_report.read",
  query: Type.Object({ month: Month }),
  response: DepartmentReports,
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const sendDepartmentReportRoute = defineRoute({
  operationId: "sendDepartmentReport",
  summary: "A head hands the report of a month in; what is handed in already stands",
  method: "POST",
  path: "/api/control/departments/:departmentId/reports",
  act: "control.department_report.send",
  params: Type.Object({ departmentId: Id }),
  body: Type.Object({ month: Month }, { additionalProperties: false }),
  response: DepartmentReports,
  failures: ["access.not_permitted", "timetable.not_a_day", "control.department_not_found", "control.month_not_over"],
});
