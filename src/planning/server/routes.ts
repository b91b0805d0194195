import { bind } from "../../foundation/serve.ts";
import type { Bound } from "../../foundation/serve.ts";
import { setPlanRoute } from "../contract/plan/set-plan.ts";
import { setPlan } from "./plan/set-plan.ts";

export const PLANNING_ROUTES: readonly Bound[] = [bind(setPlanRoute, setPlan)];
