import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";

/** Days around a lesson on which its substitute may write: `{"before":"1d","after":"1d"}` (002 П2 §2.15). */
export type SubstitutionWindow = { before: string; after: string };

const daysOf = (text: string) => {
  const m = /^(\d+)d$/.exec(text);
  if (!m) throw new RangeError(`not a number of days: ${text}`);
  return Number(m[1]);
};

/** The first and the last day, both inclusive, on which the substitute of a lesson may write. */
export function substitutionDays(window: SubstitutionWindow, lessonDay: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: plusDays(lessonDay, -daysOf(window.before)), to: plusDays(lessonDay, daysOf(window.after)) };
}
