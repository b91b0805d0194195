import { Workbox } from "workbox-window";

/** How often a tab that is looked at asks for a new version, ms. */
const AGAIN = 3_600_000;

let taking: (() => void) | null = null;
const listeners = new Set<() => void>();
let begun = false;

function offer(take: () => void): void {
  taking = take;
  for (const listener of listeners) listener();
}

/**
 * Puts the program on the device, so that it opens without network, and watches for a new version. A new one is only offered: nothing is loaded anew
 * under hands that type. Without https the browser has no such thing, and the program works as before.
 */
export function installProgram(): void {
  if (begun || !("serviceWorker" in navigator)) return;
  begun = true;
  const worker = new Workbox("/service-worker.js");
  let mine = false;
  worker.addEventListener("waiting", () =>
    offer(() => {
      mine = true;
      worker.messageSkipWaiting();
    }),
  );
  worker.addEventListener("controlling", ({ isUpdate, isExternal }) => {
    if (mine) location.reload();
    // another tab has taken the new version: this one goes on with the old program until its person says so
    else if (isUpdate || isExternal) offer(() => location.reload());
  });
  void worker.register().catch(() => undefined);
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < AGAIN) return;
    asked = Date.now();
    void worker.update().catch(() => undefined);
  });
}

/** For `useSyncExternalStore`: how to take the new version, null while there is none. */
export const newVersion = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: (): (() => void) | null => taking,
};
