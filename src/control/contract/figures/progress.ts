import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { FIGURES_ACTS } from "../../rules/figures/acts.ts";

const defineRoute = routesOf<keyof typeof FIGURES_ACTS>();
const Count = Type.Integer({ minimum: 0 });
const Tokens = Type.Array(Type.String());
const Levels = Type.Object({ excellent: Tokens, good: Tokens, satisfactory: Tokens, unsatisfactory: Tokens, notAttested: Tokens });

/** Marks of a row in a term; `without`: pupils of the group on the term's last day who have no mark of it. */
const TermMarks = Type.Object({
  /** 1 to 6 the terms, 20 the year. */
  term: Type.Integer(),
  marks: Type.Array(Type.Object({ mark: Type.String(), count: Count })),
  without: Count,
});

export const progressRoute = defineRoute({
  operationId: "progress",
  summary: "Marks of terms counted by class, subject, teacher, grade, department, or by pupil of a class: the indicators are made of these counts",
  method: "GET",
  path: "/api/control/progress",
  act: "control.progress.read",
  query: Type.Object({
    by: Type.Enum(["school", "class", "subject", "teacher", "grade", "department", "pupil"]),
    classId: Type.Optional(Id),
    subjectId: Type.Optional(Id),
  }),
  response: Type.Object({
    year: Type.Integer(),
    levels: Levels,
    terms: Type.Array(Type.Object({ term: Type.Integer(), kind: Type.String() })),
    rows: Type.Array(Type.Object({ id: Count, name: Type.String(), terms: Type.Array(TermMarks) })),
    classes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    subjects: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  }),
  failures: ["access.not_permitted", "timetable.no_year", "regulation.norm_not_in_force", "control.class_of_pupils_missing"],
});

export const reportTermsRoute = defineRoute({
  operationId: "reportTerms",
  summary: "Terms of the school year that most classes have: the days of reports are chosen by them",
  method: "GET",
  path: "/api/control/terms",
  act: "control.terms.read",
  response: Type.Object({ terms: Type.Array(Type.Object({ term: Type.Integer(), kind: Type.String(), startsOn: Day, endsOn: Day })) }),
  failures: ["access.not_permitted"],
});

/** Current marks of a month: sums, so that an average can be counted anew by hand. */
const Month = Type.Object({ month: Day, count: Count, sum: Type.Number(), weighted: Type.Number(), weight: Type.Number() });

export const trendRoute = defineRoute({
  operationId: "trend",
  summary: "Averages of current marks by month for a class and its pupils, or a subject, a teacher, a pupil with their pages",
  method: "GET",
  path: "/api/control/trend",
  act: "control.trend.read",
  query: Type.Object({ by: Type.Enum(["class", "subject", "teacher", "pupil"]), id: Id }),
  response: Type.Object({
    name: Type.String(),
    months: Type.Array(Month),
    /** Pupils of a class; pages of a subject, a teacher, a pupil. */
    rows: Type.Array(Type.Object({ id: Id, name: Type.String(), pageId: Type.Union([Id, Type.Null()]), months: Type.Array(Month) })),
  }),
  failures: ["access.not_permitted", "timetable.no_year", "control.row_not_found"],
});
