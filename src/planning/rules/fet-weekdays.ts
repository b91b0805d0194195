import { WEEKDAY_BEGINNINGS } from "./fet-weekdays.ru.ts";

/**
 * The weekday (1 Monday to 7 Sunday) of each day of a FET file, in its order: by their names when every name is a day of
 * the week, else by their places. A day past the seventh has none: a file of half days or of two weeks.
 */
export function weekdaysOf(days: readonly { name: string }[]): (number | null)[] {
  const named = days.map(({ name }) => {
    const key = name.trim().toLowerCase();
    return WEEKDAY_BEGINNINGS.findIndex((beginnings) => beginnings.some((beginning) => key.startsWith(beginning))) + 1;
  });
  const clear = named.every((weekday) => weekday > 0) && new Set(named).size === named.length;
  return days.map((_, i) => (clear ? named[i]! : i < 7 ? i + 1 : null));
}
