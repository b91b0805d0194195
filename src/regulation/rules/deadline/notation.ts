/** Whole days that a deadline may hang on; each ends with the last instant of the school's day. */
const DAY_ANCHORS = [
  "lesson_date",
  "lesson_date.end",
  "work_date",
  "school_day.end",
  "period_start",
  "period_end",
  "year_start",
  "year_end",
  "month_end",
  "week_end",
  "gia_end_and_results",
  "order_date",
] as const;
/** Instants that a deadline may hang on. */
const CLOCK_ANCHORS = ["class_day_end", "next_lesson"] as const;

export type DayAnchor = (typeof DAY_ANCHORS)[number];
export type ClockAnchor = (typeof CLOCK_ANCHORS)[number];

/** How far from its anchor; every part bears the sign of the whole. Working days are counted by the school's calendar. */
export type Offset = { days: number; workingDays: number; minutes: number };

/** A deadline of the regulations taken apart. */
export type Deadline =
  | { kind: "anchor"; anchor: DayAnchor | ClockAnchor; offset: Offset }
  /** `3wd`, `30d`, `24h`: from the fact itself (an arrival, a registration, a notice). */
  | { kind: "fact"; offset: Offset }
  /** `09-05`: a date of the school year. */
  | { kind: "date"; month: number; day: number }
  /** `month+1:08`: a day of the month of the fact, or of one after it. */
  | { kind: "month"; months: number; day: number };

const ANCHORED = new RegExp(`^(${[...DAY_ANCHORS, ...CLOCK_ANCHORS].map((a) => a.replace(".", "\\.")).join("|")})(?:\\s*([+-])\\s*(\\S+))?$`);
const OFFSET = /^(?:(\d{1,4})wd)?(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?$/;
const DATE = /^(\d{2})-(\d{2})$/;
const MONTH = /^month(?:\+(\d{1,2}))?:(\d{2})$/;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads the notation of presets.md; null when the text is none of it.
 *
 * `lesson_date.end`, `class_day_end + 1h30m`, `work_date + 7d`, `next_lesson`, `period_end - 14d`, `year_start - 3d`, `3wd`, `09-05`, `month+1:08`.
 */
export function parseDeadline(text: string): Deadline | null {
  const words = text.trim();
  const anchored = ANCHORED.exec(words);
  if (anchored) {
    const offset = anchored[2] === undefined ? { days: 0, workingDays: 0, minutes: 0 } : parseOffset(anchored[3]!, anchored[2] === "-" ? -1 : 1);
    return offset && { kind: "anchor", anchor: anchored[1] as DayAnchor | ClockAnchor, offset };
  }
  const date = DATE.exec(words);
  if (date) {
    const [month, day] = [Number(date[1]), Number(date[2])];
    return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0) ? { kind: "date", month, day } : null;
  }
  const month = MONTH.exec(words);
  if (month) {
    const day = Number(month[2]);
    return day >= 1 && day <= 31 ? { kind: "month", months: Number(month[1] ?? 0), day } : null;
  }
  const offset = parseOffset(words, 1);
  return offset && { kind: "fact", offset };
}

function parseOffset(text: string, sign: 1 | -1): Offset | null {
  const m = OFFSET.exec(text);
  if (!m || text === "") return null;
  const part = (i: number) => Number(m[i] ?? 0) * sign || 0;
  return { workingDays: part(1), days: part(2), minutes: part(3) * 60 + part(4) };
}

/** Writes a deadline as `parseDeadline` reads it. */
export function printDeadline(deadline: Deadline): string {
  const two = (n: number) => String(n).padStart(2, "0");
  if (deadline.kind === "date") return `${two(deadline.month)}-${two(deadline.day)}`;
  if (deadline.kind === "month") return `month${deadline.months === 0 ? "" : `+${deadline.months}`}:${two(deadline.day)}`;
  const { days, workingDays, minutes } = deadline.offset;
  const parts: [number, string][] = [
    [workingDays, "wd"],
    [days, "d"],
    [Math.trunc(minutes / 60), "h"],
    [minutes % 60, "m"],
  ];
  const offset = parts.map(([n, unit]) => (n === 0 ? "" : `${Math.abs(n)}${unit}`)).join("");
  if (deadline.kind === "fact") return offset === "" ? "0d" : offset;
  return offset === "" ? deadline.anchor : `${deadline.anchor} ${days + workingDays + minutes < 0 ? "-" : "+"} ${offset}`;
}
