import { useEffect, useState, useSyncExternalStore } from "react";
import { timeIn } from "../../../foundation/day.ts";
import type { GridState } from "./grid-state.ts";
import type { GridStore } from "./grid-store.ts";

/** The whole state of the grid, for the parts of the page that are few and small. */
export const useGrid = (store: GridStore): GridState => useSyncExternalStore(store.subscribe, store.get);

/** The school's wall clock, `08:05`, turned every half minute. */
export function useClock(timezone: string): string {
  const [clock, setClock] = useState(() => timeIn(timezone, new Date()));
  useEffect(() => {
    const turn = setInterval(() => setClock(timeIn(timezone, new Date())), 30_000);
    return () => clearInterval(turn);
  }, [timezone]);
  return clock;
}
