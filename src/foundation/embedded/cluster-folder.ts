import { spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POSTGRES_MAJOR, type Binaries } from "./binaries.ts";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";
import type { Launcher } from "./launcher.ts";
import { give, type Places } from "./places.ts";
import { settingsText } from "./settings.ts";

/** The role that owns the embedded database, and the name of that database. */
export const OWNER_ROLE = "parta";

const SETTINGS_FILE = "parta.conf";

/** Leaves a database folder of the right version, with the settings of this Parta; makes it the first time. */
export async function readyFolder(places: Places, binaries: Binaries, launcher: Launcher, durable: boolean): Promise<void> {
  if (existsSync(places.postgresDir)) checkFolder(places, launcher);
  else await makeFolder(places, binaries, launcher, durable);
  const settings = join(places.postgresDir, SETTINGS_FILE);
  writeFileSync(settings, settingsText(durable));
  give(settings, launcher.user, 0o600);
}

function checkFolder(places: Places, launcher: Launcher): void {
  const { uid } = statSync(places.postgresDir);
  if (launcher.user && uid !== launcher.user.uid) {
    // Root copied the folder here (from a backup, say): it becomes the database's again.
    spawnSync("chown", ["-R", `${launcher.user.uid}:${launcher.user.gid}`, places.postgresDir, places.password]);
  }
  const version = readFileSync(join(places.postgresDir, "PG_VERSION"), "utf8").trim();
  if (version !== String(POSTGRES_MAJOR)) {
    throw new ClusterFault(embeddedWords.otherVersion(places.postgresDir, version, POSTGRES_MAJOR));
  }
}

async function makeFolder(places: Places, binaries: Binaries, launcher: Launcher, durable: boolean): Promise<void> {
  // Made aside and renamed, so that a first start killed halfway leaves nothing that looks like a database.
  rmSync(places.unfinishedDir, { recursive: true, force: true });
  mkdirSync(places.unfinishedDir, { mode: 0o700 });
  give(places.unfinishedDir, launcher.user, 0o700);
  const who = ["--username", OWNER_ROLE, "--pwfile", places.password, "--auth=scram-sha-256"];
  const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=ru"];
  const sync = durable ? [] : ["--no-sync"];
  const args = ["--pgdata", places.unfinishedDir, ...who, ...text, ...sync];
  const initdb = launcher.launch(binaries.initdb, args, places.log);
  if ((await exitOf(initdb)) !== 0) throw new ClusterFault(embeddedWords.initFailed(places.log));
  appendFileSync(join(places.unfinishedDir, "postgresql.conf"), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  renameSync(places.unfinishedDir, places.postgresDir);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}
