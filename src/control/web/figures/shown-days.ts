import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { daysOf as weekOrMonth } from "../journal/metrics.ts";

export type Span = "week" | "month" | "term" | "year";
export type View = "filling" | "progress" | "activity" | "access" | "departments";
export type By = "teacher" | "class" | "subject" | "grade" | "department" | "page";
export const VIEWS: readonly View[] = ["filling", "progress", "activity", "access", "departments"];
export const SPANS: readonly Span[] = ["week", "month", "term", "year"];
export const BYS: readonly By[] = ["teacher", "class", "subject", "grade", "department", "page"];
export type ShownReports = { readonly view?: View; readonly day?: string; readonly span?: Span; readonly by?: By };

type Days = { readonly from: LocalDate; readonly to: LocalDate };
/** A term or year of the school with its days. */
export type Period = { readonly startsOn: string; readonly endsOn: string };

/** The days that a span about a day is of; between terms the last one that began. */
export function daysShown(span: Span, day: LocalDate, terms: readonly Period[]): Days {
  if (span === "week" || span === "month") return weekOrMonth(span, day);
  const begun = terms.filter(({ startsOn }) => startsOn <= day).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const last = begun.at(-1);
  if (!last) return weekOrMonth("month", day);
  if (span === "term") return { from: last.startsOn as LocalDate, to: last.endsOn as LocalDate };
  return { from: begun[0]!.startsOn as LocalDate, to: last.endsOn as LocalDate };
}

/** A day of the span before or after. */
export const dayBeside = ({ from, to }: Days, step: -1 | 1): LocalDate => (step === -1 ? plusDays(from, -1) : plusDays(to, 1));
