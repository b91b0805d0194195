import { bind } from "../../../foundation/serve.ts";
import { activePeopleRoute, activityRoute, pageAccessRoute } from "../../contract/figures/activity.ts";
import { figureCellsRoute, figuresRoute } from "../../contract/figures/figures.ts";
import { departmentReportsRoute, sendDepartmentReportRoute } from "../../contract/figures/department-reports.ts";
import { progressRoute, reportTermsRoute, trendRoute } from "../../contract/figures/progress.ts";
import { activePeople, activity, pageAccess } from "./activity.ts";
import { figureCells } from "./figure-cells.ts";
import { figures } from "./figures.ts";
import { progress } from "./progress.ts";
import { departmentReports, sendDepartmentReport } from "./department-reports.ts";
import { reportTerms } from "./report-terms.ts";
import { trend } from "./trend.ts";

export const FIGURES_ROUTES = [
  bind(figuresRoute, figures),
  bind(figureCellsRoute, figureCells),
  bind(progressRoute, progress),
  bind(reportTermsRoute, reportTerms),
  bind(departmentReportsRoute, departmentReports),
  bind(sendDepartmentReportRoute, sendDepartmentReport),
  bind(trendRoute, trend),
  bind(activityRoute, activity),
  bind(activePeopleRoute, activePeople),
  bind(pageAccessRoute, pageAccess),
];
