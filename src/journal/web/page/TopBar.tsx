import { Link } from "@tanstack/react-router";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { missingOf, isHeld } from "../grid/duty.ts";
import type { GridState } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";
import { journalWords as words } from "../words.ru.ts";
import { Terms } from "./Terms.tsx";

type BarProps = {
  store: GridStore;
  clock: string;
  topicsOpen: boolean;
  onChoosePage: () => void;
  onTerm: (term: number) => void;
  onUndo: () => void;
  onTopics: () => void;
  onKeys: () => void;
};

/** Which page, which term, and what may be done with the whole of it. */
export function TopBar({ store, clock, topicsOpen, onChoosePage, onTerm, onUndo, onTopics, onKeys }: BarProps) {
  const state = usePaintedGrid(store);
  const { page } = state.model;
  const { groupName, subject } = page.page;
  const { held, all, owed } = countLessons(state, clock);
  const shown = page.terms.find((term) => term.term === page.term);
  return (
    <div className="topbar">
      <h1 className="vh">{words.page.heading(groupName, subject, shown ? words.term.full(shown.term, shown.kind) : words.term.year)}</h1>
      <button className="which" type="button" aria-haspopup="dialog" title={words.bar.choosePage} onClick={onChoosePage}>
        <span className="which-name">{words.page.name(groupName, subject)}</span> <Icon name="down" />
      </button>
      <Terms page={page} onTerm={onTerm} />
      <span className="prog">{words.bar.held(held, all)}</span>
      <span className="grow" />
      {page.mayWrite && (
        <button className="btn quiet opt" type="button" aria-disabled={state.undo.length === 0} onClick={onUndo}>
          <Icon name="undo" /> {words.bar.undo}
        </button>
      )}
      <button className="btn" type="button" aria-expanded={topicsOpen} aria-controls={topicsOpen ? "drawer" : undefined} onClick={onTopics}>
        <Icon name="book" /> <span className="tx">{words.bar.topics}</span>
        {owed > 0 && (
          <span className="count">
            <span aria-hidden="true">{owed}</span>
            <span className="vh">{words.bar.duties(owed)}</span>
          </span>
        )}
      </button>
      {state.model.marked && (
        <Link className="btn opt" to="/journal/$pageId/results" params={{ pageId: String(page.page.pageId) }}>
          {words.bar.results}
        </Link>
      )}
      <Link
        className="btn quiet icon opt"
        to="/journal/$pageId/print"
        params={{ pageId: String(page.page.pageId) }}
        search={{ term: page.term ?? 0 }}
        aria-label={words.bar.print}
        title={words.bar.print}
      >
        <Icon name="print" />
      </Link>
      <button className="btn quiet icon opt" type="button" aria-label={words.bar.keys} title={words.bar.keys} onClick={onKeys}>
        ?
      </button>
    </div>
  );
}

function countLessons(state: GridState, clock: string): { held: number; all: number; owed: number } {
  const { page, columns } = state.model;
  let [held, all, owed] = [0, 0, 0];
  columns.forEach((column, k) => {
    const note = state.notes[k];
    if (column.at !== "lesson" || column.lesson.cancelled) return;
    all += 1;
    if (isHeld(column.lesson, page.today, clock)) held += 1;
    if (note && missingOf(column.lesson, note.wanted, page.today, clock)) owed += 1;
  });
  return { held, all, owed };
}
