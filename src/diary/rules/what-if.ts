import { numberOfMark, sumsOf, type AverageNorms, type WeightedMark } from "./average.ts";

/** The highest mark of the scale that these marks are of: 5, 10, 12 or 100. */
export function topOfScale(marks: readonly WeightedMark[]): number {
  const highest = Math.max(0, ...marks.map((m) => numberOfMark(m.mark) ?? 0));
  return [5, 10, 12, 100].find((top) => highest <= top) ?? 100;
}

/** What more marks would make of the average. */
export type WhatIf = {
  readonly average: number | null;
  readonly rounded: number | null;
  /** How many top marks of weight 1 lead to the next half; null when the top is reached or no mark has a number. */
  readonly toNext: { readonly target: number; readonly top: number; readonly count: number } | null;
};

/** The average after `more` marks of weight 1, and the way to the next half above it. */
export function whatIf(marks: readonly WeightedMark[], more: readonly number[] = [], norms?: AverageNorms): WhatIf {
  const had = sumsOf(marks, norms);
  const sum = had.sum + more.reduce((a, b) => a + b, 0);
  const weight = had.weight + more.length;
  if (weight === 0) return { average: null, rounded: null, toNext: null };
  const average = sum / weight;
  const rounded = Math.floor(average + 0.5 + 1e-9);
  const top = topOfScale(marks);
  const target = rounded + 0.5;
  const count = target > top - 0.5 + 1e-9 ? null : Math.max(1, Math.ceil((target * weight - sum) / (top - target) - 1e-9));
  return { average, rounded, toNext: count === null ? null : { target, top, count } };
}
