/** How a retake counts beside the mark it mends: only the later one, the better one, or both. */
export type RetakeRule = "last" | "best" | "both";

/** A mark as it stands in a cell, with the weight of its work and, where the work was done again, the mark of the retake. */
export type AveragedMark = { readonly token: string; readonly weight: number; readonly retake?: string | null };

/** The norms that say which marks make an average: `marks.outside_average` and `marks.retake_counts`. */
export type AverageNorms = { readonly outside: readonly string[]; readonly retake: RetakeRule };

/** Why a mark makes no average: the school defined it so, it is no number, a retake stands for it, or its work weighs nothing. */
export type LeftOut = "outside" | "no_number" | "retaken" | "no_weight";

/** A mark with what became of it; `from` is its place in the list that was asked about. */
export type AverageLine = {
  readonly from: number;
  readonly token: string;
  readonly weight: number;
  readonly number: number | null;
  readonly why: LeftOut | null;
};

/** `count` is how many marks are numbers and stand; the sums are of these marks, so that an explanation can show them. */
export type Averages = {
  readonly count: number;
  readonly plain: number | null;
  readonly weighted: number | null;
  readonly sum: number;
  readonly weightedSum: number;
  readonly weight: number;
};

export const NO_SPECIALS: AverageNorms = { outside: [], retake: "last" };

/** The number of a mark of a numeric scale; null where the token is none («н/а», «зч», a level). */
export const numberOfMark = (token: string): number | null => (/^\d{1,3}$/.test(token) ? Number(token) : null);

/** Every mark and every retake in order, each with its number or with why it is left out. */
export function averageLines(marks: readonly AveragedMark[], norms: AverageNorms = NO_SPECIALS): AverageLine[] {
  return marks.flatMap(({ token, weight, retake }, from) => {
    const first = lineOf(from, token, weight, norms);
    if (retake === undefined || retake === null) return [first];
    const again = lineOf(from, retake, weight, norms);
    return retakeStands(first, again, norms.retake);
  });
}

function lineOf(from: number, token: string, weight: number, norms: AverageNorms): AverageLine {
  const number = numberOfMark(token);
  const why = norms.outside.includes(token) ? "outside" : number === null ? "no_number" : weight <= 0 ? "no_weight" : null;
  return { from, token, weight, number, why };
}

/** A retake that is no mark by itself («зч», a sign) leaves the first one standing. */
function retakeStands(first: AverageLine, again: AverageLine, rule: RetakeRule): AverageLine[] {
  if (rule === "both" || first.why !== null || again.why !== null) return [first, again];
  const later = rule === "last" || (again.number ?? 0) >= (first.number ?? 0);
  return later ? [{ ...first, why: "retaken" }, again] : [first, { ...again, why: "retaken" }];
}

/**
 * The plain average, sum(mark) / n, and the weighted one, sum(mark × weight) / sum(weight) (003 §2-5), of the marks that count.
 * A mark of a work that weighs nothing is in the plain average only; null where there is nothing to divide.
 */
export function averagesOf(marks: readonly AveragedMark[], norms: AverageNorms = NO_SPECIALS): Averages {
  let [count, sum, weightedSum, weightOfAll] = [0, 0, 0, 0];
  for (const { number, weight, why } of averageLines(marks, norms)) {
    if (number === null || (why !== null && why !== "no_weight")) continue;
    count += 1;
    sum += number;
    if (why === "no_weight") continue;
    weightedSum += number * weight;
    weightOfAll += weight;
  }
  return {
    count,
    plain: count > 0 ? sum / count : null,
    weighted: weightOfAll > 0 ? weightedSum / weightOfAll : null,
    sum,
    weightedSum,
    weight: weightOfAll,
  };
}

/**
 * The term mark to propose: the weighted average to a whole, when the scale has it. Never a mark by itself.
 * `roundUpFrom`: the fraction from which it is the higher one (`period_attestation.round_up_from`).
 */
export function offeredMark(averages: Pick<Averages, "weighted">, scale: readonly string[], roundUpFrom: number): string | null {
  if (averages.weighted === null) return null;
  // Averages such as 3,5 come out of binary division a hair below themselves.
  const average = averages.weighted + 1e-9;
  const whole = Math.floor(average);
  const token = String(average - whole >= roundUpFrom ? whole + 1 : whole);
  return scale.includes(token) ? token : null;
}
