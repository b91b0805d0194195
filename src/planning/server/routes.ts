import { bind } from "../../foundation/serve.ts";
import type { Bound } from "../../foundation/serve.ts";
import { schoolWeekRoute } from "../../timetable/contract/school-week.ts";
import { readPlanRoute } from "../contract/plan/read-plan.ts";
import { setPlanRoute } from "../contract/plan/set-plan.ts";
import { readPlan } from "./plan/read-plan.ts";
import { setPlan } from "./plan/set-plan.ts";
import { schoolWeek } from "./week/school-week.ts";

export const PLANNING_ROUTES: readonly Bound[] = [bind(readPlanRoute, readPlan), bind(setPlanRoute, setPlan), bind(schoolWeekRoute, schoolWeek)];
