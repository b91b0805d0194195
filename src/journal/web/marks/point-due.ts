import type { LocalDate } from "../../../foundation/day.ts";
import { dueDayOf } from "../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";

/** The last day a work noted by a point is awaited, by the norm of the school; null where it says nothing. */
export function pointDueOn(norm: string | null, lessonDay: string): LocalDate | null {
  const deadline = norm === null ? null : parseDeadline(norm);
  const day = lessonDay as LocalDate;
  return deadline && dueDayOf(deadline, { day });
}
