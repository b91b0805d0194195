import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();
const Text = Type.Union([Type.String(), Type.Null()]);
/** A teacher's hours a week on one page. */
const Hours = Type.Number({ minimum: 0.25, maximum: 40, multipleOf: 0.25 });

const Difference = Type.Object({
  classId: Id,
  className: Type.String(),
  gradeLevel: Type.Integer(),
  subject: Type.String(),
  part: Text,
  curriculum: Type.Number(),
  load: Type.Number(),
  difference: Type.Number(),
  /** Since when the load of today stands; null where there is none. */
  since: Type.Union([Day, Type.Null()]),
  kind: Type.Union([Type.Literal("short"), Type.Literal("over"), Type.Literal("none"), Type.Literal("outside")]),
});

export const loadRoute = defineRoute({
  operationId: "load",
  summary: "The teaching load of the year as it stands today, and where it is not the curriculum",
  method: "GET",
  path: "/api/load",
  act: "planning.curriculum.read",
  response: Type.Object({
    year: Type.Integer(),
    today: Day,
    /** The last day the curriculum and its load are to be approved on. */
    due: Day,
    /** The day has gone by and something differs. */
    overdue: Type.Boolean(),
    mayWrite: Type.Boolean(),
    lines: Type.Array(
      Type.Object({
        pageId: Id,
        teacherId: Id,
        teacher: Type.String(),
        groupName: Type.String(),
        subject: Type.String(),
        gradeLevel: Type.Integer(),
        weeklyHours: Type.Number(),
        from: Day,
        to: Type.Union([Day, Type.Null()]),
      }),
    ),
    differences: Type.Array(Difference),
    sums: Type.Array(Type.Object({ classId: Id, name: Type.String(), gradeLevel: Type.Integer(), curriculum: Type.Number(), load: Type.Number() })),
    groups: Type.Array(Type.Object({ groupId: Id, name: Type.String(), gradeLevel: Type.Integer() })),
    teachers: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
    subjects: Type.Array(Type.String()),
  }),
  failures: ["access.not_permitted", "planning.no_school_year"],
});

export const addLoadRoute = defineRoute({
  operationId: "addLoad",
  summary: "Adds a line of load from today: the page of the journal opens for the teacher",
  method: "POST",
  path: "/api/load",
  act: "planning.load.set",
  body: Type.Object(
    { groupId: Id, subject: Type.String({ minLength: 1, maxLength: 120 }), teacherId: Id, weeklyHours: Hours },
    { additionalProperties: false },
  ),
  response: Type.Object({ pageId: Id }),
  failures: ["access.not_permitted", "planning.no_school_year", "planning.group_not_found", "planning.teacher_not_found", "planning.load_stands"],
});

const params = Type.Object({ pageId: Id, teacherId: Id });
/** The hours seen: another number that stands refuses the change. */
const seen = { expectedHours: Hours };

export const changeLoadRoute = defineRoute({
  operationId: "changeLoad",
  summary: "Changes a teacher's hours a week on a page from today; the hours before stay true of the days before",
  method: "PUT",
  path: "/api/load/:pageId/:teacherId",
  act: "planning.load.set",
  params,
  body: Type.Object({ ...seen, weeklyHours: Hours }, { additionalProperties: false }),
  response: Type.Object({ weeklyHours: Hours }),
  failures: ["access.not_permitted", "planning.load_not_found", "planning.load_changed_meanwhile"],
});

export const endLoadRoute = defineRoute({
  operationId: "endLoad",
  summary: "Ends a teacher's load on a page yesterday: from today the page is only read",
  method: "POST",
  path: "/api/load/:pageId/:teacherId/end",
  act: "planning.load.set",
  params,
  body: Type.Object(seen, { additionalProperties: false }),
  response: Type.Object({ pageId: Id }),
  failures: ["access.not_permitted", "planning.load_not_found", "planning.load_changed_meanwhile"],
});

export const fulfilmentRoute = defineRoute({
  operationId: "fulfilment",
  summary: "Fulfilment of the programme of every page in a term or the year: hours planned, held, lost and to come",
  method: "GET",
  path: "/api/fulfilment",
  act: "planning.curriculum.read",
  query: Type.Object({ term: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })) }),
  response: Type.Object({
    year: Type.Integer(),
    terms: Type.Array(Type.Integer()),
    pages: Type.Array(
      Type.Object({
        pageId: Id,
        groupName: Type.String(),
        subject: Type.String(),
        gradeLevel: Type.Integer(),
        teachers: Type.String(),
        /** Hours of the year by the curriculum; null where it has none, and for a term. */
        curriculum: Type.Union([Type.Integer(), Type.Null()]),
        planned: Type.Integer(),
        held: Type.Integer(),
        lost: Type.Integer(),
        ahead: Type.Integer(),
      }),
    ),
  }),
  failures: ["access.not_permitted", "planning.no_school_year"],
});
