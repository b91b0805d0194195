import { changeReasonRoute } from "../../src/attendance/contract/change-reason.ts";
import { alarmsRoute, schoolWeekRoute, setAlarmRoute, setParentWorkRoute } from "../../src/attendance/contract/school-attendance.ts";
import type { Case } from "./case.ts";

/** Attendance of the whole school. */
export const ATTENDANCE_CASES: readonly Case[] = [
  { route: schoolWeekRoute, may: ["director", "deputy"], rows: false },
  { route: alarmsRoute, may: ["director", "deputy"], rows: false },
  { route: setAlarmRoute, may: ["director", "deputy"], rows: false, input: () => ({ body: { percent: 30 } }) },
  { route: changeReasonRoute, may: ["director", "deputy"], rows: false, input: () => ({ params: { reason: 4 }, body: { name: "По приказу директора" } }) },
];

/** Its rows need an unexcused absence first. */
export const ATTENDANCE_ELSEWHERE = { [setParentWorkRoute.operationId]: "src/attendance/server/school/school-attendance.test.ts" };
