import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

export const AccumulationLine = Type.Object({
  pageId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  teachers: Type.String(),
  term: Type.Integer(),
  kind: Type.String(),
  weeklyHours: Type.Number(),
  /** The least of the whole period, and of its part that was held. */
  least: Type.Integer(),
  due: Type.Integer(),
  pupils: Type.Integer(),
  short: Type.Array(Type.Object({ pupilId: Id, name: Type.String(), marks: Type.Integer(), lacks: Type.Integer() })),
  noWritten: Type.Array(Type.Object({ pupilId: Id, name: Type.String() })),
});

export const accumulationRoute = defineRoute({
  operationId: "accumulation",
  summary: "How marks are gathered by class and subject, at the end of a month or over the year: who is short, who has no written work",
  method: "GET",
  path: "/api/journal/accumulation",
  act: "journal.accumulation.read",
  query: Type.Object({
    month: Type.Optional(Type.String({ maxLength: 40, description: "2026-11; the month of today unless told" })),
    span: Type.Optional(Type.Union([Type.Literal("month"), Type.Literal("year")])),
  }),
  response: Type.Object({ today: Day, until: Day, month: Type.String(), lines: Type.Array(AccumulationLine) }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});
