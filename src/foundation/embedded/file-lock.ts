import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";

const SQLITE_BUSY = 5;

/**
 * Runs the work while no other process (nor another caller in this one) holds the same file.
 * The lock is the operating system's, taken through SQLite because Node has no flock: it ends with its
 * process, so a killed holder leaves nothing stale to guess about.
 */
export async function whileLocked<T>(file: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!taken(lock)) {
      if (Date.now() > deadline) throw new ClusterFault(embeddedWords.locked(file));
      await sleep(20);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    lock.exec("begin exclusive");
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
