import { memo } from "react";
import type { Cell } from "./cell.ts";
import type { GridState } from "./grid-state.ts";
import type { Model } from "./page-model.ts";

const countsOfLine = new WeakMap<readonly Cell[], readonly number[]>();
const WIDTHS = ["col-lesson", "col-lesson", "col-wide", "col-wider"] as const;
/** Pixels beyond a usual column, by the same numbers; and the widths of the columns that are no lessons. */
const MORE = [0, 0, 12, 28] as const;
const [TERM, TOTAL] = [46, 43];

/** How many things stand in each cell: two or more need a wider column. A line that did not change is not counted again. */
function counts(line: readonly Cell[]): readonly number[] {
  const known = countsOfLine.get(line);
  if (known) return known;
  const counted = line.map((cell) => cell.marks.reduce((n, slot) => n + (slot.wanted === null ? 0 : 1), cell.absence.wanted === "none" ? 0 : 1));
  countsOfLine.set(line, counted);
  return counted;
}

/** For each column how many things its fullest cell holds, as digits. */
export function widthsOf(state: GridState): string {
  const most = state.model.columns.map(() => 0);
  for (const line of state.cells) {
    const of = counts(line);
    for (let k = 0; k < most.length; k++) most[k] = Math.max(most[k] ?? 0, Math.min(WIDTHS.length - 1, of[k] ?? 0));
  }
  return most.join("");
}

/** The width of the whole table, so that it is laid out by its columns and never by its content. */
export function tableWidth(model: Model, widths: string): string {
  let [lessons, more, fixed] = [0, 0, model.marked ? 3 * TOTAL : 0];
  model.columns.forEach((column, k) => {
    if (column.at === "term") fixed += TERM;
    else {
      lessons += 1;
      more += MORE[Number(widths[k])] ?? 0;
    }
  });
  return `calc(var(--nm) + ${lessons} * var(--col) + ${more + fixed}px)`;
}

/** The same columns as tracks of a grid: on the screen each line lays itself out, and a key in one touches no other. */
export function tracksOf(model: Model, widths: string): string {
  const tracks = model.columns.map((column, k) => {
    const more = MORE[Number(widths[k])] ?? 0;
    return column.at === "term" ? `${TERM}px` : more === 0 ? "var(--col)" : `calc(var(--col) + ${more}px)`;
  });
  return ["var(--nm)", ...tracks, ...(model.marked ? [TOTAL, TOTAL, TOTAL].map((px) => `${px}px`) : [])].join(" ");
}

/** The widths of the columns of the printed table, so that it is laid out once and not by its content. */
export const GridColumns = memo(function GridColumns({ model, widths }: { model: Model; widths: string }) {
  return (
    <colgroup>
      <col className="col-name" />
      {model.columns.map((column, k) =>
        column.at === "term" ? (
          <col key={column.id} className="col-term" />
        ) : (
          <col key={column.id} className={`${WIDTHS[Number(widths[k])] ?? ""} ${column.when === "future" ? "fut" : ""}`} />
        ),
      )}
      {model.marked && (
        <>
          <col className="col-total" />
          <col className="col-total" />
          <col className="col-total" />
        </>
      )}
    </colgroup>
  );
});
