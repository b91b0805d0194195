import type { Sums } from "../../rules/figures/group-figures.ts";

/** Metrics that open the cells behind them. */
export const FILLING_METRICS = ["late", "topics", "homework", "homeworkLate", "notOpened", "lateMarks", "without", "one"] as const;
export type FillingMetric = (typeof FILLING_METRICS)[number];

export type Part = {
  readonly part: number;
  readonly whole: number;
  readonly share: number | null;
  /** More is worse: pupils without marks. */ readonly bad: boolean;
};

const PARTS = {
  late: (s: Sums) => [s.inTime, s.held],
  topics: (s: Sums) => [s.topics, s.held],
  homework: (s: Sums) => [s.homework, s.homeworkHeld],
  homeworkLate: (s: Sums) => [s.homeworkInTime, s.homeworkHeld],
  notOpened: (s: Sums) => [s.attendanceHeld - s.notOpened, s.attendanceHeld],
  lateMarks: (s: Sums) => [s.marks - s.lateMarks, s.marks],
  without: (s: Sums) => [s.without, s.pupils],
  one: (s: Sums) => [s.one, s.pupils],
} as const satisfies Record<FillingMetric, (sums: Sums) => readonly [number, number]>;

/** A metric of a row: the part, what it is a part of, the share. */
export function partOf(metric: FillingMetric, sums: Sums): Part {
  const [part, whole] = PARTS[metric](sums);
  return { part, whole, share: whole === 0 ? null : part / whole, bad: metric === "without" || metric === "one" };
}

/** Whether a row is worse than the whole school in a metric. */
export function isWorse(metric: FillingMetric, sums: Sums, whole: Sums): boolean {
  // one mark in a week is no trouble by itself
  if (metric === "one") return false;
  const [own, all] = [partOf(metric, sums), partOf(metric, whole)];
  if (own.share === null || all.share === null) return false;
  return own.bad ? own.share > all.share : own.share < all.share;
}

/** Who needs help stands first. */
export const worstFirst = <R extends { readonly sums: Sums; readonly name: string }>(rows: readonly R[], metric: FillingMetric): R[] => {
  const rank = ({ sums }: R) => {
    const { share, bad } = partOf(metric, sums);
    return share === null ? 2 : bad ? 1 - share : share;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "ru"));
};
