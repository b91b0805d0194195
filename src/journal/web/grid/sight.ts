import type { GridState, Place } from "./grid-state.ts";
import { rangeOf } from "./moves.ts";

/**
 * The sight: row, column and cell under the focus, drawn by attributes of one row, of its name and totals, of one head, and by one overlay.
 *
 * It works past React, so that a move costs no rendering; React never writes these attributes and so leaves them alone.
 */
export class Sight {
  readonly #sheet: HTMLElement;
  readonly #bar: HTMLElement;
  #lit: HTMLElement[] = [];
  #range: HTMLElement[] = [];
  #cell: HTMLTableCellElement | null = null;
  #at: Measures | null = null;
  #known: Known | null = null;
  #focusing = 0;

  constructor(sheet: HTMLElement, bar: HTMLElement) {
    this.#sheet = sheet;
    this.#bar = bar;
  }

  /** What was measured may be otherwise now: the window, the widths of the columns or the height of the lines have changed. */
  remeasure(): void {
    this.#known = null;
  }

  cellAt({ r, k }: Place): HTMLTableCellElement | null {
    const table = this.#sheet.querySelector("table");
    return table?.tBodies[0]?.rows[r]?.cells[k + 1] ?? null;
  }

  /**
   * Draws the sight at the focus of the state; brings it into view; moves the focus of the browser when asked.
   *
   * All is measured first and written after, so that a move lays the page out once.
   */
  show(state: GridState, how: { focus: boolean; scroll: boolean }): void {
    const { focus } = state;
    const cell = this.cellAt(focus);
    if (!cell) {
      this.#dim();
      this.#bar.hidden = true;
      return;
    }
    const at = this.#measure(cell, focus);
    // the page is laid out at this moment; scrolled after the writes below, it would be laid out once more
    if (how.scroll) this.#scrollTo(at, cell.classList.contains("stay"));
    this.#dim();
    cell.tabIndex = 0;
    this.#cell = cell;
    this.#light(cell, "data-sel");
    if (state.adding) this.#light(cell, "data-more");
    if (state.typed !== "") this.#light(cell, "data-typed", state.typed);
    if (cell.parentElement) {
      this.#light(cell.parentElement, "data-cur");
      if (cell.parentElement.previousElementSibling) this.#light(cell.parentElement.previousElementSibling as HTMLElement, "data-above");
      for (const fixed of cell.parentElement.querySelectorAll<HTMLElement>(":scope > :is(.nm, .tot)")) this.#light(fixed, "data-cur");
    }
    for (const head of this.#sheet.querySelectorAll<HTMLElement>(`thead th[data-k="${focus.k}"]`)) this.#light(head, "data-cur");
    this.#showRange(state);
    this.#showBar(state, at);
    if (how.focus) this.#focusSoon(cell);
  }

  /**
   * The browser's own focus follows when the frame is painted: it lays the page out once more, and whoever types waits for
   * the mark, not for it. Keys reach the grid from any of its cells, so none is lost between.
   */
  #focusSoon(cell: HTMLElement): void {
    clearTimeout(this.#focusing);
    if (document.activeElement === cell) return;
    if (!this.#sheet.contains(document.activeElement)) return cell.focus({ preventScroll: true });
    this.#focusing = window.setTimeout(() => {
      if (this.#cell === cell && this.#sheet.contains(document.activeElement)) cell.focus({ preventScroll: true });
    }, AT_REST);
  }

  /** Puts the column into the right third of the sheet, where the past is seen beside it. */
  open(state: GridState): void {
    const cell = this.cellAt(state.focus);
    if (!cell) return;
    const { offsetLeft } = cell;
    const { clientWidth } = this.#sheet;
    const narrow = innerWidth <= 760;
    this.#sheet.scrollLeft = narrow ? offsetLeft - 140 - 46 : Math.max(0, offsetLeft - clientWidth + 178 + innerWidth * 0.14);
    this.scrolled();
  }

  #light(element: HTMLElement, attribute: string, value = ""): void {
    element.setAttribute(attribute, value);
    this.#lit.push(element);
  }

  #dim(): void {
    if (this.#cell) this.#cell.tabIndex = -1;
    for (const element of this.#lit)
      for (const attribute of ["data-sel", "data-more", "data-typed", "data-cur", "data-above"]) element.removeAttribute(attribute);
    for (const element of this.#range) element.removeAttribute("data-range");
    [this.#lit, this.#range, this.#cell] = [[], [], null];
  }

  #showRange(state: GridState): void {
    if (state.anchor === null) return;
    const { top, bottom, left, right } = rangeOf(state);
    for (let r = top; r <= bottom; r++) {
      for (let k = left; k <= right; k++) {
        const cell = this.cellAt({ r, k });
        if (!cell) continue;
        cell.setAttribute("data-range", "");
        this.#range.push(cell);
      }
    }
  }

  /** Where a cell stands: asked of the browser once a column, for asking lays the page out. */
  #measure(cell: HTMLTableCellElement, { r, k }: Place): Measures {
    const known = (this.#known ??= this.#survey(cell, r));
    const across = known.columns.get(k) ?? { offsetLeft: cell.offsetLeft, offsetWidth: cell.offsetWidth };
    known.columns.set(k, across);
    return { ...known, ...across, offsetTop: known.firstTop + r * known.offsetHeight };
  }

  #survey(cell: HTMLElement, r: number): Known {
    const { offsetTop = 0, offsetHeight = 0 } = cell.parentElement ?? {};
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = this.#sheet;
    const style = getComputedStyle(this.#sheet);
    const padding = {
      top: parseFloat(style.scrollPaddingTop) || 0,
      right: parseFloat(style.scrollPaddingRight) || 0,
      bottom: parseFloat(style.scrollPaddingBottom) || 0,
      left: parseFloat(style.scrollPaddingLeft) || 0,
    };
    const height = this.#sheet.querySelector("table")?.offsetHeight ?? 0;
    const most = { mostLeft: scrollWidth - clientWidth, mostTop: scrollHeight - clientHeight };
    return {
      columns: new Map(),
      firstTop: offsetTop - r * offsetHeight,
      offsetHeight,
      scrollLeft,
      scrollTop,
      clientWidth,
      clientHeight,
      ...most,
      padding,
      height,
    };
  }

  #showBar(state: GridState, at: Measures): void {
    const lesson = state.model.columns[state.focus.k]?.at === "lesson";
    this.#bar.hidden = !lesson;
    if (!lesson) return;
    place(this.#bar, { transform: `translateX(${at.offsetLeft - 1}px)`, width: `${at.offsetWidth + 1}px`, height: `${at.height}px` });
    this.#at = at;
    // where the sheet is scrolled now is not asked, for that lays the page out: a scroll tells of itself
    this.clip(at.scrollLeft);
  }

  /** Scrolled under the names or under the totals, the bar of the column goes under them too: each row is painted apart from what lies over it. */
  clip(scrollLeft: number): void {
    if (!this.#at) return;
    const { offsetLeft, offsetWidth, clientWidth, padding } = this.#at;
    const left = Math.max(0, scrollLeft + padding.left - offsetLeft + 1);
    const right = Math.max(0, offsetLeft + offsetWidth - (scrollLeft + clientWidth - padding.right));
    place(this.#bar, { clipPath: left > 0 || right > 0 ? `inset(0 ${right}px 0 ${left}px)` : "" });
  }

  /** The least scrolling that brings the cell out from under the sticky heads; a sticky cell is always seen across. */
  #scrollTo(at: Measures, sticky: boolean): void {
    const { padding } = at;
    const across = nearest(at.offsetLeft, at.offsetWidth, at.scrollLeft + padding.left, at.clientWidth - padding.left - padding.right);
    const down = nearest(at.offsetTop, at.offsetHeight, at.scrollTop + padding.top, at.clientHeight - padding.top - padding.bottom);
    // no further than the sheet goes: asked for more it would be laid out by every key and stay where it is
    const left = sticky ? at.scrollLeft : Math.max(0, Math.min(at.scrollLeft + across, at.mostLeft));
    const top = Math.max(0, Math.min(at.scrollTop + down, at.mostTop));
    if (left !== at.scrollLeft) this.#sheet.scrollLeft = left;
    if (top !== at.scrollTop) this.#sheet.scrollTop = top;
    if (left !== at.scrollLeft || top !== at.scrollTop) this.scrolled();
  }

  /** The sheet stands elsewhere: told by its scroll, so that a key need not ask. */
  scrolled(): void {
    const { scrollLeft, scrollTop } = this.#sheet;
    if (this.#known) this.#known = { ...this.#known, scrollLeft, scrollTop };
    this.clip(scrollLeft);
  }
}

/** How long after the last key the browser's focus follows, ms. */
const AT_REST = 40;

type Across = { readonly offsetLeft: number; readonly offsetWidth: number };
type Measures = Omit<Known, "columns" | "firstTop"> & Across & { readonly offsetTop: number };

/** What stays as it is while keys are pressed. All lines are of one height. */
type Known = {
  readonly columns: Map<number, Across>;
  /** Where the first line begins. */
  readonly firstTop: number;
  readonly offsetHeight: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  /** How far the sheet scrolls. */
  readonly mostLeft: number;
  readonly mostTop: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Of the whole table. */
  readonly height: number;
};

/** Writes what differs: a style that stands is not written again. */
function place(element: HTMLElement, styles: Partial<Record<"transform" | "width" | "height" | "clipPath", string>>): void {
  for (const [name, value] of Object.entries(styles)) if (element.style[name as "width"] !== value) element.style[name as "width"] = value;
}

/** How far to move a window so that a thing is in it; 0 when it is. */
function nearest(start: number, size: number, from: number, room: number): number {
  if (start < from) return start - from;
  return start + size > from + room ? start + size - from - room : 0;
}

const HEAD = 74;
const COARSE = 40;
const [LOWEST, HIGHEST] = [21, 30];

/** The height of a row that shows the whole class in the window: 21 to 30 px, 40 for a finger. */
export function rowHeight(sheetHeight: number, rows: number, coarse: boolean): number {
  if (coarse) return COARSE;
  const room = Math.floor(((sheetHeight - HEAD) / Math.max(1, rows)) * 2) / 2;
  return Math.max(LOWEST, Math.min(HIGHEST, room));
}
