// On the screen the lines are no table boxes, and a browser that tells roles by boxes would lose them.
// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role
import { memo, useMemo, useSyncExternalStore } from "react";
import { decimalRu, journalWords as words } from "../words.ru.ts";
import { EMPTY_CELL } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { GridStore } from "./grid-store.ts";
import { MarkCell } from "./MarkCell.tsx";
import { closedBy, periodsAfter } from "./page-model.ts";
import type { Model } from "./page-model.ts";
import { TermCell } from "./TermCell.tsx";
import { marksWords } from "../marks-words.ru.ts";
import { offersOfLine, totalsOfLine } from "./offers.ts";
import { MarkCount } from "../marks/MarkCount.tsx";
import { rowWithoutMark } from "../marks/row-without-mark.ts";

const NO_CELLS: readonly Cell[] = [];

/** A pupil's line. It draws again only when a cell of its own has changed. */
export const GridRow = memo(function GridRow({ store, model, weights, r }: { store: GridStore; model: Model; weights: readonly number[]; r: number }) {
  const cells = useSyncExternalStore(store.subscribe, () => store.get().cells[r] ?? NO_CELLS);
  const closed = useMemo(() => model.columns.map((_, k) => closedBy(model, r, k)), [model, r]);
  const row = model.rows[r];
  if (!row) return null;
  const totals = totalsOfLine(model, r, cells, weights);
  const offers = offersOfLine(model, r, cells, totals);
  const { all } = totals;
  const asks = rowWithoutMark(model, r, cells);
  return (
    <tr role="row" data-r={r} aria-rowindex={r + 4}>
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
        return (
          <TermCell
            key={column.id}
            k={k}
            cell={cell}
            closed={why}
            sticky={model.page.term !== null}
            after={periodsAfter(model, k)}
            offered={offers[k] ?? null}
          />
        );
      })}
      {model.marked && (
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
      )}
    </tr>
  );
});
