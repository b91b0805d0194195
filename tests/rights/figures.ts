import { activePeopleRoute, activityRoute, pageAccessRoute } from "../../src/control/contract/figures/activity.ts";
import { figureCellsRoute, figuresRoute } from "../../src/control/contract/figures/figures.ts";
import { departmentReportsRoute, sendDepartmentReportRoute } from "../../src/control/contract/figures/department-reports.ts";
import { progressRoute, reportTermsRoute, trendRoute } from "../../src/control/contract/figures/progress.ts";
import { openPageRoute } from "../../src/journal/contract/open-page.ts";
import type { Case } from "./case.ts";

const days = (s: { today: string }) => ({ from: s.today, to: s.today });
const SCHOOL = ["director", "deputy", "admin"] as const;

/** A head of a department is asked for in the tests of departments. */
export const FIGURES_CASES: readonly Case[] = [
  { route: figuresRoute, may: SCHOOL, rows: false, input: (s) => ({ query: days(s) }) },
  { route: figureCellsRoute, may: SCHOOL, rows: false, input: (s) => ({ query: { ...days(s), metric: "late", by: "school", id: 0 } }) },
  { route: progressRoute, may: SCHOOL, rows: false, input: () => ({ query: { by: "class" } }) },
  { route: reportTermsRoute, may: SCHOOL, rows: false },
  { route: departmentReportsRoute, may: SCHOOL, rows: false, input: (s) => ({ query: { month: s.today.slice(0, 7) } }) },
  // only who heads the department: tests of departments ask as one
  { route: sendDepartmentReportRoute, may: [], rows: false, input: (s) => ({ params: { departmentId: 1 }, body: { month: s.today.slice(0, 7) } }) },
  { route: trendRoute, may: [...SCHOOL, "homeroom"], rows: true, input: (s) => ({ query: { by: "class", id: s.classA.classId } }) },
  { route: activityRoute, may: SCHOOL, rows: false, input: (s) => ({ query: days(s) }) },
  { route: activePeopleRoute, may: SCHOOL, rows: false, input: (s) => ({ query: { ...days(s), role: "guardian" } }) },
  { route: pageAccessRoute, may: SCHOOL, rows: false, input: (s) => ({ query: days(s) }) },
  {
    route: openPageRoute,
    may: ["director", "deputy", "admin", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { pageId: s.page.pageId } }),
  },
];
