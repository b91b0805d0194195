import { averagesOf, numberOfMark } from "../../journal/rules/averages.ts";

export { numberOfMark };

/** A mark as the diary has it: the token of the scale and the weight of its work. */
export type WeightedMark = { readonly mark: string; readonly weight: number };

/** Sums that an average is made of; marks without a number are left out. */
export type MarkSums = { readonly sum: number; readonly weight: number };

export function sumsOf(marks: readonly WeightedMark[]): MarkSums {
  const { weightedSum, weight } = averagesOf(marks.map(({ mark, weight: own }) => ({ token: mark, weight: own })));
  return { sum: weightedSum, weight };
}

/** sum(mark × weight) / sum(weight), as the journal reckons it; null where no mark has a number. Equal weights give the plain average. */
export function weightedAverage(marks: readonly WeightedMark[]): number | null {
  const { sum, weight } = sumsOf(marks);
  return weight === 0 ? null : sum / weight;
}
