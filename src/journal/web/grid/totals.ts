export type Weighted = { readonly token: string; readonly weight: number };
export type Totals = { readonly count: number; readonly plain: number | null; readonly weighted: number | null };

/** The number of a token, null where it is none and so stands in no average. */
const numberOf = (token: string): number | null => (/^\d{1,3}$/.test(token) ? Number(token) : null);

/** The plain average, sum(mark × weight) / sum(weight), and how many marks there are. */
export function totalsOf(marks: readonly Weighted[]): Totals {
  let [count, sum, weighted, weight] = [0, 0, 0, 0];
  for (const mark of marks) {
    const n = numberOf(mark.token);
    if (n === null) continue;
    count += 1;
    sum += n;
    weighted += n * mark.weight;
    weight += mark.weight;
  }
  return { count, plain: count > 0 ? sum / count : null, weighted: weight > 0 ? weighted / weight : null };
}

/** The term mark to propose: the weighted average to the nearest whole, when the scale has it. Never a mark by itself. */
export function offeredMark(totals: Totals, scale: readonly string[]): string | null {
  if (totals.weighted === null) return null;
  // Averages such as 3,5 come out of binary division a hair below themselves.
  const token = String(Math.round(totals.weighted + 1e-9));
  return scale.includes(token) ? token : null;
}
