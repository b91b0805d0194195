/** A mark as the diary has it: the token of the scale and the weight of its work. */
export type WeightedMark = { readonly mark: string; readonly weight: number };

/** The number of a mark, or null where the token is none («н/а», «зч»). */
export const numberOfMark = (mark: string): number | null => (/^\d{1,3}$/.test(mark) ? Number(mark) : null);

/** Sums that an average is made of; marks without a number are left out. */
export type MarkSums = { readonly marks: number; readonly sum: number; readonly weight: number };

export function sumsOf(marks: readonly WeightedMark[]): MarkSums {
  let count = 0;
  let sum = 0;
  let weight = 0;
  for (const m of marks) {
    const n = numberOfMark(m.mark);
    if (n === null || m.weight <= 0) continue;
    count += 1;
    sum += n * m.weight;
    weight += m.weight;
  }
  return { marks: count, sum, weight };
}

/** sum(mark × weight) / sum(weight); null where no mark has a number. Equal weights give the plain average. */
export function weightedAverage(marks: readonly WeightedMark[]): number | null {
  const { sum, weight } = sumsOf(marks);
  return weight === 0 ? null : sum / weight;
}
