import { useCallback, useEffect, useRef } from "react";
import { Link } from "@tanstack/react-router";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { useEscape } from "../../../foundation/ui/use-escape.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { useGrid } from "../grid/use-grid.ts";
import type { LessonColumn } from "../grid/page-model.ts";
import { journalWords as words } from "../words.ru.ts";
import { topicsWords } from "./topics-words.ru.ts";
import { LessonLine } from "./LessonLine.tsx";

type DrawerProps = { store: GridStore; now: Date; clock: string; timezone: string; asked: number; onClose: () => void };

/** Topics, homework and work types of the lessons, the latest first. The chosen column's lesson stands open for writing. */
export function TopicsDrawer({ store, now, clock, timezone, asked, onClose }: DrawerProps) {
  const state = useGrid(store);
  const { model, focus, notes } = state;
  const box = useRef<HTMLElement>(null);
  const chosen = model.columns[focus.k]?.id ?? 0;
  const lines = model.columns
    .filter((column): column is LessonColumn => column.at === "lesson" && (column.when !== "future" || column.id === chosen))
    .toReversed();

  useEscape(box, onClose);

  useEffect(() => {
    box.current?.querySelector(".on")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  useEffect(() => {
    if (asked > 0) box.current?.querySelector<HTMLElement>(".on [data-first]")?.focus();
  }, [asked]);

  const open = useCallback(
    (column: number) => {
      const { model: now, focus: at } = store.get();
      store.does({ do: "focus", place: { r: at.r, k: now.columnOf.get(column) ?? at.k } });
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(".on [data-first]")?.focus());
    },
    [store],
  );

  return (
    <aside className="drawer" id="drawer" aria-label={words.topics.heading} ref={box}>
      <header>
        <h2>{words.topics.heading}</h2>
        <span className="grow" />
        <Link className="small" to="/journal/$pageId/topics" params={{ pageId: String(model.page.page.pageId) }} search={{ term: model.page.term ?? 0 }}>
          {topicsWords.page.whole}
        </Link>
        <button className="btn quiet icon" type="button" aria-label={words.topics.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      {lines.length === 0 && <p className="none soft">{words.topics.empty}</p>}
      <ol>
        {lines.map((column) => {
          const k = model.columnOf.get(column.id) ?? 0;
          const slot = notes[k];
          return (
            slot && (
              <LessonLine
                key={column.id}
                store={store}
                model={model}
                column={column}
                slot={slot}
                open={column.id === chosen}
                now={now}
                clock={clock}
                timezone={timezone}
                onOpen={open}
              />
            )
          );
        })}
      </ol>
    </aside>
  );
}
