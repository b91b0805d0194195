import { copyPlanRoute } from "../../src/planning/contract/plan/import-plan.ts";
import { readPlanRoute } from "../../src/planning/contract/plan/read-plan.ts";
import { setPlanRoute } from "../../src/planning/contract/plan/set-plan.ts";
import type { Case } from "./case.ts";

const line = { lineId: null, topic: "Делимость чисел", hours: 1, homework: "", section: "", isControl: false };

/** Plans, the curriculum and the load. */
export const PLAN_CASES: readonly Case[] = [
  {
    route: readPlanRoute,
    may: ["director", "deputy", "admin", "teacher", "secondTeacher"],
    rows: true,
    input: (s) => ({ params: { pageId: s.page.pageId } }),
  },
  { route: setPlanRoute, may: ["teacher"], rows: true, input: (s, n) => ({ params: { pageId: s.page.pageId }, body: { expectedVersion: n, lines: [line] } }) },
  {
    route: copyPlanRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { pageId: s.page.pageId }, body: { fromPageId: s.page.pageId, expectedVersion: n } }),
  },
];
