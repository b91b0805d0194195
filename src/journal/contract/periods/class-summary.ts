import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { Term } from "../journal-page.ts";

const defineRoute = routesOf<keyof typeof PERIOD_ACTS>();
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Token = Type.String();

/** The form of the state final attestation: for grade 9, for grade 11, and the one for pupils with limited health. */
export const ExamForm = Type.Union([Type.Literal("oge"), Type.Literal("ege"), Type.Literal("gve")]);

export const StateExam = Type.Object({
  pageId: Id,
  pupilId: Id,
  form: ExamForm,
  heldOn: Day,
  score: orNull(Type.Integer()),
  mark: orNull(Token),
  version: Version,
});

/** An academic debt with its two attempts; closed when the year's mark was mended. */
export const Debt = Type.Object({
  pageId: Id,
  pupilId: Id,
  /** The year's mark that made it. */
  mark: Token,
  openedOn: Day,
  closedOn: orNull(Day),
  first: Type.Object({ on: orNull(Day), mark: orNull(Token) }),
  second: Type.Object({ on: orNull(Day), mark: orNull(Token) }),
  version: Version,
});

export const ClassSummary = Type.Object({
  class: Type.Object({ classId: Id, name: Type.String(), gradeLevel: Type.Integer() }),
  year: Type.Integer(),
  today: Day,
  terms: Type.Array(Type.Omit(Term, ["closedOn", "openThrough"])),
  /** The year's mark 20, the examination's 21, the final one 22, conduct 30 and the term's number. */
  periods: Type.Array(Type.Object({ term: Type.Integer(), kind: Type.String() })),
  pages: Type.Array(Type.Object({ pageId: Id, subject: Type.String(), groupName: Type.String() })),
  pupils: Type.Array(Type.Object({ pupilId: Id, name: Type.String() })),
  marks: Type.Array(
    Type.Object({ pageId: Id, pupilId: Id, term: Type.Integer(), mark: Token, offered: orNull(Token), late: Type.Boolean(), short: Type.Boolean() }),
  ),
  exams: Type.Array(StateExam),
  debts: Type.Array(Debt),
  assessment: orNull(Type.Object({ title: Type.String(), address: Type.String() })),
});

export const classSummaryRoute = defineRoute({
  operationId: "classSummary",
  summary: "Results of a class by subject: terms, year, examination, final mark, state attestation, debts",
  method: "GET",
  path: "/api/journal/classes/:classId/summary",
  act: "journal.summary.read",
  params: Type.Object({ classId: Id }),
  response: ClassSummary,
  failures: ["journal.class_not_found", "access.not_permitted"],
});

export const setStateExamRoute = defineRoute({
  operationId: "setStateExam",
  summary: "Records the result of the state final attestation of a pupil of grade 9 or 11 in a subject",
  method: "PUT",
  path: "/api/journal/pages/:pageId/pupils/:pupilId/state-exam",
  act: "journal.exam.set",
  params: Type.Object({ pageId: Id, pupilId: Id }),
  body: Type.Object(
    {
      form: ExamForm,
      heldOn: Day,
      score: orNull(Type.Integer({ minimum: 0, maximum: 100 })),
      mark: orNull(Type.String({ minLength: 1, maxLength: 8 })),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: StateExam,
  failures: [
    "journal.page_not_found",
    "access.not_permitted",
    "journal.not_a_day",
    "journal.exam_not_of_grade",
    "journal.exam_without_result",
    "journal.mark_not_in_scale",
    "people.pupil_not_in_group",
    "journal.result_changed_meanwhile",
  ],
});

export const setDebtRoute = defineRoute({
  operationId: "setDebt",
  summary: "Sets the days and results of the two attempts to make an academic debt good",
  method: "PUT",
  path: "/api/journal/pages/:pageId/pupils/:pupilId/debt",
  act: "journal.debt.set",
  params: Type.Object({ pageId: Id, pupilId: Id }),
  body: Type.Object(
    {
      first: Type.Object({ on: orNull(Day), mark: orNull(Type.String({ minLength: 1, maxLength: 8 })) }, { additionalProperties: false }),
      second: Type.Object({ on: orNull(Day), mark: orNull(Type.String({ minLength: 1, maxLength: 8 })) }, { additionalProperties: false }),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: Debt,
  failures: [
    "journal.debt_not_found",
    "access.not_permitted",
    "journal.not_a_day",
    "journal.attempt_without_day",
    "journal.attempts_out_of_order",
    "journal.mark_not_in_scale",
    "journal.result_changed_meanwhile",
  ],
});
