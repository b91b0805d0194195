import { useEffect, useState, useSyncExternalStore } from "react";
import { serverNow } from "../../../foundation/http-client.ts";
import type { GridState } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";

/** The whole state of the grid, for the parts of the page that are few and small. */
export const useGrid = (store: GridStore): GridState => useSyncExternalStore(store.subscribe, store.get);

/** The moment, turned every half minute: for deadlines and for what is owed today. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const turn = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(turn);
  }, []);
  return now;
}
