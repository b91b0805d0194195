import { Icon } from "../../../foundation/ui/Icon.tsx";
import { countsOf } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { isKeptLasting } from "../grid/grid-store.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";
import { momentOf } from "../offline/moment.ts";
import { journalWords as words } from "../words.ru.ts";
import { RefusedEntries } from "./RefusedEntries.tsx";

/** Stands while there is no connection: how much waits, that nothing is lost, and of what moment the page is when it is a copy; then what was refused on arrival. */
export function OfflineBar({ store, asOf, timezone }: { store: GridStore; asOf: number | null; timezone: string }) {
  const state = usePaintedGrid(store);
  return (
    <div>
      <div role="status">
        {(state.link === "lost" || asOf !== null) && (
          <div className="offline">
            <Icon name="off" />
            <b>{words.save.offline(countsOf(state).unsent)}</b>
            {asOf !== null && <span>{words.save.asOf(momentOf(asOf, timezone))}</span>}
            <span className="opt2">{isKeptLasting() ? words.save.offlineText : words.save.offlineHere}</span>
          </div>
        )}
      </div>
      <RefusedEntries store={store} timezone={timezone} />
    </div>
  );
}
