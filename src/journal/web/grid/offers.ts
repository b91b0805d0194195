import { EMPTY_CELL, marksOf, tokensOf } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Model } from "./page-model.ts";
import { averagesOf } from "../../rules/averages.ts";
import type { AverageNorms, AveragedMark, Averages } from "../../rules/averages.ts";
import { offeredFor } from "../../rules/period-mark.ts";

/** The averages of a line: of all that is shown, and of each term. */
export type LineTotals = { readonly all: Averages; readonly ofTerm: ReadonlyMap<number, Averages> };

/** The averages of a pupil's line, with the marks brought from another school that count. A page without its lessons has them from the server's answer. */
export function totalsOfLine(model: Model, r: number, cells: readonly Cell[], weights: readonly number[]): LineTotals {
  const all: AveragedMark[] = [];
  const byTerm = new Map<number, AveragedMark[]>();
  const add = (term: number, mark: AveragedMark) => {
    all.push(mark);
    const list = byTerm.get(term);
    if (list) list.push(mark);
    else byTerm.set(term, [mark]);
  };
  const pupil = model.rows[r]?.pupilId;
  const { page } = model;
  model.columns.forEach((column, k) => {
    const cell = cells[k];
    if (column.at !== "lesson" || !cell || cell === EMPTY_CELL) return;
    for (const { token, workType, retake } of marksOf(cell.marks)) {
      add(column.lesson.term, { token, weight: (workType === null ? weights[k] : model.weightOfType.get(workType)) ?? 1, retake });
    }
  });
  for (const one of page.marksOfTerms ?? []) if (one.pupil === pupil) add(one.term, one);
  for (const one of page.brought) {
    const shown = page.term === null || page.term === one.term;
    if (one.pupil === pupil && one.counts && shown) add(one.term, { token: one.mark, weight: one.weight });
  }
  const norms = averageNorms(page);
  return { all: averagesOf(all, norms), ofTerm: new Map([...byTerm].map(([term, marks]) => [term, averagesOf(marks, norms)])) };
}

/** What of the page's norms says which marks make an average. */
export const averageNorms = ({ norms }: Model["page"]): AverageNorms => ({ outside: norms.outsideAverage, retake: norms.retakeCounts });

/** The marks of periods that stand in a line, by the number of the period; those of columns not shown come from the server's answer. */
function putOf(model: Model, r: number, cells: readonly Cell[]): Map<number, string> {
  const pupil = model.rows[r]?.pupilId;
  const put = new Map<number, string>();
  for (const one of model.page.termMarks) if (one.pupil === pupil && one.mark !== null) put.set(one.term, one.mark);
  model.columns.forEach((column, k) => {
    if (column.at !== "term") return;
    const token = tokensOf(cells[k] ?? EMPTY_CELL)[0];
    if (token === undefined) put.delete(column.term.term);
    else put.set(column.term.term, token);
  });
  return put;
}

const NOTHING = averagesOf([]);

/** What is offered in each period's column of a line; null in the columns of lessons and where there is nothing to offer from. */
export function offersOfLine(model: Model, r: number, cells: readonly Cell[], totals: LineTotals): (string | null)[] {
  const { periodScale, roundUpFrom } = model.page;
  if (roundUpFrom === null) return model.columns.map(() => null);
  const put = putOf(model, r, cells);
  return model.columns.map((column) => {
    if (column.at !== "term") return null;
    const { term } = column.term;
    return offeredFor(term, { term: totals.ofTerm.get(term) ?? NOTHING, put }, periodScale, roundUpFrom);
  });
}

/** What is counted of a line of cells. */
export type Counted = { readonly totals: LineTotals; readonly offers: readonly (string | null)[] };

const counted = new WeakMap<readonly Cell[], Counted & { readonly model: Model; readonly weights: readonly number[] }>();

/** The averages and the offers of a line. A line that did not change is not counted again. */
export function countedOf(model: Model, r: number, cells: readonly Cell[], weights: readonly number[]): Counted {
  const known = counted.get(cells);
  if (known && known.model === model && known.weights === weights) return known;
  const totals = totalsOfLine(model, r, cells, weights);
  const made = { model, weights, totals, offers: offersOfLine(model, r, cells, totals) };
  counted.set(cells, made);
  return made;
}
