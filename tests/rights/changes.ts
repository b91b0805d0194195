import { accumulationRoute } from "../../src/journal/contract/accumulation.ts";
import { lateCorrectionsRoute, lessonHistoryRoute, termMarkHistoryRoute, myChangesRoute } from "../../src/journal/contract/changes.ts";
import { lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

export const CHANGE_CASES: readonly Case[] = [
  { route: accumulationRoute, may: ["director", "deputy", "teacher", "secondTeacher"], rows: false },
  { route: myChangesRoute, may: ["homeroom", "teacher", "secondTeacher"], rows: false },
  { route: lateCorrectionsRoute, may: ["director", "deputy"], rows: false, input: (s) => ({ query: { from: s.today, to: s.today } }) },
  {
    route: termMarkHistoryRoute,
    may: ["director", "deputy", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[0]! } }),
  },
  { route: lessonHistoryRoute, may: ["director", "deputy", "homeroom", "teacher"], rows: true, input: (s) => ({ params: lessonOf(s) }) },
];
