import { Icon } from "../../../foundation/ui/Icon.tsx";
import { countsOf } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { useGrid } from "../grid/use-grid.ts";
import { journalWords as words } from "../words.ru.ts";

/** Stands while there is no connection: how much waits, and that nothing is lost. */
export function OfflineBar({ store }: { store: GridStore }) {
  const state = useGrid(store);
  return (
    <div role="status">
      {state.link === "lost" && (
        <div className="offline">
          <Icon name="off" />
          <b>{words.save.offline(countsOf(state).unsent)}</b>
          <span className="opt2">{words.save.offlineText}</span>
        </div>
      )}
    </div>
  );
}
