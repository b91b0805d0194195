const MONTHS = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
const MONTHS_OF = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
const MONTHS_OF_SHORT = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
const WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const WEEKDAYS_ON = ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"];
const WEEKDAYS_SHORT = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;
const dateOf = (day: string): number => Number(day.slice(8, 10));

/** A day as people say it: «14 сентября». */
export function dayRu(day: string): string {
  return `${dateOf(day)} ${MONTHS_OF[monthOf(day)]}`;
}

/** A day with its year: «14 сентября 2026 года». */
export function dayYearRu(day: string): string {
  return `${dayRu(day)} ${day.slice(0, 4)} года`;
}

/** A day where room is short: «14 сен». */
export function dayShortRu(day: string): string {
  return `${dateOf(day)} ${MONTHS_OF_SHORT[monthOf(day)]}`;
}

/** A day of a table: «14.09». */
export function dayDotsRu(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}`;
}

/** A day of a table with its year: «14.09.2026». */
export function dayDotsYearRu(day: string): string {
  return `${dayDotsRu(day)}.${day.slice(0, 4)}`;
}

/** Days from the first to the last: «7–13 сентября», «28 сентября – 4 октября»; one day is said once. */
export function daysRu(from: string, to: string): string {
  if (from === to) return dayRu(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${dateOf(from)}–${dayRu(to)}` : `${dayRu(from)} – ${dayRu(to)}`;
}

/** The month of a day or of a month, `2026-09-14` or `2026-09`: «сентябрь». */
export function monthRu(day: string): string {
  return MONTHS[monthOf(day)] ?? "";
}

/** The same with its year: «сентябрь 2026». */
export function monthYearRu(day: string): string {
  return `${monthRu(day)} ${day.slice(0, 4)}`;
}

/** From one time of the clock to another: «08:00–08:45». */
export function timesRu(starts: string, ends: string): string {
  return `${starts}–${ends}`;
}

/** A school year by the calendar year it begins in: «2026/27». */
export function yearsRu(year: number): string {
  return `${year}/${String(year + 1).slice(2)}`;
}

/** A weekday, 1 Monday to 7 Sunday: «понедельник». */
export function weekdayRu(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? "";
}

/** On a weekday: «во вторник». */
export function onWeekdayRu(weekday: number): string {
  return WEEKDAYS_ON[weekday - 1] ?? "";
}

/** A weekday in two letters: «пн». */
export function weekdayShortRu(weekday: number): string {
  return WEEKDAYS_SHORT[weekday - 1] ?? "";
}

/** The same words at the beginning of a line: «Сентябрь 2026». */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
