import { NO_SPECIALS, averagesOf, numberOfMark } from "../../journal/rules/averages.ts";
import type { AverageNorms, AveragedMark } from "../../journal/rules/averages.ts";

export { numberOfMark };
export type { AverageNorms };

/** A mark as the diary has it: the token of the scale and the weight of its work. A `retake` follows the mark that it mends. */
export type WeightedMark = { readonly mark: string; readonly weight: number; readonly retake?: boolean };

/** Sums that an average is made of; marks without a number are left out. */
export type MarkSums = { readonly sum: number; readonly weight: number };

/** Marks with their retakes beside them, as the journal reckons. */
function paired(marks: readonly WeightedMark[]): AveragedMark[] {
  const pairs: AveragedMark[] = [];
  for (const { mark: token, weight, retake } of marks) {
    const first = pairs.at(-1);
    if (retake && first) pairs[pairs.length - 1] = { ...first, retake: token };
    else pairs.push({ token, weight });
  }
  return pairs;
}

export function sumsOf(marks: readonly WeightedMark[], norms: AverageNorms = NO_SPECIALS): MarkSums {
  const { weightedSum, weight } = averagesOf(paired(marks), norms);
  return { sum: weightedSum, weight };
}

/** sum(mark × weight) / sum(weight), as the journal reckons it; null where no mark has a number. Equal weights give the plain average. */
export function weightedAverage(marks: readonly WeightedMark[], norms: AverageNorms = NO_SPECIALS): number | null {
  const { sum, weight } = sumsOf(marks, norms);
  return weight === 0 ? null : sum / weight;
}
