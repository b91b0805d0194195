import type { DeviceStore } from "../../../../foundation/device/device-store.ts";
import { newKey } from "../../../../foundation/device/new-key.ts";
import type { PendingPage } from "./pending-page.ts";

/** Which tabs of this browser live. A tab holds a lock of its name as long as it lives, however it ends. */
export type Tabs = {
  readonly hold: (tab: string) => void;
  readonly othersAlive: () => Promise<ReadonlySet<string>>;
  /** Resolves when the tab is gone. */
  readonly gone: (tab: string) => Promise<void>;
  /** Does the work while no other tab does its own. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
};

const TAB = "parta-tab-";
const ADOPTING = "parta-adopting";

/** The tabs by the browser's locks; where it has none (no https), every other tab counts as gone: keys keep a letter sent by two from being done twice. */
export function browserTabs(): Tabs {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return { hold: () => undefined, othersAlive: async () => new Set<string>(), gone: async () => undefined, alone: (work) => work() };
  return {
    hold: (tab) => void locks.request(TAB + tab, () => new Promise(() => undefined)).catch(() => undefined),
    othersAlive: async () => {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => (name?.startsWith(TAB) ? [name.slice(TAB.length)] : [])));
    },
    gone: async (tab) => await locks.request(TAB + tab, { mode: "shared" }, () => undefined),
    alone: async (work) => await locks.request(ADOPTING, work),
  };
}

/**
 * What waits of one person, kept on the device page by page. Every tab keeps and sends its own; what a gone tab left is adopted by one other,
 * so a letter has one sender at a time. Another person's things are not touched.
 */
export class PendingKeep {
  readonly owner: string;
  readonly tab = newKey();
  readonly #store: DeviceStore;
  readonly #tabs: Tabs;
  readonly #next = new Map<string, PendingPage>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #watched = new Set<string>();
  #failed = false;
  #closed = false;

  constructor(owner: string, store: DeviceStore, tabs: Tabs) {
    this.owner = owner;
    this.#store = store;
    this.#tabs = tabs;
    tabs.hold(this.tab);
  }

  /** Whether what is kept outlives the tab: the browser has a database, and it took the last record. */
  get isLasting(): boolean {
    return this.#store.lasting && !this.#failed;
  }

  /** Whether the tab may close at this moment and lose nothing. */
  get isSafe(): boolean {
    return this.isLasting && this.#writing.size === 0;
  }

  idOf(pageId: number, term: number | null): string {
    return `${this.owner}:${this.tab}:${pageId}:${term ?? 0}`;
  }

  /** Keeps the page as it stands now; resolves when that, or something newer of the page, is kept. A page with nothing waiting is taken away. */
  save(page: PendingPage): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#next.set(page.id, page);
    const writing = this.#writing.get(page.id) ?? this.#write(page.id);
    this.#writing.set(page.id, writing);
    return writing;
  }

  async #write(id: string): Promise<void> {
    for (let page = this.#next.get(id); page; page = this.#next.get(id)) {
      this.#next.delete(id);
      const empty = page.slots.length + page.letters.length + (page.refused?.length ?? 0) === 0;
      try {
        await this.#store.write("pending", empty ? [] : [page], empty ? [id] : []);
        this.#failed = false;
      } catch {
        // no room, or the database was taken away: the tab itself still has everything, and asks before it closes
        this.#failed = true;
      }
    }
    this.#writing.delete(id);
  }

  /** Gives over what gone tabs of this person left, and takes it off the device once it is kept under this tab's name. */
  async adopt(give: (page: PendingPage) => Promise<boolean>): Promise<void> {
    if (this.#closed) return;
    await this.#tabs.alone(async () => {
      const alive = await this.#tabs.othersAlive();
      const left = (await this.#store.list<PendingPage>("pending", this.owner)).filter(
        (page) => page.form === 1 && page.tab !== this.tab && !alive.has(page.tab),
      );
      this.#watch(alive, give);
      for (const page of left.sort((a, b) => a.at - b.at)) if (await give(page)) await this.#store.write("pending", [], [page.id]);
    });
  }

  /** Tabs that live now leave something one day, and it is asked for when they go. */
  #watch(alive: ReadonlySet<string>, give: (page: PendingPage) => Promise<boolean>): void {
    for (const tab of alive) {
      if (tab === this.tab || this.#watched.has(tab)) continue;
      this.#watched.add(tab);
      void this.#tabs.gone(tab).then(
        () => this.adopt(give),
        () => undefined,
      );
    }
  }

  /** The person lets go of everything that was not sent; nothing more is kept. */
  async forget(): Promise<void> {
    this.#closed = true;
    this.#next.clear();
    await Promise.allSettled(this.#writing.values());
    await this.#store.forget(this.owner);
  }
}
