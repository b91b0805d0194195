import {
  careRoute,
  classWeekRoute,
  departmentDaysRoute,
  inspectionListRoute,
  makeInspectionRoute,
  setCareRoute,
} from "../../src/control/contract/inspections/inspections.ts";
import type { Case } from "./case.ts";

/** Checks of journals; those of a head of a department are asked by src/control/server/inspections/inspections.test.ts. */
export const INSPECTION_CASES: readonly Case[] = [
  { route: inspectionListRoute, may: ["director", "deputy", "admin"], rows: false },
  {
    route: makeInspectionRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => ({ body: { kind: "deputy", from: s.today, to: s.today, pageIds: [s.page.pageId], findings: "Замечаний нет" } }),
  },
  { route: departmentDaysRoute, may: ["director", "deputy"], rows: false },
  { route: classWeekRoute, may: ["director", "deputy", "homeroom"], rows: true, input: (s) => ({ params: { classId: s.classA.classId } }) },
  { route: careRoute, may: ["director", "deputy", "admin"], rows: false },
  {
    route: setCareRoute,
    may: ["director", "admin"],
    rows: true,
    input: (s) => ({ params: { personId: s.deputy.personId }, body: { grades: null, expected: null } }),
  },
];
