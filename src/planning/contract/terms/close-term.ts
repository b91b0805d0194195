import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { TERM_ACTS } from "../../rules/term-acts.ts";

const defineRoute = routesOf<keyof typeof TERM_ACTS>();

/** 1 to 6 the terms of the year, 20 the year itself. */
export const ClosedTerm = Type.Integer({ minimum: 1, maximum: 20 });
/** The calendar year in which the school year starts. */
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Grade = Type.Integer({ minimum: 1, maximum: 12 });

export const closeTermRoute = defineRoute({
  operationId: "closeTerm",
  summary: "Closes a term for a grade, a class or one page: the teachers' marks and absences of it stand",
  method: "POST",
  path: "/api/planning/years/:year/terms/:term/closing",
  act: "planning.term.close",
  params: Type.Object({ year: Year, term: ClosedTerm }),
  body: Type.Union([
    Type.Object({ gradeLevel: Grade }, { additionalProperties: false }),
    Type.Object({ classId: Id }, { additionalProperties: false }),
    Type.Object({ pageId: Id }, { additionalProperties: false }),
  ]),
  response: Type.Object({ closed: Type.Integer({ description: "pages that were open until now" }), pages: Type.Integer() }),
  failures: ["planning.pages_not_found", "planning.term_not_begun", "access.not_permitted"],
});

export const reopenTermRoute = defineRoute({
  operationId: "reopenTerm",
  summary: "Opens a closed term of a page again, for a reason and through a day",
  method: "PUT",
  path: "/api/planning/pages/:pageId/terms/:term/closing",
  act: "planning.term.reopen",
  params: Type.Object({ pageId: Id, term: ClosedTerm }),
  body: Type.Object({ through: Day, reason: Type.String({ maxLength: 500 }), expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ closedOn: Day, openThrough: Type.Union([Day, Type.Null()]), version: Version }),
  failures: [
    "planning.pages_not_found",
    "access.not_permitted",
    "planning.not_a_day",
    "planning.term_not_closed",
    "planning.reopen_without_reason",
    "planning.reopen_in_the_past",
    "planning.closing_changed_meanwhile",
  ],
});

export const orderAttestationRoute = defineRoute({
  operationId: "orderAttestation",
  summary: "Keeps the director's order: until which day marks of a term are put in a grade",
  method: "PUT",
  path: "/api/planning/years/:year/grades/:gradeLevel/terms/:term/order",
  act: "planning.attestation.order",
  params: Type.Object({ year: Year, gradeLevel: Grade, term: ClosedTerm }),
  body: Type.Object({ dueOn: Day, orderRef: Type.String({ maxLength: 200 }), expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ dueOn: Day, orderRef: Type.String(), version: Version }),
  failures: [
    "planning.term_not_found",
    "access.not_permitted",
    "planning.not_a_day",
    "planning.order_without_number",
    "planning.attestation_order_changed_meanwhile",
  ],
});

export const attachAssessmentRoute = defineRoute({
  operationId: "attachAssessment",
  summary: "Attaches the school's assessment regulation, on which marks of terms and years are put, from a day on",
  method: "PUT",
  path: "/api/planning/assessment",
  act: "planning.assessment.attach",
  body: Type.Object(
    {
      title: Type.String({ maxLength: 200 }),
      address: Type.String({ pattern: "^https?://\\S+$", maxLength: 500, description: "where the document is read" }),
      from: Day,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ title: Type.String(), address: Type.String() }),
  failures: ["access.not_permitted", "planning.not_a_day", "planning.assessment_without_title"],
});
