import type { Note } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { journalWords as words } from "../words.ru.ts";

/** Another wrote the same lesson meanwhile: both texts stand until one is chosen. */
export function NoteConflict({ store, column, theirs }: { store: GridStore; column: number; theirs: Note }) {
  return (
    <div className="note t-conflict" role="group" aria-label={words.window.conflict}>
      <div>
        <p>{words.topics.conflict}</p>
        <p className="soft">
          {words.topics.theirs}: {[theirs.topic, theirs.tasks, theirs.homework].filter(Boolean).join(" · ") || words.cell.blank}
        </p>
        <button className="btn small" type="button" onClick={() => store.settleNote(column, "mine")}>
          {words.topics.keepMine}
        </button>{" "}
        <button className="btn small" type="button" onClick={() => store.settleNote(column, "theirs")}>
          {words.topics.keepTheirs}
        </button>
      </div>
    </div>
  );
}
