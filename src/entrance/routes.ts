import { ACCESS_ACTS } from "../access/rules/acts.ts";
import type { ActTable } from "../access/rules/permit.ts";
import { ACCESS_ROUTES } from "../access/server/routes.ts";
import { ATTENDANCE_ACTS } from "../attendance/rules/acts.ts";
import { ATTENDANCE_ROUTES } from "../attendance/server/routes.ts";
import { CONTROL_ACTS } from "../control/rules/acts.ts";
import { CONTROL_ROUTES } from "../control/server/routes.ts";
import { DIARY_ACTS } from "../diary/rules/acts.ts";
import { DIARY_ROUTES } from "../diary/server/routes.ts";
import type { Bound } from "../foundation/serve.ts";
import { JOURNAL_ACTS } from "../journal/rules/acts.ts";
import { JOURNAL_ROUTES } from "../journal/server/routes.ts";
import { PRINT_ACTS } from "../journal/rules/print-acts.ts";
import { PRINT_ROUTES } from "../journal/server/print/routes.ts";
import { PEOPLE_ACTS } from "../people/rules/acts.ts";
import { PEOPLE_ROUTES } from "../people/server/routes.ts";
import { GROUP_ACTS } from "../planning/rules/group-acts.ts";
import { GROUP_ROUTES } from "../planning/server/groups/routes.ts";
import { PLANNING_ACTS } from "../planning/rules/acts.ts";
import { PLANNING_ROUTES } from "../planning/server/routes.ts";
import { CONTROL_WORK_ACTS } from "../planning/rules/control-works/acts.ts";
import { TIMETABLE_ACTS } from "../timetable/rules/acts.ts";
import { TIMETABLE_ROUTES } from "../timetable/server/routes.ts";

/** Every route of the program. */
export const ROUTES: readonly Bound[] = [
  ...ACCESS_ROUTES,
  ...PEOPLE_ROUTES,
  ...TIMETABLE_ROUTES,
  ...PLANNING_ROUTES,
  ...GROUP_ROUTES,
  ...ATTENDANCE_ROUTES,
  ...JOURNAL_ROUTES,
  ...PRINT_ROUTES,
  ...DIARY_ROUTES,
  ...CONTROL_ROUTES,
];

/** Every act of the program: the whole table «who may do what». */
export const ACTS: ActTable = {
  ...ACCESS_ACTS,
  ...PEOPLE_ACTS,
  ...TIMETABLE_ACTS,
  ...PLANNING_ACTS,
  ...CONTROL_WORK_ACTS,
  ...GROUP_ACTS,
  ...ATTENDANCE_ACTS,
  ...JOURNAL_ACTS,
  ...PRINT_ACTS,
  ...DIARY_ACTS,
  ...CONTROL_ACTS,
};
