import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import { JOURNAL_KINDS } from "../../../regulation/rules/journal-kinds.ts";
import { TEACHER_DOCUMENTS } from "../../rules/teacher-documents.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();

export const Programme = Type.Object({
  version: Version,
  /** Name and number of the work programme, empty while there is none. */
  programme: Type.String(),
  paperCopy: Type.Boolean(),
});

const ListedPage = Type.Object({
  pageId: Id,
  year: Type.Integer(),
  groupName: Type.String(),
  subject: Type.String(),
  gradeLevel: Type.Integer(),
  teachers: Type.String(),
  own: Type.Boolean(),
  kind: Type.Enum([...JOURNAL_KINDS]),
  /** 0: no plan. */
  version: Version,
  lines: Type.Integer(),
  planHours: Type.Integer(),
  /** Hours a year by the curriculum; null where it has no such subject for the grade. */
  curriculumHours: Type.Union([Type.Integer(), Type.Null()]),
  /** Hours behind the plan today by the timetable; null where there is no plan. */
  lag: Type.Union([Type.Integer(), Type.Null()]),
  work: Programme,
});

export const plansRoute = defineRoute({
  operationId: "plans",
  summary: "The base of lesson plans: every page of the year with the state of its plan, and plans of earlier years to copy from",
  method: "GET",
  path: "/api/plans",
  act: "planning.plan.read",
  response: Type.Object({
    year: Type.Integer(),
    today: Day,
    planDue: Day,
    planOverdue: Type.Boolean(),
    programmeDue: Day,
    programmeOverdue: Type.Boolean(),
    /** Megabytes a file of a plan may have. */
    importLimit: Type.Integer(),
    pages: Type.Array(ListedPage),
    /** The documents this person keeps as a teacher, with the pages they are of and those that lack them. */
    documents: Type.Array(Type.Object({ document: Type.Enum([...TEACHER_DOCUMENTS]), pages: Type.Array(Id), missing: Type.Array(Id) })),
  }),
  failures: ["access.not_permitted", "planning.no_school_year"],
});

export const setProgrammeRoute = defineRoute({
  operationId: "setProgramme",
  summary: "Attaches the work programme to a page by its name and number, and says whether the paper copy is kept in school",
  method: "PUT",
  path: "/api/plans/:pageId/programme",
  act: "planning.plan.set",
  params: Type.Object({ pageId: Id }),
  body: Type.Object({ expectedVersion: Version, programme: Type.String({ maxLength: 300 }), paperCopy: Type.Boolean() }, { additionalProperties: false }),
  response: Programme,
  failures: ["access.not_permitted", "planning.page_not_found", "planning.programme_changed_meanwhile"],
});
