import { useEffect, useState, useSyncExternalStore } from "react";
import { serverNow } from "../../../foundation/http-client.ts";
import type { GridState } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";

/** The whole state of the grid at once: for windows and fields that are written in. */
export const useGrid = (store: GridStore): GridState => useSyncExternalStore(store.subscribe, store.get);

/** The whole state of the grid as of the last painted frame: for what stands around the cells and only shows. */
export const usePaintedGrid = (store: GridStore): GridState => useSyncExternalStore(store.subscribeAfterPaint, store.get);

/** The moment, turned every half minute: for deadlines and for what is owed today. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const turn = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(turn);
  }, []);
  return now;
}
