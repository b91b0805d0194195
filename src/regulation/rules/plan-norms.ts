import Type from "typebox";
import { parseDeadline } from "./deadline/notation.ts";

/** `08-31`: a day of the school year. */
const YearDay = Type.Refine(Type.String({ maxLength: 5 }), (text) => parseDeadline(text)?.kind === "date");
const Weeks = Type.Integer({ minimum: 1, maximum: 52 });

/** Norms of the curriculum, of lesson plans and of what hangs on them. */
export const PLAN_NORMS = {
  "plan.lesson_plan_due": { meaning: "the last day on which a page may stand without a lesson plan", unit: "day of the year", shape: YearDay },
  "plan.work_programmes_due": { meaning: "the last day on which a page may stand without its work programme", unit: "day of the year", shape: YearDay },
  "plan.class_events_due": {
    meaning: "from which day of a month its plan of events with the class is overdue",
    unit: "day of the month",
    shape: Type.Integer({ minimum: 1, maximum: 28 }),
  },
  "plan.import_limit": { meaning: "the largest file a lesson plan is read from", unit: "megabytes", shape: Type.Integer({ minimum: 1, maximum: 15 }) },
  "curriculum.approved_by": { meaning: "until when the director approves the curriculum of the year", unit: "day of the year", shape: YearDay },
  "curriculum.tariffication_by": { meaning: "until when the order on tariffication is given", unit: "day of the year", shape: YearDay },
  "curriculum.study_weeks": {
    meaning: "weeks of lessons in a year, in grade 1 and in the others: hours a week times weeks are hours a year",
    unit: "weeks",
    shape: Type.Object({ first: Weeks, other: Weeks }, { additionalProperties: false }),
  },
} as const;
