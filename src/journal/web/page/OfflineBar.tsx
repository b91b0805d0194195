import { dayIn, timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { countsOf } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { isKeptLasting } from "../grid/grid-store.ts";
import { useGrid } from "../grid/use-grid.ts";
import { journalWords as words } from "../words.ru.ts";

/** Stands while there is no connection: how much waits, that nothing is lost, and of what moment the page is when it is a copy. */
export function OfflineBar({ store, asOf, timezone }: { store: GridStore; asOf: number | null; timezone: string }) {
  const state = useGrid(store);
  return (
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
  );
}

/** The time, and the day when it is not today's. */
export function momentOf(ms: number, timezone: string): string {
  const [then, now] = [new Date(ms), new Date()];
  const day = dayIn(timezone, then);
  return day === dayIn(timezone, now) ? timeIn(timezone, then) : `${timeIn(timezone, then)}, ${words.day(day)}`;
}
