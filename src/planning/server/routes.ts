import { bind, bindUpload } from "../../foundation/serve.ts";
import type { Bound } from "../../foundation/serve.ts";
import { schoolWeekRoute } from "../../timetable/contract/school-week.ts";
import { copyPlanRoute, importPlanRoute } from "../contract/plan/import-plan.ts";
import { readPlanRoute } from "../contract/plan/read-plan.ts";
import { setPlanRoute } from "../contract/plan/set-plan.ts";
import { admitPlanFile, importPlan } from "./import/import-plan.ts";
import { copyPlan } from "./plan/copy-plan.ts";
import { readPlan } from "./plan/read-plan.ts";
import { setPlan } from "./plan/set-plan.ts";
import { TERM_ROUTES } from "./terms/routes.ts";
import { schoolWeek } from "./week/school-week.ts";

export const PLANNING_ROUTES: readonly Bound[] = [
  bind(readPlanRoute, readPlan),
  bind(setPlanRoute, setPlan),
  bind(copyPlanRoute, copyPlan),
  bindUpload(importPlanRoute, admitPlanFile, importPlan),
  bind(schoolWeekRoute, schoolWeek),
  ...TERM_ROUTES,
];
