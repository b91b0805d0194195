import type { LocalDate } from "../../../foundation/day.ts";
import type { NormValue } from "../../../regulation/rules/norms.ts";

/** A planned work as the limits see it. */
export type PlannedWork = {
  pageId: number;
  groupId: number;
  /** Classes whose pupils write it: one, or those of a stream. */
  classIds: readonly number[];
  gradeLevel: number;
  subject: string;
  day: LocalDate;
  term: number;
  /** Code of the work type. */
  code: string;
  minutes: number;
  /** How many lessons it takes. */
  lessons: number;
  /** The whole group writes it at once. */
  wholeClass: boolean;
};

/** The limits in force, by the names of the register. */
export type ControlWorkLimits = {
  max: NormValue<"controlworks.max">;
  hoursShare: NormValue<"controlworks.hours_share">;
  perDay: NormValue<"controlworks.per_day">;
  edgeLessons: NormValue<"controlworks.edge_lessons">;
  interval: NormValue<"controlworks.interval">;
  length: NormValue<"controlworks.length">;
  assessment: NormValue<"controlworks.assessment">;
};

/**
 * Whether a work counts as an assessment procedure: the whole class writes it at once, and it takes at least the minutes of the norm.
 * Only such works are held to the limits of hours, days, lessons and intervals.
 */
export const isAssessment = (w: Pick<PlannedWork, "wholeClass" | "minutes">, norm: ControlWorkLimits["assessment"]): boolean =>
  w.wholeClass && w.minutes >= norm.minutes;
