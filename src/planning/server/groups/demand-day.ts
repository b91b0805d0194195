import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";

/** The day of a request; one that no calendar has is refused. */
export function demandDay(text: string): LocalDate {
  const day = parseDay(text);
  if (day === null) throw new Failure("invalid", "planning.not_a_day", { text });
  return day;
}
