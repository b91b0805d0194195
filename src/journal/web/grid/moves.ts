import type { Step } from "./keys/cell-keys.ts";
import type { GridState, Place } from "./grid-state.ts";
import type { Model } from "./page-model.ts";

const PAGE = 10;

/** Where a step leads; it never leaves the grid. */
export function stepTo(model: Model, from: Place, step: Step): Place {
  const [lastRow, lastColumn] = [model.rows.length - 1, model.columns.length - 1];
  const at = (r: number, k: number): Place => ({ r: Math.max(0, Math.min(lastRow, r)), k: Math.max(0, Math.min(lastColumn, k)) });
  switch (step) {
    case "up":
      return at(from.r - 1, from.k);
    case "down":
      return at(from.r + 1, from.k);
    case "left":
      return at(from.r, from.k - 1);
    case "right":
      return at(from.r, from.k + 1);
    case "page_up":
      return at(from.r - PAGE, from.k);
    case "page_down":
      return at(from.r + PAGE, from.k);
    case "home":
      return at(from.r, 0);
    case "end":
      return at(from.r, endColumn(model, from.k));
    case "week_after":
      return at(from.r, weekAfter(model, from.k));
    case "week_before":
      return at(from.r, weekBefore(model, from.k));
  }
}

/** The mark of the term that the column belongs to; on it already, of the next one. */
function endColumn(model: Model, k: number): number {
  const next = model.columns.findIndex((column, at) => at > k && column.at === "term");
  return next >= 0 ? next : model.columns.length - 1;
}

const startsWeek = (model: Model, k: number): boolean => {
  const column = model.columns[k];
  return column?.at === "lesson" && column.weekStarts;
};

function weekAfter(model: Model, k: number): number {
  let at = k + 1;
  while (at < model.columns.length - 1 && !startsWeek(model, at)) at += 1;
  return at;
}

function weekBefore(model: Model, k: number): number {
  let at = k - 1;
  while (at > 0 && !startsWeek(model, at)) at -= 1;
  return at;
}

/** The corners of the chosen range, or of the one cell. */
export function rangeOf(state: Pick<GridState, "focus" | "anchor">): { top: number; bottom: number; left: number; right: number } {
  const { focus, anchor } = state;
  const other = anchor ?? focus;
  return { top: Math.min(focus.r, other.r), bottom: Math.max(focus.r, other.r), left: Math.min(focus.k, other.k), right: Math.max(focus.k, other.k) };
}

export function placesOf(state: Pick<GridState, "focus" | "anchor">): Place[] {
  const { top, bottom, left, right } = rangeOf(state);
  const places: Place[] = [];
  for (let r = top; r <= bottom; r++) for (let k = left; k <= right; k++) places.push({ r, k });
  return places;
}
