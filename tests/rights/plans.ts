import { classEventsRoute, setClassEventsRoute } from "../../src/planning/contract/class-events/class-events.ts";
import { curriculumRoute, setCurriculumRoute, setTarifficationRoute } from "../../src/planning/contract/curriculum/curriculum.ts";
import { individualCurriculaRoute } from "../../src/planning/contract/curriculum/individual.ts";
import { addLoadRoute, changeLoadRoute, fulfilmentRoute, loadRoute } from "../../src/planning/contract/load/load.ts";
import { copyPlanRoute } from "../../src/planning/contract/plan/import-plan.ts";
import { plansRoute, setProgrammeRoute } from "../../src/planning/contract/plan/list-plans.ts";
import { readPlanRoute } from "../../src/planning/contract/plan/read-plan.ts";
import { setPlanRoute } from "../../src/planning/contract/plan/set-plan.ts";
import type { Case } from "./case.ts";

const readers = ["director", "deputy", "admin"] as const;
const planners = [...readers, "teacher", "secondTeacher"] as const;
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
  { route: plansRoute, may: planners, rows: false },
  {
    route: setProgrammeRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { pageId: s.page.pageId }, body: { expectedVersion: n, programme: "РП-6", paperCopy: true } }),
  },
  { route: curriculumRoute, may: readers, rows: false },
  {
    route: setCurriculumRoute,
    may: readers,
    rows: false,
    input: (s) => ({ params: { year: s.year }, body: { expectedVersion: 0, lines: [] } }),
  },
  {
    route: setTarifficationRoute,
    may: ["director"],
    rows: false,
    input: (s) => ({ params: { year: s.year }, body: { expectedVersion: 0, orderNo: "118", orderOn: `${s.year}-09-09` } }),
  },
  { route: individualCurriculaRoute, may: readers, rows: true, input: (s) => ({ params: { classId: s.classB.classId } }) },
  { route: loadRoute, may: readers, rows: false },
  { route: fulfilmentRoute, may: readers, rows: false },
  {
    route: addLoadRoute,
    may: readers,
    rows: true,
    input: (s) => ({ body: { groupId: s.classB.groupId, subject: "География", teacherId: s.teacher.personId, weeklyHours: 2 } }),
  },
  {
    route: changeLoadRoute,
    may: readers,
    rows: true,
    input: (s) => ({ params: { pageId: s.otherPage.pageId, teacherId: s.secondTeacher.personId }, body: { expectedHours: 5, weeklyHours: 5 } }),
  },
  { route: classEventsRoute, may: ["director", "deputy", "homeroom"], rows: false },
  {
    route: setClassEventsRoute,
    may: ["homeroom"],
    rows: true,
    input: (s) => ({
      params: { classId: s.classA.classId, month: `${s.year}-10-01` },
      body: { expectedVersion: 0, events: [{ day: null, title: "Поход", note: "" }] },
    }),
  },
];
