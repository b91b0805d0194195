import { bind } from "../../foundation/serve.ts";
import type { Bound } from "../../foundation/serve.ts";
import { readPlanRoute } from "../contract/plan/read-plan.ts";
import { setPlanRoute } from "../contract/plan/set-plan.ts";
import { readPlan } from "./plan/read-plan.ts";
import { setPlan } from "./plan/set-plan.ts";

export const PLANNING_ROUTES: readonly Bound[] = [bind(readPlanRoute, readPlan), bind(setPlanRoute, setPlan)];
