import { bind } from "../../../foundation/serve.ts";
import { activePeopleRoute, activityRoute, pageAccessRoute } from "../../contract/figures/activity.ts";
import { figureCellsRoute, figuresRoute } from "../../contract/figures/figures.ts";
import { progressRoute, trendRoute } from "../../contract/figures/progress.ts";
import { activePeople, activity, pageAccess } from "./activity.ts";
import { figureCells } from "./figure-cells.ts";
import { figures } from "./figures.ts";
import { progress } from "./progress.ts";
import { trend } from "./trend.ts";

export const FIGURES_ROUTES = [
  bind(figuresRoute, figures),
  bind(figureCellsRoute, figureCells),
  bind(progressRoute, progress),
  bind(trendRoute, trend),
  bind(activityRoute, activity),
  bind(activePeopleRoute, activePeople),
  bind(pageAccessRoute, pageAccess),
];
