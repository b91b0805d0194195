import { useCallback, useEffect, useRef, useState } from "react";
import { timeIn } from "../../../foundation/day.ts";
import { pageIntentOfKey } from "../grid/keys/cell-keys.ts";
import type { Place } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { JournalGrid } from "../grid/JournalGrid.tsx";
import { startingColumn } from "../grid/page-model.ts";
import type { Sight } from "../grid/sight.ts";
import { usePaintedGrid, useNow } from "../grid/use-grid.ts";
import { TopicsDrawer } from "../topics/TopicsDrawer.tsx";
import { CellWindow } from "../window/CellWindow.tsx";
import { journalWords as words } from "../words.ru.ts";
import { AveragesDialog } from "../marks/AveragesDialog.tsx";
import { RangeBar } from "../marks/RangeBar.tsx";
import { WorkDialog } from "../marks/WorkDialog.tsx";
import { LessonSigns } from "./beside.ts";
import type { Beside, PlaceOnPage } from "./beside.ts";
import { ChoosePage } from "./ChoosePage.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { OfflineBar } from "./OfflineBar.tsx";
import { PrintedLine } from "./PrintedLine.tsx";
import { ReasonBar } from "./ReasonBar.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { Telling } from "./Telling.tsx";
import { TopBar } from "./TopBar.tsx";

type PageProps = {
  store: GridStore;
  /** When the page is shown from its copy: of what moment, ms. */ asOf: number | null;
  timezone: string;
  school: string;
  onTerm: (term: number) => void;
  Beside?: Beside | undefined;
};

/** The page of the journal with everything around the grid. */
export function OpenPage({ store, asOf, timezone, school, onTerm, Beside }: PageProps) {
  const now = useNow();
  const clock = timeIn(timezone, now);
  const sight = useRef<Sight | null>(null);
  const reason = useRef<HTMLInputElement | null>(null);
  const [topics, setTopics] = useState({ open: false, asked: 0 });
  const topicsOpen = topics.open;
  const [window, setWindow] = useState<{ at: Place | null; seen: number }>({ at: null, seen: 0 });
  const [dialog, setDialog] = useState<"keys" | "pages" | "choose_work" | "explain" | null>(null);
  const [asked, setAsked] = useState(0);
  const [signs, setSigns] = useState<ReadonlyMap<number, string>>(new Map());
  const { told, focus, model } = usePaintedGrid(store);

  // The window belongs to the focus it was opened at: any move of it closes the window. A key in a conflict opens it too.
  const quarrel = told?.what.is === "conflict" && told.n !== window.seen;
  const cell = window.at === focus || quarrel ? focus : null;

  const onSight = useCallback((given: Sight | null) => {
    sight.current = given;
  }, []);
  const toGrid = useCallback(() => sight.current?.show(store.get(), { focus: true, scroll: true }), [store]);
  const placeNow = useCallback(() => placeOf(store.get()), [store]);
  const ask = useCallback(
    (what: "choose_work" | "explain") => {
      if (what === "explain" || store.get().model.page.mayWrite) setDialog(what);
    },
    [store],
  );
  const closeDialog = () => {
    setAsked(store.get().told?.n ?? 0);
    setDialog(null);
    // the browser gives the focus back to where it was when the window has gone
    requestAnimationFrame(toGrid);
  };
  // a mark without a work type asks for it at once
  const lacksWork = told?.what.is === "no_work" && told.n !== asked;
  const column = model.columns[focus.k];
  const openCell = () => setWindow((was) => ({ ...was, at: store.get().focus }));
  const closeCell = useCallback(() => {
    setWindow({ at: null, seen: store.get().told?.n ?? 0 });
    toGrid();
  }, [store, toGrid]);
  const openTopics = useCallback(() => setTopics((was) => ({ open: true, asked: was.asked + 1 })), []);
  const closeTopics = useCallback(() => {
    setTopics((was) => ({ ...was, open: false }));
    toGrid();
  }, [toGrid]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
      const intent = pageIntentOfKey({ key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey });
      if (!intent || (typing && intent === "keys") || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (intent === "keys") setDialog("keys");
      else if (intent === "reason") reason.current?.focus();
      else if (intent === "topics") (topicsOpen ? closeTopics : openTopics)();
      else {
        store.does({ do: "focus", place: { r: store.get().focus.r, k: startingColumn(store.get().model) } });
        toGrid();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store, topicsOpen, openTopics, closeTopics, toGrid]);

  return (
    <main className="work" id="main">
      <TopBar
        store={store}
        clock={clock}
        topicsOpen={topicsOpen}
        onChoosePage={() => setDialog("pages")}
        onTerm={onTerm}
        onUndo={() => {
          store.does({ do: "undo" });
          toGrid();
        }}
        onTopics={topicsOpen ? closeTopics : openTopics}
        onKeys={() => setDialog("keys")}
      />
      <div>
        <OfflineBar store={store} asOf={asOf} timezone={timezone} />
        <ReasonBar store={store} field={reason} onDone={toGrid} />
        {Beside && asOf === null && (
          <Beside
            pageId={model.page.page.pageId}
            lessonId={column?.at === "lesson" ? column.id : null}
            placeNow={placeNow}
            timezone={timezone}
            onSigns={setSigns}
          />
        )}
      </div>
      <div className="mid">
        <LessonSigns value={signs}>
          <JournalGrid store={store} clock={clock} onSight={onSight} onOpenCell={openCell} onOpenColumn={openTopics} onTouchCell={openCell} onAsk={ask} />
        </LessonSigns>
        <RangeBar store={store} onDone={toGrid} />
        {topicsOpen && <TopicsDrawer store={store} now={now} clock={clock} timezone={timezone} asked={topics.asked} onClose={closeTopics} />}
      </div>
      <StatusLine store={store} timezone={timezone} />
      <PrintedLine page={model.page} school={school} timezone={timezone} />
      <Telling store={store} />
      {cell && <CellWindow store={store} place={cell} sight={sight} timezone={timezone} onClose={closeCell} />}
      {(dialog === "choose_work" || lacksWork) && column?.at === "lesson" && <WorkDialog key={column.id} store={store} column={column} onClose={closeDialog} />}
      {dialog === "explain" && <AveragesDialog store={store} r={focus.r} onClose={closeDialog} />}
      {dialog === "keys" && <KeysDialog scale={model.page.currentScale} onClose={() => setDialog(null)} />}
      {dialog === "pages" && <ChoosePage title={words.pages.choose} page={model.page} onTerm={onTerm} onClose={() => setDialog(null)} />}
    </main>
  );
}

/** Where the focus stands, for what is shown beside the grid. */
function placeOf({ model, focus }: ReturnType<GridStore["get"]>): PlaceOnPage {
  const [column, row] = [model.columns[focus.k], model.rows[focus.r]];
  const lesson = column?.at === "lesson" ? { lessonId: column.id, day: column.lesson.day, slot: column.lesson.slot } : null;
  return { pageId: model.page.page.pageId, lesson, pupil: row ? { pupilId: row.pupilId, name: row.name } : null };
}
