import type { DeviceStore, Kept, Shelf } from "./device-store.ts";

/** The belongings in the memory of the tab: for a browser that gives no database. Texts, so that nobody changes what was put. */
export class MemoryStore implements DeviceStore {
  readonly lasting = false;
  readonly #shelves: Record<Shelf, Map<string, string>> = { pending: new Map(), copies: new Map() };

  async get<T extends Kept>(shelf: Shelf, id: string): Promise<T | undefined> {
    const text = this.#shelves[shelf].get(id);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  async list<T extends Kept>(shelf: Shelf, owner: string): Promise<T[]> {
    return [...this.#shelves[shelf].values()].map((text) => JSON.parse(text) as T).filter((one) => one.owner === owner);
  }

  async write(shelf: Shelf, puts: readonly Kept[], removes: readonly string[] = []): Promise<void> {
    for (const id of removes) this.#shelves[shelf].delete(id);
    for (const one of puts) this.#shelves[shelf].set(one.id, JSON.stringify(one));
  }

  async forget(owner: string): Promise<void> {
    for (const shelf of Object.values(this.#shelves)) {
      for (const [id, text] of shelf) if ((JSON.parse(text) as Kept).owner === owner) shelf.delete(id);
    }
  }

  async forgetOthers(owner: string): Promise<void> {
    const { copies } = this.#shelves;
    for (const [id, text] of copies) if ((JSON.parse(text) as Kept).owner !== owner) copies.delete(id);
  }
}
