import { bind, bindOpen } from "../../../foundation/serve.ts";
import {
  changeControlWorkRoute,
  controlWorksRoute,
  pageForWorkRoute,
  planControlWorkRoute,
  publicControlWorksRoute,
  publishControlWorksRoute,
  removeControlWorkRoute,
} from "../../../planning/contract/control-works.ts";
import { controlWorks, pageToPlan, publicControlWorks, publishControlWorks } from "./control-work-schedule.ts";
import { changeControlWork, planControlWork } from "./keep-control-work.ts";
import { removeControlWork } from "./remove-control-work.ts";

export const CONTROL_WORK_ROUTES = [
  bind(controlWorksRoute, controlWorks),
  bind(pageForWorkRoute, pageToPlan),
  bind(planControlWorkRoute, planControlWork),
  bind(publishControlWorksRoute, publishControlWorks),
  bind(changeControlWorkRoute, changeControlWork),
  bind(removeControlWorkRoute, removeControlWork),
  bindOpen(publicControlWorksRoute, publicControlWorks),
];
