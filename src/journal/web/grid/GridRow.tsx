// On the screen the lines are no table boxes, and a browser that tells roles by boxes would lose them.
// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role
import { memo, useMemo, useSyncExternalStore } from "react";
import { decimalRu, journalWords as words } from "../words.ru.ts";
import { EMPTY_CELL } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { GridStore } from "./grid-store.ts";
import { MarkCell } from "./MarkCell.tsx";
import { closedBy, periodsAfter } from "./page-model.ts";
import type { Closed, Model } from "./page-model.ts";
import { TermCell } from "./TermCell.tsx";
import { marksWords } from "../marks-words.ru.ts";
import { countedOf } from "./offers.ts";
import { MarkCount } from "../marks/MarkCount.tsx";
import { rowWithoutMark } from "../marks/row-without-mark.ts";

const NO_CELLS: readonly Cell[] = [];

type LineProps = { store: GridStore; model: Model; weights: readonly number[]; r: number };

/** A pupil's line. Its cells are drawn at once; what is counted of them (averages, offers, what is asked) comes a frame after. */
export const GridRow = memo(function GridRow({ store, model, weights, r }: LineProps) {
  const cells = useSyncExternalStore(store.subscribe, () => store.get().cells[r] ?? NO_CELLS);
  const closed = useMemo(() => model.columns.map((_, k) => closedBy(model, r, k)), [model, r]);
  const row = model.rows[r];
  if (!row) return null;
  return (
    <tr role="row" data-r={r} aria-rowindex={r + 4}>
      <RowName store={store} model={model} r={r} />
      {model.columns.map((column, k) => {
        const cell = cells[k] ?? EMPTY_CELL;
        const why = closed[k] ?? null;
        if (column.at === "lesson") {
          return (
            <MarkCell
              key={column.id}
              k={k}
              cell={cell}
              column={column}
              weight={weights[k] ?? 1}
              weights={model.weightOfType}
              closed={why}
              commented={model.commented.has(`${column.id}:${row.pupilId}`)}
            />
          );
        }
        return <RowTerm key={column.id} store={store} model={model} weights={weights} r={r} k={k} cell={cell} closed={why} />;
      })}
      {model.marked && <RowTotals store={store} model={model} weights={weights} r={r} />}
    </tr>
  );
});

/** A line's cells as of the last painted frame. */
const usePaintedLine = (store: GridStore, r: number) => useSyncExternalStore(store.subscribeAfterPaint, () => store.get().cells[r] ?? NO_CELLS);

const RowName = memo(function RowName({ store, model, r }: Omit<LineProps, "weights">) {
  const asks = rowWithoutMark(model, r, usePaintedLine(store, r));
  const row = model.rows[r];
  if (!row) return null;
  return (
    <th role="rowheader" scope="row" className="nm">
      <div>
        <span className="n">{r + 1}</span>
        <span className="f" title={row.name}>
          {row.name}
        </span>
        {asks > 0 && (
          <span className="tag" title={marksWords.asksFull(asks)}>
            {marksWords.asks(asks)}
          </span>
        )}
        {row.className && <span className="tag">{row.className}</span>}
        {row.apart[0] && <span className="tag in">{words.grid.apart[row.apart[0].kind]}</span>}
        {row.since && (
          <span className="tag in" title={[words.grid.sinceFull(words.day(row.since)), row.spans[0]?.order].filter(Boolean).join(", ")}>
            {words.grid.since(words.dayDots(row.since))}
          </span>
        )}
        {row.until && (
          <span className="tag in" title={[words.grid.untilFull(words.day(row.until)), row.spans.at(-1)?.leftOrder].filter(Boolean).join(", ")}>
            {words.grid.until(words.dayDots(row.until))}
          </span>
        )}
      </div>
    </th>
  );
});

const RowTerm = memo(function RowTerm({ store, model, weights, r, k, cell, closed }: LineProps & { k: number; cell: Cell; closed: Closed | null }) {
  const { offers } = countedOf(model, r, usePaintedLine(store, r), weights);
  return <TermCell k={k} cell={cell} closed={closed} sticky={model.page.term !== null} after={periodsAfter(model, k)} offered={offers[k] ?? null} />;
});

const RowTotals = memo(function RowTotals({ store, model, weights, r }: LineProps) {
  const cells = usePaintedLine(store, r);
  const { all } = countedOf(model, r, cells, weights).totals;
  return (
    <>
      <td role="gridcell" className="tot a why">
        {all.plain === null ? words.none : decimalRu(all.plain)}
      </td>
      <td role="gridcell" className="tot w why">
        {all.weighted === null ? words.none : decimalRu(all.weighted)}
      </td>
      <td role="gridcell" className="tot c">
        <MarkCount model={model} r={r} cells={cells} count={all.count} />
      </td>
    </>
  );
});
