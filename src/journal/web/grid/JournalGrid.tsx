import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { CSSProperties, ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from "react";
import { ABSENCE_SIGNS, journalWords as words } from "../words.ru.ts";
import { intentOfKey } from "./keys/cell-keys.ts";
import type { Takes } from "./keys/cell-keys.ts";
import { textOfCell } from "./clipboard.ts";
import { cellAt } from "./grid-state.ts";
import type { GridState, Place } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";
import { GridColumns, tableWidth, tracksOf, widthsOf } from "./GridColumns.tsx";
import { GridHead } from "./GridHead.tsx";
import { GridRow } from "./GridRow.tsx";
import { rangeOf } from "./moves.ts";
import { wordsOf } from "./page-model.ts";
import { weightOf } from "./say.ts";
import { Sight, rowHeight } from "./sight.ts";

export type GridProps = {
  store: GridStore;
  /** The school's wall clock, for what is owed today. */
  clock: string;
  /** Gives the page the sight, and takes it away. */
  onSight: (sight: Sight | null) => void;
  onOpenCell: () => void;
  onOpenColumn: () => void;
  onTouchCell: () => void;
  /** Asks for the work of the column, or how the averages of the pupil came out. */
  onAsk: (what: "choose_work" | "explain") => void;
};

const takesOf = ({ model, focus, typed, anchor }: GridState): Takes => ({
  at: model.columns[focus.k]?.at ?? "lesson",
  words: wordsOf(model, focus.k),
  typed,
  isRange: anchor !== null,
});

const weightsKey = (state: GridState) => state.model.columns.map((_, k) => weightOf(state, k)).join(",");

/** The journal's table: one stop of Tab, its own arrows, and a store outside React. */
export function JournalGrid({ store, clock, onSight, onOpenCell, onOpenColumn, onTouchCell, onAsk }: GridProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const model = useSyncExternalStore(store.subscribe, () => store.get().model);
  const key = useSyncExternalStore(store.subscribeAfterPaint, () => weightsKey(store.get()));
  const widths = useSyncExternalStore(store.subscribeAfterPaint, () => widthsOf(store.get()));
  const weights = useMemo(() => key.split(",").map(Number), [key]);
  useFittedRows(sheet, model.rows.length);
  const sight = useSight(store, sheet, bar, onSight, model.page);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    const pressed = { key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
    const intent = intentOfKey(pressed, takesOf(store.get()));
    if (!intent) return;
    event.preventDefault();
    if (intent.do === "open") return onOpenCell();
    if (intent.do === "choose_work" || intent.do === "explain") return onAsk(intent.do);
    store.does(intent);
    // what was typed is a mark, and the key begins the mark of the next pupil
    const next = intent.do === "put_and_go_on" ? intentOfKey(pressed, takesOf(store.get())) : null;
    if (next && next.do !== "open" && next.do !== "choose_work" && next.do !== "explain") store.does(next);
  };

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || event.button !== 0) return;
    event.preventDefault();
    store.does(event.shiftKey ? { do: "extend_to", place } : { do: "focus", place });
    sight.current?.show(store.get(), { focus: true, scroll: true });
  };

  const onClick = (event: MouseEvent) => {
    const why = (event.target as Element).closest("td.why")?.closest<HTMLElement>("tr[data-r]");
    if (why) {
      store.does({ do: "focus", place: { r: Number(why.dataset["r"]), k: store.get().focus.k } });
      return onAsk("explain");
    }
    const head = (event.target as Element).closest<HTMLElement>("thead th[data-k]");
    if (!head) {
      if (placeOf(event.target) && matchMedia("(pointer: coarse)").matches) onTouchCell();
      return;
    }
    store.does({ do: "focus", place: { r: store.get().focus.r, k: Number(head.dataset["k"]) } });
    onOpenColumn();
  };

  const onCopy = (event: ClipboardEvent) => {
    const state = store.get();
    const { top, bottom, left, right } = rangeOf(state);
    const lines: string[] = [];
    for (let r = top; r <= bottom; r++) {
      const line: string[] = [];
      for (let k = left; k <= right; k++) line.push(textOfCell(cellAt(state, { r, k }), ABSENCE_SIGNS));
      lines.push(line.join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    store.does({ do: "paste", text: event.clipboardData.getData("text/plain"), signs: ABSENCE_SIGNS });
  };

  const { page } = model;
  return (
    <div className={page.term === null ? "sheet year" : "sheet"} id="sheet" ref={sheet} tabIndex={-1}>
      <div className="colbar" ref={bar} hidden />
      <table
        className="grid"
        style={{ width: tableWidth(model, widths), "--cols": tracksOf(model, widths) } as CSSProperties}
        // A real table keeps print, search and readers; its cells are places to write, hence a grid.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={words.grid.label(page.page.groupName, page.page.subject)}
        aria-rowcount={model.rows.length + 3}
        aria-colcount={model.columns.length + (model.marked ? 4 : 1)}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onClick={onClick}
        onDoubleClick={(event) => placeOf(event.target) && onOpenCell()}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <GridColumns model={model} widths={widths} />
        <GridHead store={store} model={model} clock={clock} />
        {/* On the screen a line is no table box, and a browser that tells roles by boxes would lose this one. */}
        {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
        <tbody role="rowgroup">
          {model.rows.map((row, r) => (
            <GridRow key={row.pupilId} store={store} model={model} weights={weights} r={r} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-k]") : null;
  const row = cell?.closest<HTMLElement>("tr[data-r]");
  return cell && row ? { r: Number(row.dataset["r"]), k: Number(cell.dataset["k"]) } : null;
}

/** Fits the height of the rows to the window, through one variable. */
function useFittedRows(sheet: RefObject<HTMLDivElement | null>, rows: number): void {
  useLayoutEffect(() => {
    const box = sheet.current;
    if (!box) return;
    const fit = () => box.style.setProperty("--row", `${rowHeight(box.clientHeight, rows, matchMedia("(pointer: coarse)").matches)}px`);
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => watch.disconnect();
  }, [sheet, rows]);
}

/** Keeps the sight where the state says; the browser's focus follows only when it is in the grid already. */
type Box = RefObject<HTMLDivElement | null>;

function useSight(store: GridStore, sheet: Box, bar: Box, onSight: (sight: Sight | null) => void, page: unknown): RefObject<Sight | null> {
  const sight = useRef<Sight | null>(null);

  useLayoutEffect(() => {
    if (!sheet.current || !bar.current) return;
    const made = new Sight(sheet.current, bar.current);
    sight.current = made;
    onSight(made);
    made.show(store.get(), { focus: true, scroll: true });
    made.open(store.get());
    // A column that became wider moves those after it, and the bar with them; a narrower window must not hide the chosen cell.
    const box = sheet.current;
    const watch = new ResizeObserver((sizes) => {
      made.remeasure();
      made.show(store.get(), { focus: false, scroll: sizes.some((size) => size.target === box) });
    });
    const table = box.querySelector("table");
    if (table) watch.observe(table);
    watch.observe(box);
    const clip = () => made.scrolled();
    box.addEventListener("scroll", clip, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener("scroll", clip);
      sight.current = null;
      onSight(null);
    };
  }, [store, sheet, bar, onSight]);

  useLayoutEffect(() => {
    sight.current?.remeasure();
    sight.current?.show(store.get(), { focus: false, scroll: false });
  }, [store, page]);

  useEffect(() => {
    let last = store.get();
    let frame = 0;
    // Drawn once a frame, after the cells of it: then the page is laid out once for both.
    const draw = () => {
      frame = 0;
      const inside = sheet.current?.contains(document.activeElement) === true;
      sight.current?.show(store.get(), { focus: inside, scroll: true });
    };
    const stop = store.subscribe(() => {
      const now = store.get();
      const moved = now.focus !== last.focus || now.anchor !== last.anchor || now.adding !== last.adding || now.typed !== last.typed;
      last = now;
      if (moved && frame === 0) frame = requestAnimationFrame(draw);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store, sheet]);

  return sight;
}
