/** Norms `accumulation.min` and `accumulation.step`: least marks of a period by the subject's hours a week, and how many more above some hours. */
export type Accumulation = {
  readonly min: { readonly steps: readonly { readonly hours: number; readonly marks: number }[] };
  readonly step: { readonly above: number; readonly marks: number } | null;
  readonly hours: number;
};

/** The least number of current marks for a mark of the period (002 П4 §4.2.4г, 004 §4.14.5); fewer hours than the first step demand its marks too. */
export function leastMarks({ min, step, hours }: Accumulation): number {
  const steps = min.steps.toSorted((a, b) => a.hours - b.hours);
  const reached = steps.findLast((one) => one.hours <= hours) ?? steps[0];
  const more = step === null ? 0 : Math.max(0, Math.floor(hours - step.above)) * step.marks;
  return (reached?.marks ?? 0) + more;
}
