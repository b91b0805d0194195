import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();
const Text = Type.Union([Type.String(), Type.Null()]);
const NoDay = Type.Union([Day, Type.Null()]);
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Name = Type.String({ minLength: 1, maxLength: 120 });
const Reference = Type.String({ minLength: 1, maxLength: 120 });

const Line = {
  gradeLevel: Type.Integer({ minimum: 1, maximum: 12 }),
  subject: Name,
  /** Quarters of an hour are hours a week of half a year. */
  weeklyHours: Type.Number({ minimum: 0.25, maximum: 40, multipleOf: 0.25 }),
  yearHours: Type.Integer({ minimum: 1, maximum: 1500 }),
};
/** More than any school has: 12 grades of 60 subjects. */
const MOST_LINES = 720;

export const curriculumRoute = defineRoute({
  operationId: "curriculum",
  summary: "The curriculum of the year by grades and subjects, whether it is approved, and the order on tariffication",
  method: "GET",
  path: "/api/curriculum",
  act: "planning.curriculum.read",
  response: Type.Object({
    year: Year,
    today: Day,
    /** 0 where nothing is written yet. */
    version: Version,
    approvedOn: NoDay,
    approvedBy: Text,
    orderRef: Type.String(),
    setBy: Text,
    setAt: Text,
    due: Day,
    overdue: Type.Boolean(),
    weeks: Type.Object({ first: Type.Integer(), other: Type.Integer() }),
    mayWrite: Type.Boolean(),
    mayApprove: Type.Boolean(),
    grades: Type.Array(Type.Integer()),
    subjects: Type.Array(Type.String()),
    lines: Type.Array(Type.Object(Line)),
    tariffication: Type.Object({ version: Version, orderNo: Text, orderOn: NoDay, due: Day, overdue: Type.Boolean() }),
    classes: Type.Array(Type.Object({ classId: Id, name: Type.String(), gradeLevel: Type.Integer(), isIndividual: Type.Boolean() })),
  }),
  failures: ["access.not_permitted", "planning.no_school_year"],
});

export const setCurriculumRoute = defineRoute({
  operationId: "setCurriculum",
  summary: "Writes the whole curriculum of a year over the version seen; what was approved becomes a draft again",
  method: "PUT",
  path: "/api/curriculum/:year",
  act: "planning.curriculum.set",
  params: Type.Object({ year: Year }),
  body: Type.Object(
    { expectedVersion: Version, lines: Type.Array(Type.Object(Line, { additionalProperties: false }), { maxItems: MOST_LINES }) },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version }),
  failures: ["access.not_permitted", "planning.year_not_found", "planning.curriculum_changed_meanwhile", "planning.curriculum_line_twice"],
});

export const approveCurriculumRoute = defineRoute({
  operationId: "approveCurriculum",
  summary: "The director approves the curriculum of a year as it stands, on a day, by an order",
  method: "POST",
  path: "/api/curriculum/:year/approve",
  act: "planning.curriculum.approve",
  params: Type.Object({ year: Year }),
  body: Type.Object({ expectedVersion: Version, approvedOn: Day, orderRef: Reference }, { additionalProperties: false }),
  response: Type.Object({ version: Version }),
  failures: [
    "access.not_permitted",
    "planning.year_not_found",
    "planning.curriculum_changed_meanwhile",
    "planning.curriculum_empty",
    "planning.not_a_day",
    "planning.day_to_come",
  ],
});

export const setTarifficationRoute = defineRoute({
  operationId: "setTariffication",
  summary: "Records the order on tariffication of a year",
  method: "PUT",
  path: "/api/tariffication/:year",
  act: "planning.curriculum.approve",
  params: Type.Object({ year: Year }),
  body: Type.Object({ expectedVersion: Version, orderNo: Type.String({ minLength: 1, maxLength: 60 }), orderOn: Day }, { additionalProperties: false }),
  response: Type.Object({ version: Version }),
  failures: ["access.not_permitted", "planning.year_not_found", "planning.order_changed_meanwhile", "planning.not_a_day", "planning.day_to_come"],
});
