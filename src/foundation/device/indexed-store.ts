import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { DeviceStore, Kept, Shelf } from "./device-store.ts";

interface Belongings extends DBSchema {
  pending: { key: string; value: Kept; indexes: { owner: string } };
  copies: { key: string; value: Kept; indexes: { owner: string } };
}

const NAME = "parta";

/** The form of the database. A new form is a new step in `upgrade`; what older programs wrote is read by `form` of the record itself. */
const FORM = 1;

const SHELVES: readonly Shelf[] = ["pending", "copies"];

/** The belongings in the browser's own database. */
export class IndexedStore implements DeviceStore {
  readonly lasting = true;
  readonly #db: IDBPDatabase<Belongings>;

  constructor(db: IDBPDatabase<Belongings>) {
    this.#db = db;
  }

  async get<T extends Kept>(shelf: Shelf, id: string): Promise<T | undefined> {
    return (await this.#db.get(shelf, id)) as T | undefined;
  }

  async list<T extends Kept>(shelf: Shelf, owner: string): Promise<T[]> {
    return (await this.#db.getAllFromIndex(shelf, "owner", owner)) as T[];
  }

  async write(shelf: Shelf, puts: readonly Kept[], removes: readonly string[] = []): Promise<void> {
    // strict: what a teacher wrote is on the disk and not only on its way there
    const work = this.#db.transaction(shelf, "readwrite", { durability: shelf === "pending" ? "strict" : "relaxed" });
    await Promise.all([...removes.map((id) => work.store.delete(id)), ...puts.map((one) => work.store.put(one)), work.done]);
  }

  async forget(owner: string): Promise<void> {
    for (const shelf of SHELVES) {
      const work = this.#db.transaction(shelf, "readwrite");
      const ids = await work.store.index("owner").getAllKeys(owner);
      await Promise.all([...ids.map((id) => work.store.delete(id)), work.done]);
    }
  }

  async forgetOthers(owner: string): Promise<void> {
    const work = this.#db.transaction("copies", "readwrite");
    for (let at = await work.store.index("owner").openCursor(); at; at = await at.continue()) if (at.value.owner !== owner) await at.delete();
    await work.done;
  }
}

/** Opens the browser's database; throws where the browser gives none. */
export async function openIndexedStore(): Promise<DeviceStore> {
  const db = await openDB<Belongings>(NAME, FORM, {
    upgrade: (made, from) => {
      if (from < 1) for (const shelf of SHELVES) made.createObjectStore(shelf, { keyPath: "id" }).createIndex("owner", "owner");
    },
    // a newer program in another tab waits for this one's database to be let go
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  return new IndexedStore(db);
}
