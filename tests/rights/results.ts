import { classSummaryRoute, setDebtRoute, setStateExamRoute } from "../../src/journal/contract/periods/class-summary.ts";
import { closingListRoute } from "../../src/journal/contract/periods/closing-list.ts";
import { pupilRecordRoute, setBroughtMarkRoute } from "../../src/journal/contract/periods/pupil-record.ts";
import { attachAssessmentRoute } from "../../src/planning/contract/terms/close-term.ts";
import type { Case } from "./case.ts";

/** Results of terms and years: the summary sheet, the closing, the pupil's card, marks from another school. */
export const RESULT_CASES: readonly Case[] = [
  {
    route: attachAssessmentRoute,
    may: ["director"],
    rows: false,
    input: (s) => ({ body: { title: "Положение о системе оценивания", address: "https://school.example/ocenki.pdf", from: s.today } }),
  },
  {
    route: classSummaryRoute,
    may: ["director", "deputy", "admin", "homeroom"],
    rows: true,
    input: (s) => ({ params: { classId: s.classA.classId } }),
  },
  { route: closingListRoute, may: ["director", "deputy", "admin"], rows: false, input: () => ({ params: { kind: "quarter", term: 1 } }) },
  {
    route: pupilRecordRoute,
    may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"],
    rows: true,
    input: (s) => ({ params: { pupilId: s.classA.pupils[0] } }),
  },
  {
    route: setBroughtMarkRoute,
    may: ["deputy", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({
      params: { pageId: s.page.pageId, pupilId: s.classA.pupils[0], no: 0 },
      body: { day: s.today, mark: "4", weight: 1, counts: true, source: "Школа № 5", expectedVersion: 0 },
    }),
  },
];

/** Asked for in tests of their own: a sixth grade sits no examination, and a debt is there only after the year's mark. */
export const RESULTS_ELSEWHERE: Record<string, string> = {
  [setStateExamRoute.operationId]: "tests/journeys/results-of-year.test.ts",
  [setDebtRoute.operationId]: "tests/journeys/results-of-year.test.ts",
};
