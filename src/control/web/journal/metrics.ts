import type { Static } from "typebox";
import { mondayOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Figures as FiguresSchema } from "../../contract/journal-control.ts";

export type Figures = Static<typeof FiguresSchema>;

/** The metrics of the page: a part of lessons and the lessons it is of. */
const METRICS = {
  inTime: (f: Figures) => [f.inTime, f.held],
  topics: (f: Figures) => [f.topics, f.held],
  homework: (f: Figures) => [f.homework, f.homeworkHeld],
  homeworkInTime: (f: Figures) => [f.homeworkInTime, f.homeworkHeld],
} as const satisfies Record<string, (f: Figures) => readonly [number, number]>;

export type MetricCode = keyof typeof METRICS;
export const METRIC_CODES = Object.keys(METRICS) as MetricCode[];

export type Share = { readonly part: number; readonly whole: number; /** null where there is nothing to have a share of. */ readonly share: number | null };

export function shareOf(code: MetricCode, figures: Figures): Share {
  const [part, whole] = METRICS[code](figures);
  return { part, whole, share: whole === 0 ? null : part / whole };
}

export type Span = "week" | "month";

/** The first and the last day of the week or month that a day lies in. */
export function daysOf(span: Span, day: LocalDate): { from: LocalDate; to: LocalDate } {
  if (span === "week") return { from: mondayOf(day), to: plusDays(mondayOf(day), 6) };
  const from = `${day.slice(0, 7)}-01` as LocalDate;
  const nextMonth = plusDays(from, 31);
  return { from, to: plusDays(`${nextMonth.slice(0, 7)}-01` as LocalDate, -1) };
}

/** A day of the week or month before or after. */
export function neighbour(span: Span, day: LocalDate, step: -1 | 1): LocalDate {
  const { from, to } = daysOf(span, day);
  return step === -1 ? plusDays(from, -1) : plusDays(to, 1);
}

/** How many weeks the trend shows. */
const WEEKS = 6;

/** The days of the trend that ends with the last of the days shown. */
export const trendDays = (to: LocalDate): { from: LocalDate; to: LocalDate } => ({ from: plusDays(mondayOf(to), -7 * (WEEKS - 1)), to });
