import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { pageIntentOfKey } from "../grid/cell-keys.ts";
import type { Place } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { JournalGrid } from "../grid/JournalGrid.tsx";
import { startingColumn } from "../grid/page-model.ts";
import type { Sight } from "../grid/sight.ts";
import { useClock, useGrid } from "../grid/use-grid.ts";
import { TopicsDrawer } from "../topics/TopicsDrawer.tsx";
import { CellWindow } from "../window/CellWindow.tsx";
import { journalWords as words } from "../words.ru.ts";
import { ChoosePage } from "./ChoosePage.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { OfflineBar } from "./OfflineBar.tsx";
import { PrintedLine } from "./PrintedLine.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { Telling } from "./Telling.tsx";
import { TopBar } from "./TopBar.tsx";

type PageProps = { store: GridStore; timezone: string; school: string; onTerm: (term: number) => void };

/** The page of the journal with everything around the grid. */
export function OpenPage({ store, timezone, school, onTerm }: PageProps) {
  const clock = useClock(timezone);
  const sight = useRef<Sight | null>(null);
  const [topics, setTopics] = useState({ open: false, asked: 0 });
  const [cell, setCell] = useState<Place | null>(null);
  const [dialog, setDialog] = useState<"keys" | "pages" | null>(null);
  const { told, focus, model } = useGrid(store);

  const toGrid = () => sight.current?.show(store.get(), { focus: true, scroll: true });
  const closeCell = () => {
    setCell(null);
    toGrid();
  };
  const openTopics = () => setTopics((now) => ({ open: true, asked: now.asked + 1 }));
  const toggleTopics = () => {
    if (!topics.open) return openTopics();
    setTopics((now) => ({ ...now, open: false }));
    toGrid();
  };

  useEffect(() => {
    if (told?.what.is === "conflict") setCell(told.what.place);
  }, [told]);

  useEffect(() => {
    // The window belongs to its cell: it goes when another one is chosen.
    setCell((now) => (now && (now.r !== focus.r || now.k !== focus.k) ? null : now));
  }, [focus]);

  useEffect(() => {
    // The drawer takes room from the grid: the chosen column must not go under the totals.
    sight.current?.show(store.get(), { focus: false, scroll: true });
  }, [store, topics.open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
    const intent = pageIntentOfKey({ key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey });
    if (!intent || (typing && intent === "keys")) return;
    event.preventDefault();
    if (intent === "keys") setDialog("keys");
    if (intent === "topics") toggleTopics();
    if (intent === "today") {
      store.does({ do: "focus", place: { r: store.get().focus.r, k: startingColumn(store.get().model) } });
      toGrid();
    }
  };

  return (
    <main className="work" id="main" onKeyDown={onKeyDown}>
      <TopBar
        store={store}
        clock={clock}
        topicsOpen={topics.open}
        onChoosePage={() => setDialog("pages")}
        onTerm={onTerm}
        onUndo={() => {
          store.does({ do: "undo" });
          toGrid();
        }}
        onTopics={toggleTopics}
        onKeys={() => setDialog("keys")}
      />
      <OfflineBar store={store} />
      <div className="mid">
        <JournalGrid store={store} clock={clock} sight={sight} onOpenCell={() => setCell(store.get().focus)} onOpenColumn={openTopics} onTouchCell={() => setCell(store.get().focus)} />
        {topics.open && <TopicsDrawer store={store} clock={clock} timezone={timezone} asked={topics.asked} onClose={toggleTopics} />}
      </div>
      <StatusLine store={store} timezone={timezone} />
      <PrintedLine page={model.page} school={school} timezone={timezone} />
      <Telling store={store} />
      {cell && <CellWindow store={store} place={cell} sight={sight} timezone={timezone} onClose={closeCell} />}
      {dialog === "keys" && <KeysDialog scale={model.page.currentScale} onClose={() => setDialog(null)} />}
      {dialog === "pages" && <ChoosePage title={words.pages.choose} page={model.page} onTerm={onTerm} onClose={() => setDialog(null)} />}
    </main>
  );
}
