import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";
import { freePort } from "./free-port.ts";
import type { Launcher } from "./launcher.ts";
import { trimLog } from "./log-file.ts";
import type { Places } from "./places.ts";
import { forgetStalePidFile, runningPostmaster, type Postmaster } from "./postmaster.ts";

export interface Started {
  readonly child: ChildProcess;
  readonly postmaster: Postmaster;
}

/** Long enough for replaying a gigabyte of write-ahead log after a power cut. */
const READY_WITHIN_MS = 180_000;
/** Children of a killed server need a moment to notice, and till then hold its memory. */
const RETRY_FOR_MS = 20_000;

const PORT_TAKEN = /could not (bind|create any TCP)|Address already in use/i;
const STILL_HELD = /shared memory block|lock file "postmaster\.pid" already exists/i;

/** Starts PostgreSQL as a child of this process and returns when it accepts connections. */
export async function startPostmaster(places: Places, binaries: Binaries, launcher: Launcher, rememberedPort: number | null): Promise<Started> {
  const retryUntil = Date.now() + RETRY_FOR_MS;
  let port = await freePort(rememberedPort);
  for (;;) {
    forgetStalePidFile(places.postgresDir);
    const logged = trimLog(places.log);
    const args = ["-D", places.postgresDir, "-c", "listen_addresses=127.0.0.1", "-c", `port=${port}`];
    const child = launcher.launch(binaries.postgres, args, places.log);
    const postmaster = await readiness(child, places);
    if (postmaster) return { child, postmaster };
    const complaint = readFileSync(places.log).subarray(logged).toString();
    const mayPass = PORT_TAKEN.test(complaint) || STILL_HELD.test(complaint);
    if (!mayPass || Date.now() > retryUntil) throw new ClusterFault(embeddedWords.startFailed(places.log), complaint);
    if (PORT_TAKEN.test(complaint)) port = await freePort(null);
    await sleep(100);
  }
}

/** The server when it is ready; null when it ended instead. */
async function readiness(child: ChildProcess, places: Places): Promise<Postmaster | null> {
  let ended = child.pid === undefined;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended) {
    const postmaster = runningPostmaster(places.postgresDir);
    if (postmaster?.pid === child.pid && postmaster?.status === "ready") return postmaster;
    if (Date.now() > deadline) {
      child.kill("SIGQUIT");
      throw new ClusterFault(embeddedWords.startTooLong(places.log));
    }
    await sleep(10);
  }
  return null;
}
