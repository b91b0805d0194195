import { numberOfMark } from "../../../journal/rules/averages.ts";
import type { NormValue } from "../../../regulation/rules/norms.ts";

/** `marks.levels`: which marks of a term are of which level. */
export type Levels = NormValue<"marks.levels">;
export type Level = keyof Levels;

/** How many marks of one kind stand. */
export type MarkCount = { readonly mark: string; readonly count: number };

/** What a level weighs in the degree of learning («СОУ»), parts of a hundred: a formula known to every school, no rule of one (glossary, W15). */
const WEIGHTS: Readonly<Record<Level, number>> = { excellent: 100, good: 64, satisfactory: 36, unsatisfactory: 16, notAttested: 7 };
const LEVELS = Object.keys(WEIGHTS) as Level[];

export type Indicators = {
  /** Marks of each level. */
  readonly levels: Readonly<Record<Level, number>>;
  /** The denominator: marks of a level, not attested among them. */
  readonly counted: number;
  /** Who left the denominator: a mark of no level (exempt, a pass without a number), and no mark at all. */
  readonly outside: number;
  readonly without: number;
  /** Shares from 0 to 1; null where nobody is counted. */
  readonly pass: number | null;
  readonly quality: number | null;
  readonly learning: number | null;
  /** The mean of the marks that are numbers: not attested has none. */
  readonly average: number | null;
};

/** The level of a mark; null for a mark that says nothing of learning («осв.», «зч»). */
export const levelOf = (mark: string, levels: Levels): Level | null => LEVELS.find((level) => levels[level].includes(mark)) ?? null;

/**
 * Progress, quality, degree of learning and the average of marks of a term (003 §2-9).
 *
 * Not attested stays in the denominator; exempt pupils and `without`, those who have no mark yet, leave it.
 */
export function indicatorsOf(marks: readonly MarkCount[], levels: Levels, without = 0): Indicators {
  const of: Record<Level, number> = { excellent: 0, good: 0, satisfactory: 0, unsatisfactory: 0, notAttested: 0 };
  let [outside, numbers, sum] = [0, 0, 0];
  for (const { mark, count } of marks) {
    const level = levelOf(mark, levels);
    if (level === null) {
      outside += count;
      continue;
    }
    of[level] += count;
    const number = numberOfMark(mark);
    if (number !== null) {
      numbers += count;
      sum += number * count;
    }
  }
  const counted = LEVELS.reduce((all, level) => all + of[level], 0);
  const share = (part: number) => (counted === 0 ? null : part / counted);
  return {
    levels: of,
    counted,
    outside,
    without,
    pass: share(of.excellent + of.good + of.satisfactory),
    quality: share(of.excellent + of.good),
    learning: share(LEVELS.reduce((all, level) => all + WEIGHTS[level] * of[level], 0) / 100),
    average: numbers === 0 ? null : sum / numbers,
  };
}

/** Counts of the same marks put together, in the order they came. */
export function joinCounts(lists: readonly (readonly MarkCount[])[]): MarkCount[] {
  const all = new Map<string, number>();
  for (const { mark, count } of lists.flat()) all.set(mark, (all.get(mark) ?? 0) + count);
  return [...all].map(([mark, count]) => ({ mark, count }));
}
