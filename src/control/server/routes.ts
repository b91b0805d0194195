import { bind } from "../../foundation/serve.ts";
import { journalControlRoute, journalFindingsRoute } from "../contract/journal-control.ts";
import { REGULATION_ROUTES } from "./regulation/routes.ts";
import { DUTY_ROUTES } from "./duties/routes.ts";
import { BONUS_ROUTES } from "./bonuses/routes.ts";
import { INSPECTION_ROUTES } from "./inspections/routes.ts";
import { FIGURES_ROUTES } from "./figures/routes.ts";
import { REMARK_ROUTES } from "./remarks/routes.ts";
import { journalControl } from "./journal/journal-control.ts";
import { journalFindings } from "./journal/journal-findings.ts";

export const CONTROL_ROUTES = [
  ...DUTY_ROUTES,
  bind(journalControlRoute, journalControl),
  bind(journalFindingsRoute, journalFindings),
  ...FIGURES_ROUTES,
  ...REMARK_ROUTES,
  ...INSPECTION_ROUTES,
  ...BONUS_ROUTES,
  ...REGULATION_ROUTES,
];
