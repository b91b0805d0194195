import type { DeviceStore } from "./device-store.ts";
import { MemoryStore } from "./memory-store.ts";

let opened: Promise<DeviceStore> | undefined;

/** The one store of this tab: the browser's database, or memory where there is none. */
export function deviceStore(): Promise<DeviceStore> {
  opened ??= import("./indexed-store.ts").then((own) => own.openIndexedStore()).catch(() => new MemoryStore());
  return opened;
}
