import { useSyncExternalStore } from "react";
import type { Cell } from "./cell.ts";
import type { GridState } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";
import type { Model } from "./page-model.ts";

const wideOfLine = new WeakMap<readonly Cell[], readonly boolean[]>();

/** Whether a cell holds two things and so needs a wider column. A line that did not change is not counted again. */
function wide(line: readonly Cell[]): readonly boolean[] {
  const known = wideOfLine.get(line);
  if (known) return known;
  const flags = line.map((cell) => {
    if (cell.marks.length === 0) return false;
    const marks = cell.marks.reduce((n, slot) => n + (slot.wanted === null ? 0 : 1), 0);
    return marks + (cell.absence.wanted === "none" ? 0 : 1) > 1;
  });
  wideOfLine.set(line, flags);
  return flags;
}

function widthsOf(state: GridState): string {
  const flags = new Array<boolean>(state.model.columns.length).fill(false);
  for (const line of state.cells) {
    const of = wide(line);
    for (let k = 0; k < flags.length; k++) if (of[k]) flags[k] = true;
  }
  return flags.map((flag) => (flag ? "w" : "n")).join("");
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
          <col key={column.id} className={`${widths[k] === "w" ? "col-wide" : "col-lesson"} ${column.when === "future" ? "fut" : ""}`} />
        ),
      )}
      <col className="col-total" />
      <col className="col-total" />
      <col className="col-total" />
    </colgroup>
  );
}
