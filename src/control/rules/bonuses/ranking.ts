/** What the work of a teacher with the journal is judged by. */
export const CRITERIA = ["timeliness", "fullness", "remarks", "load"] as const;
export type Criterion = (typeof CRITERIA)[number];
/** How much each of them weighs; 0: it does not count. */
export type Weights = Readonly<Record<Criterion, number>>;

/** A teacher's work in the days, counted. `remarks`: those given in the days; of them fixed by their term, and not fixed by it. */
export type WorkCounts = {
  held: number;
  inTime: number;
  topics: number;
  homeworkHeld: number;
  homework: number;
  loadHours: number;
  remarks: { given: number; fixedInTime: number; overdue: number };
};

export type Metrics = Readonly<Record<Criterion, number | null>>;

/**
 * The metrics of a teacher, each from 0 to 1, null where there is nothing to have a share of.
 *
 * timeliness: held lessons written in time. fullness: topics and homework that stand, of all that should. remarks: those not past their term;
 * without remarks 1. load: the weekly hours beside the greatest load of the school.
 */
export function metricsOf(counts: WorkCounts, greatestLoad: number): Metrics {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const { given, overdue } = counts.remarks;
  return {
    timeliness: share(counts.inTime, counts.held),
    fullness: share(counts.topics + counts.homework, counts.held + counts.homeworkHeld),
    remarks: given === 0 ? 1 : 1 - overdue / given,
    load: share(counts.loadHours, greatestLoad),
  };
}

/** The score of 0 to 100 by the weights, over the metrics that are known; null when none of them weighs. */
export function scoreOf(metrics: Metrics, weights: Weights): number | null {
  const known = CRITERIA.filter((code) => metrics[code] !== null && weights[code] > 0);
  const whole = known.reduce((sum, code) => sum + weights[code], 0);
  if (whole === 0) return null;
  const points = known.reduce((sum, code) => sum + weights[code] * (metrics[code] ?? 0), 0);
  return Math.round((points / whole) * 1000) / 10;
}

/** A count of work for one weekly hour of load, two digits; null without load. */
export const perHour = (count: number, loadHours: number): number | null => (loadHours === 0 ? null : Math.round((count / loadHours) * 100) / 100);
