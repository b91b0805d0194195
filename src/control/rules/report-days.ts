import { daysBetween, parseDay } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";

/** A school year with what lies beside it; more days answer no question of a deputy and cost the database the work of years. */
const MOST_DAYS = 400;

type DaysRefusal = Refusal<"timetable.not_a_day" | "control.days_upside_down" | "control.too_many_days">;

/** The days of a report, both included, or why it cannot be made for them. */
export function readDays(asked: { from: string; to: string }): { from: LocalDate; to: LocalDate } | { refusal: DaysRefusal } {
  const [from, to] = [parseDay(asked.from), parseDay(asked.to)];
  if (from === null || to === null) return { refusal: { code: "timetable.not_a_day", facts: { text: from === null ? asked.from : asked.to } } };
  const days = daysBetween(from, to);
  if (days < 0) return { refusal: { code: "control.days_upside_down", facts: { from, to } } };
  return days > MOST_DAYS ? { refusal: { code: "control.too_many_days", facts: { most: MOST_DAYS } } } : { from, to };
}
