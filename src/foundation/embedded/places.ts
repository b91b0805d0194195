import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";
import type { Identity } from "./process-identity.ts";
import type { SystemUser } from "./system-user.ts";

/** Where things of the embedded database lie in the data folder. */
export interface Places {
  readonly dataDir: string;
  readonly postgresDir: string;
  readonly unfinishedDir: string;
  readonly log: string;
  readonly lock: string;
  readonly memory: string;
  readonly password: string;
}

/** What one process of Parta leaves for the next: the port to take again, and who answers for the running server. */
export interface Memory {
  readonly port: number | null;
  readonly owner: Identity | null;
}

/** Makes the data folder where it is missing; all paths are real ones, for processes are recognised by them. */
export function placesIn(folder: string): Places {
  try {
    mkdirSync(folder, { recursive: true });
    const dataDir = realpathSync(folder);
    const postgresDir = join(dataDir, "postgres");
    refuseForeign(postgresDir);
    mkdirSync(join(dataDir, "log"), { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return {
      dataDir,
      postgresDir,
      unfinishedDir: join(dataDir, "postgres.unfinished"),
      log: join(dataDir, "log", "postgres.log"),
      lock: join(dataDir, "postgres.lock"),
      memory: join(dataDir, "postgres.json"),
      password: join(dataDir, "postgres.password"),
    };
  } catch (error) {
    if (error instanceof ClusterFault) throw error;
    throw new ClusterFault(embeddedWords.notWritable(folder), error);
  }
}

/** Root may serve anybody's folder, by working as its owner; others only their own. */
function refuseForeign(postgresDir: string): void {
  const me = process.geteuid?.() ?? 0;
  const owner = statSync(postgresDir, { throwIfNoEntry: false })?.uid ?? me;
  if (me !== 0 && owner !== me) throw new ClusterFault(embeddedWords.notOurFolder(postgresDir));
}

export function recall(places: Places): Memory {
  try {
    const { port = null, owner = null } = JSON.parse(readFileSync(places.memory, "utf8")) as Partial<Memory>;
    return { port, owner };
  } catch {
    return { port: null, owner: null };
  }
}

export function remember(places: Places, memory: Memory): void {
  const unfinished = `${places.memory}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
  renameSync(unfinished, places.memory);
}

/** The password lies beside the database, readable for the database's account only (and root). */
export function passwordOf(places: Places, user: SystemUser | null): string {
  if (existsSync(places.password)) return readFileSync(places.password, "utf8").trim();
  if (existsSync(places.postgresDir)) throw new ClusterFault(embeddedWords.noPassword(places.password));
  const password = randomBytes(24).toString("base64url");
  writeFileSync(places.password, `${password}\n`, { mode: 0o600, flush: true });
  give(places.password, user, 0o600);
  return password;
}

export function give(path: string, user: SystemUser | null, mode: number): void {
  chmodSync(path, mode);
  if (user) chownSync(path, user.uid, user.gid);
}
