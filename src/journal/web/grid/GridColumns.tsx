import { useSyncExternalStore } from "react";
import type { Cell } from "./cell.ts";
import type { GridState } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";
import type { Model } from "./page-model.ts";

const countsOfLine = new WeakMap<readonly Cell[], readonly number[]>();
const WIDTHS = ["col-lesson", "col-lesson", "col-wide", "col-wider"] as const;

/** How many things stand in each cell: two or more need a wider column. A line that did not change is not counted again. */
function counts(line: readonly Cell[]): readonly number[] {
  const known = countsOfLine.get(line);
  if (known) return known;
  const counted = line.map((cell) => cell.marks.reduce((n, slot) => n + (slot.wanted === null ? 0 : 1), cell.absence.wanted === "none" ? 0 : 1));
  countsOfLine.set(line, counted);
  return counted;
}

function widthsOf(state: GridState): string {
  const most = new Array<number>(state.model.columns.length).fill(0);
  for (const line of state.cells) {
    const of = counts(line);
    for (let k = 0; k < most.length; k++) most[k] = Math.max(most[k] ?? 0, Math.min(WIDTHS.length - 1, of[k] ?? 0));
  }
  return most.join("");
}

/** The widths of the columns, so that the table is laid out once and not by its content. */
export function GridColumns({ store, model }: { store: GridStore; model: Model }) {
  const widths = useSyncExternalStore(store.subscribe, () => widthsOf(store.get()));
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
      <col className="col-total" />
      <col className="col-total" />
      <col className="col-total" />
    </colgroup>
  );
}
