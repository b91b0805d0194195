import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import { deadlineOf } from "./deadline-of-norm.ts";
import { KINDS_ABOUT, kindOf } from "./duty-kinds.ts";

/** Days that so many working days take at the most, holidays and days off among them. */
const calendarDays = (working: number): number => (working === 0 ? 0 : working * 3 + 31);

/**
 * For how many days after a lesson the bells of its day may decide whether its term is over: later the term is over whichever lesson was the last.
 *
 * Null where no norm of lessons hangs on the last bell of a class.
 */
function bellReach(norms: NormTimeline): number | null {
  let reach: number | null = null;
  for (const code of KINDS_ABOUT.get("lesson") ?? []) {
    const { norm } = kindOf(code);
    norms.some(norm, (value) => {
      const deadline = deadlineOf(norm, value, false);
      if (deadline?.kind !== "anchor" || deadline.anchor !== "class_day_end") return false;
      const { days, workingDays, minutes } = deadline.offset;
      reach = Math.max(reach ?? 0, days + calendarDays(workingDays) + Math.ceil(minutes / 1440) + 1);
      return false;
    });
  }
  return reach;
}

/**
 * From which day on the last bells of classes are looked up: a person's own terms, of lessons from `from` on, are told to the minute; of the whole
 * school (null) only the bells that may still decide whether a term is over. After today where no term hangs on a bell.
 */
export function firstDayOfBells(norms: NormTimeline, today: LocalDate, from: LocalDate | null): LocalDate {
  const reach = bellReach(norms);
  if (reach === null) return plusDays(today, 1);
  return from ?? plusDays(today, -reach - 1);
}
