import Type from "typebox";
import { Day } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

/** The norms that a record of a lesson may be late by. */
export const LATE_NORMS = ["lesson.entry", "homework.entry", "attendance.entry_due", "marks.oral_due", "marks.written_due", "marks.control_due"] as const;
export type LateNorm = (typeof LATE_NORMS)[number];

export const lateTermsRoute = defineRoute({
  operationId: "lateTerms",
  summary: "By which act and clause records of lessons of a day are late: the edition in force on that day",
  method: "GET",
  path: "/api/journal/late-terms",
  act: "journal.page.list",
  query: Type.Object({ day: Day }, { additionalProperties: false }),
  response: Type.Object({
    terms: Type.Array(Type.Object({ norm: Type.Enum([...LATE_NORMS]), term: Type.String(), act: Type.String(), clause: Type.String() })),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});
