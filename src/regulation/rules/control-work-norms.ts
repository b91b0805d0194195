import Type from "typebox";

/** What a limit does when it is passed: says nothing, is shown and saved, is not saved. */
export const Severity = Type.Union([Type.Literal("off"), Type.Literal("warn"), Type.Literal("refuse")]);

const Whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
/** Codes of the school's work types. */
const Codes = Type.Array(Type.String({ minLength: 1, maxLength: 8 }), { uniqueItems: true, maxItems: 50 });
const limit = <P extends Record<string, Type.TSchema>>(parts: P) => Type.Object({ severity: Severity, ...parts }, { additionalProperties: false });

const AccumulationStep = Type.Object({ hours: Type.Number({ minimum: 0, maximum: 40 }), marks: Whole(0, 100) }, { additionalProperties: false });

/** How many marks a pupil gathers in a period. */
export const ACCUMULATION_NORMS = {
  "accumulation.min": {
    meaning: "how many marks a pupil gathers in a period at least, by the subject's hours a week: the step of the most hours that are reached counts",
    unit: "marks",
    shape: Type.Object({ steps: Type.Array(AccumulationStep, { minItems: 1, maxItems: 20 }) }, { additionalProperties: false }),
  },
  "accumulation.step": {
    meaning: "how many marks more for every hour a week above so many",
    unit: "marks",
    shape: Type.Object({ above: Whole(0, 40), marks: Whole(0, 20) }, { additionalProperties: false }),
  },
  "accumulation.written": { meaning: "codes of the works one of which must be among a pupil's marks of a period", unit: "work types", shape: Codes },
} as const;

/** The limits of the schedule of control works, a norm each. */
export const CONTROL_WORK_NORMS = {
  "controlworks.max": {
    meaning: "how many control works of these types a subject may have in a quarter; `subjects` by the subject's name in small letters",
    unit: "works",
    shape: limit({ types: Codes, default: Whole(0, 50), subjects: Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Whole(0, 50)) }),
  },
  "controlworks.hours_share": {
    meaning: "which part of a subject's lessons of the year assessment procedures may take",
    unit: "percent",
    shape: limit({ percent: Whole(1, 100) }),
  },
  "controlworks.per_day": { meaning: "how many assessment procedures a class may have on a day", unit: "works", shape: limit({ works: Whole(1, 10) }) },
  "controlworks.edge_lessons": {
    meaning: "no assessment procedure on a class's first or last lesson of the day, but for subjects of so few hours a week",
    unit: "hours",
    shape: limit({ exceptHours: Type.Number({ minimum: 0, maximum: 40 }) }),
  },
  "controlworks.interval": {
    meaning: "how far apart assessment procedures of one subject in one grade stand at least",
    unit: "days",
    shape: limit({ days: Whole(1, 200) }),
  },
  "controlworks.length": {
    meaning: "how many lessons a control work may take, and which types may take one only",
    unit: "lessons",
    shape: limit({ lessons: Whole(1, 10), minutes: Whole(1, 240), oneLesson: Codes }),
  },
  "controlworks.assessment": {
    meaning: "from how many minutes a work that the whole class writes at once is an assessment procedure",
    unit: "minutes",
    shape: Type.Object({ minutes: Whole(1, 240) }, { additionalProperties: false }),
  },
} as const;
