/** A calendar day as the school writes it, `2026-09-01`. Never an instant, so no time zone can move it. */
export type LocalDate = string & { readonly __day: unique symbol };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day when the text is a real day of the calendar, else null: `2026-02-30` is null. */
export function parseDay(text: string): LocalDate | null {
  if (!SHAPE.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : (text as LocalDate);
}

/** The day; throws a RangeError when the text is none. For literals and values already checked. */
export function day(text: string): LocalDate {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

const noon = (d: LocalDate) => new Date(`${d}T12:00:00Z`);

/** The day `n` days after (before, when negative). */
export function plusDays(d: LocalDate, n: number): LocalDate {
  const at = noon(d);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10) as LocalDate;
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((noon(b).getTime() - noon(a).getTime()) / 86_400_000);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(d: LocalDate): number {
  return noon(d).getUTCDay() || 7;
}

/** The Monday of the week of the day. */
export function mondayOf(d: LocalDate): LocalDate {
  return plusDays(d, 1 - weekdayOf(d));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(timezone: string, at: Date): Record<string, string> {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timezone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
}

/** Clocks change on a quarter of an hour, so within one the offset of a zone is the same. */
const QUARTER = 900_000;
const MOST_OFFSETS = 5_000;
const offsets = new Map<string, number>();

/** How far the wall clock of a zone is ahead of UTC at an instant, ms. Remembered, because every save asks for it several times. */
function offsetAt(timezone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${timezone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const p = partsIn(timezone, new Date(quarter * QUARTER));
  const wall = Date.UTC(+p["year"]!, +p["month"]! - 1, +p["day"]!, +p["hour"]!, +p["minute"]!, +p["second"]!);
  const offset = wall - quarter * QUARTER;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

const wallClock = (timezone: string, at: Date) => new Date(at.getTime() + offsetAt(timezone, at.getTime())).toISOString();

/** The school's day at an instant. */
export function dayIn(timezone: string, at: Date): LocalDate {
  return wallClock(timezone, at).slice(0, 10) as LocalDate;
}

/** The school's wall clock at an instant, `08:05`. */
export function timeIn(timezone: string, at: Date): string {
  return wallClock(timezone, at).slice(11, 16);
}

/**
 * The instant of a wall clock time (`HH:MM` or `HH:MM:SS`) on a day in a time zone.
 *
 * A time that the clock change skips is the instant as many minutes after the jump;
 * a time that comes twice is the first of the two.
 */
export function instantOf(d: LocalDate, time: string, timezone: string): Date {
  const [h = 0, m = 0, s = 0] = time.split(":").map(Number);
  const [y = 0, mo = 1, dd = 1] = d.split("-").map(Number);
  const wall = Date.UTC(y, mo - 1, dd, h, m, s);
  const before = wall - offsetAt(timezone, wall - 86_400_000);
  const after = wall - offsetAt(timezone, wall + 86_400_000);
  for (const candidate of [Math.min(before, after), Math.max(before, after)]) {
    if (candidate + offsetAt(timezone, candidate) === wall) return new Date(candidate);
  }
  return new Date(before);
}
