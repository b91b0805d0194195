import { dayIn, timeIn } from "../../../foundation/day.ts";
import { journalWords as words } from "../words.ru.ts";

/** The time, and the day when it is not today's. */
export function momentOf(ms: number, timezone: string): string {
  const [then, now] = [new Date(ms), new Date()];
  const day = dayIn(timezone, then);
  return day === dayIn(timezone, now) ? timeIn(timezone, then) : `${timeIn(timezone, then)}, ${words.day(day)}`;
}
