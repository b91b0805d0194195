import Type from "typebox";
import { parsePeriodDeadline } from "./period-deadline.ts";

const tokens = (minItems: number) => Type.Array(Type.String({ minLength: 1, maxLength: 8 }), { minItems, maxItems: 30, uniqueItems: true });
/** `period_end`, `period_end + 2d`, `by_order`: what rules/period-deadline.ts reads */
const PeriodDeadline = Type.Refine(Type.String({ maxLength: 40 }), (text) => parsePeriodDeadline(text) !== null);
const Grades = Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { uniqueItems: true });

/** Norms of the marks of terms and years. */
export const PERIOD_NORMS = {
  "marks.scale_conduct": {
    meaning: "tokens of the conduct mark of a term, best first; none at all: the school puts no conduct marks",
    unit: "tokens",
    shape: tokens(0),
  },
  "marks.unsatisfactory": { meaning: "marks of the year that are an academic debt", unit: "tokens", shape: tokens(1) },
  "marks.levels": {
    meaning: "which marks of a term count as excellent, good, satisfactory, unsatisfactory, not attested; a mark of no level leaves the denominator",
    unit: "tokens by level",
    shape: Type.Object(
      { excellent: tokens(1), good: tokens(0), satisfactory: tokens(0), unsatisfactory: tokens(0), notAttested: tokens(0) },
      { additionalProperties: false },
    ),
  },
  "period_attestation.due": {
    meaning: "from which day and until which day marks of a term are put: period_end, period_end + 2d, or by_order of the director",
    unit: "deadline of a term",
    shape: Type.Object({ from: Type.Union([PeriodDeadline, Type.Null()]), due: PeriodDeadline }, { additionalProperties: false }),
  },
  "period_attestation.columns": {
    meaning: "grades that have a mark of the year, of an examination, a final one",
    unit: "grades",
    shape: Type.Object({ year: Grades, exam: Grades, final: Grades }, { additionalProperties: false }),
  },
  "period_attestation.round_up_from": {
    meaning: "the fraction of an average from which the mark offered is the higher one",
    unit: "fraction of a mark",
    shape: Type.Number({ minimum: 0.01, maximum: 1 }),
  },
  "period_attestation.regulation": {
    meaning: "the assessment regulation that period marks are put by: its title and where it is read",
    unit: "document",
    shape: Type.Object(
      { title: Type.String({ minLength: 1, maxLength: 200 }), address: Type.String({ pattern: "^https?://\\S+$", maxLength: 500 }) },
      { additionalProperties: false },
    ),
  },
} as const;
