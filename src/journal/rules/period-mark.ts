import { YEAR_TERM } from "../../planning/rules/closed-term.ts";
import type { Refusal } from "../../foundation/failure.ts";
import { averagesOf, numberOfMark, offeredMark } from "./averages.ts";
import type { Averages } from "./averages.ts";

/** Numbers of the columns beside the terms 1 to 6: the year's mark, the examination's, the final one; and conduct, the term's number on top. */
export const YEAR = YEAR_TERM;
export const EXAM = 21;
export const FINAL = 22;
export const CONDUCT = 30;

/** `period_attestation.columns`: the grades that have these marks (002 П2 §2.12, 004 §4.14.9). */
export type PeriodColumns = { readonly year: readonly number[]; readonly exam: readonly number[]; readonly final: readonly number[] };

export const isConduct = (period: number): boolean => period > CONDUCT;

/** The term whose lessons and closing a period hangs on; the year for all that comes after its terms. */
export function termOf(period: number): number {
  const term = isConduct(period) ? period - CONDUCT : period;
  return term >= YEAR ? YEAR : term;
}

/** Periods of a grade beside its terms, in the order of their columns. */
export function periodsOfYear(columns: PeriodColumns, gradeLevel: number): { period: number; kind: "year" | "exam" | "final" }[] {
  const all = [
    { period: YEAR, kind: "year" },
    { period: EXAM, kind: "exam" },
    { period: FINAL, kind: "final" },
  ] as const;
  return all.filter(({ kind }) => columns[kind].includes(gradeLevel));
}

export type PeriodUse = { readonly period: number; readonly gradeLevel: number; readonly columns: PeriodColumns; readonly conduct: readonly string[] };

/** Why the grade has no such mark, or null. */
export function refusalOfPeriod({ period, gradeLevel, columns, conduct }: PeriodUse): Refusal<"journal.period_not_used"> | null {
  const used = isConduct(period) ? conduct.length > 0 : period < YEAR || periodsOfYear(columns, gradeLevel).some((one) => one.period === period);
  return used ? null : { code: "journal.period_not_used", facts: { period, gradeLevel } };
}

/**
 * The mark to offer, never to impose (004 §4.14.5): a term's from the weighted average of its marks, the year's from the marks of its terms,
 * the final one from the year's and the examination's. Null where there is nothing to offer from.
 *
 * `roundUpFrom` is the fraction from which the higher mark is offered.
 */
export function offeredFor(
  period: number,
  from: { term: Pick<Averages, "weighted">; put: ReadonlyMap<number, string> },
  scale: readonly string[],
  roundUpFrom: number,
): string | null {
  if (isConduct(period) || period === EXAM) return null;
  if (period < YEAR) return offeredMark(from.term, scale, roundUpFrom);
  const sources = [...from.put].filter(([of]) => (period === YEAR ? of < YEAR : of === YEAR || of === EXAM)).map(([, token]) => token);
  // a final mark stands on both of its parts
  if (period === FINAL && sources.filter((token) => numberOfMark(token) !== null).length < 2) return null;
  return offeredMark(averagesOf(sources.map((token) => ({ token, weight: 1 }))), scale, roundUpFrom);
}
