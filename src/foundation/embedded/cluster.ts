import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries, type Binaries } from "./binaries.ts";
import { ClusterFault } from "./cluster-fault.ts";
import { OWNER_ROLE, readyFolder } from "./cluster-folder.ts";
import { embeddedWords } from "./embedded.ru.ts";
import { whileLocked } from "./file-lock.ts";
import { findLauncher, type Launcher } from "./launcher.ts";
import { trimLog } from "./log-file.ts";
import { passwordOf, placesIn, recall, remember, type Places } from "./places.ts";
import { runningPostmaster, stopPostmaster, type Postmaster } from "./postmaster.ts";
import { identityOf, isAlive, type Identity } from "./process-identity.ts";
import { startPostmaster } from "./start.ts";
import { databaseUser } from "./system-user.ts";

export interface Cluster {
  /** Address of the database `parta` for its owner, password included: never log it. It stays the same after a restart. */
  readonly url: string;
  /** True when this process answers for the server and `stop` will stop it; false when another live Parta does. */
  readonly startedHere: boolean;
  stop(): Promise<void>;
}

export interface ClusterLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface ClusterOptions {
  readonly dataDir: string;
  readonly log: ClusterLog;
  /** False only for databases that are thrown away: faster, and lost in a power cut. */
  readonly durable?: boolean;
}

/** As long as another process may need for the first start or for recovery. */
const LOCK_PATIENCE_MS = 200_000;
const WATCH_EVERY_MS = 500;
const REVIVE_PAUSES_MS = [0, 200, 1_000, 5_000] as const;

/**
 * Opens the embedded PostgreSQL of a data folder: uses the server that another live Parta runs there, else starts
 * one. Should the server die, or its Parta end, whoever still has it open starts it again on the same port.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const places = placesIn(options.dataDir);
  const binaries = await findBinaries();
  const user = databaseUser(places.postgresDir);
  const launcher = findLauncher(user, binaries, places.dataDir);
  const opened = new OpenCluster(places, binaries, launcher, options);
  await opened.raise();
  return opened;
}

class OpenCluster implements Cluster {
  url = "";
  private child: ChildProcess | null = null;
  private server: Postmaster | null = null;
  private watch: NodeJS.Timeout | null = null;
  private closed = false;
  private stopping: Promise<void> | null = null;
  private readonly places: Places;
  private readonly binaries: Binaries;
  private readonly launcher: Launcher;
  private readonly options: ClusterOptions;

  constructor(places: Places, binaries: Binaries, launcher: Launcher, options: ClusterOptions) {
    this.places = places;
    this.binaries = binaries;
    this.launcher = launcher;
    this.options = options;
  }

  get startedHere(): boolean {
    return this.child !== null;
  }

  async raise(): Promise<void> {
    await whileLocked(this.places.lock, LOCK_PATIENCE_MS, async () => {
      if (this.closed) return;
      const running = runningPostmaster(this.places.postgresDir);
      const { owner } = recall(this.places);
      if (running && owner && isAlive(owner)) await this.join(running, owner);
      else await this.start(running);
    });
    if (this.closed) return;
    this.watch = setInterval(() => this.look(), WATCH_EVERY_MS).unref();
  }

  /** Asked twice (a terminal and npm both pass Ctrl-C on), both askers wait for the same end. */
  stop(): Promise<void> {
    return (this.stopping ??= this.stopOnce());
  }

  private async stopOnce(): Promise<void> {
    this.closed = true;
    if (this.watch) clearInterval(this.watch);
    // Under the lock, so that a restart under way is finished first and ended too.
    await whileLocked(this.places.lock, LOCK_PATIENCE_MS, () => this.stopOwn());
    process.off("exit", this.atExit);
  }

  private async stopOwn(): Promise<void> {
    if (!this.child || !this.server) return;
    const { pid, port } = this.server;
    if (!(await stopPostmaster(this.server))) throw new ClusterFault(embeddedWords.stopFailed(pid));
    remember(this.places, { port, owner: null });
    this.child = null;
    this.options.log.info({ pid }, "database stopped");
  }

  /** Another live Parta answers for this server. */
  private async join(running: Postmaster, owner: Identity): Promise<void> {
    const url = this.address(running.port, OWNER_ROLE);
    if (!(await answers(url))) throw new ClusterFault(embeddedWords.noAnswer(owner.pid));
    this.server = running;
    this.child = null;
    this.url = url;
    this.options.log.info({ pid: running.pid, port: running.port, ownerPid: owner.pid }, "database of another process in use");
  }

  private async start(stray: Postmaster | null): Promise<void> {
    const { places, options } = this;
    if (stray) {
      // Its Parta was killed. Stopped and started again, it becomes a child of this process, which ends with it.
      options.log.warn({ pid: stray.pid }, "database left by a killed process, restarting it");
      if (!(await stopPostmaster(stray))) throw new ClusterFault(embeddedWords.stopFailed(stray.pid));
    }
    const startedAt = performance.now();
    passwordOf(places, this.launcher.user);
    await readyFolder(places, this.binaries, this.launcher, options.durable ?? true);
    const { child, postmaster } = await startPostmaster(places, this.binaries, this.launcher, recall(places).port);
    this.child = child.once("exit", () => this.look());
    child.unref();
    process.off("exit", this.atExit).once("exit", this.atExit);
    this.server = postmaster;
    remember(places, { port: postmaster.port, owner: identityOf(process.pid) });
    await madeDatabase(this.address(postmaster.port, "postgres"));
    this.url = this.address(postmaster.port, OWNER_ROLE);
    const ms = Math.round(performance.now() - startedAt);
    options.log.info({ pid: postmaster.pid, port: postmaster.port, ms }, "database started");
  }

  private look(): void {
    if (this.closed || !this.watch || !this.server) return;
    if (isAlive(this.server)) {
      if (this.child) trimLog(this.places.log);
      return;
    }
    clearInterval(this.watch);
    this.watch = null;
    this.options.log.error({ pid: this.server.pid }, "database is gone, starting it again");
    void this.revive();
  }

  private async revive(): Promise<void> {
    for (let attempt = 0; !this.closed; attempt++) {
      await sleep(REVIVE_PAUSES_MS[Math.min(attempt, REVIVE_PAUSES_MS.length - 1)]);
      const failure = await this.raise().then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) return;
      this.options.log.error({ err: failure, attempt }, "database could not be started");
    }
  }

  /** For systems without setpriv: a process that ends in order takes the database with it. */
  private readonly atExit = (): void => {
    this.child?.kill("SIGINT");
  };

  private address(port: number, database: string): string {
    return `postgres://${OWNER_ROLE}:${passwordOf(this.places, this.launcher.user)}@127.0.0.1:${port}/${database}`;
  }
}

async function answers(url: string): Promise<boolean> {
  return withClient(url, () => Promise.resolve()).then(
    () => true,
    () => false,
  );
}

async function madeDatabase(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const found = await client.query("select from pg_database where datname = $1", [OWNER_ROLE]);
    if (found.rowCount === 0) await client.query(`create database ${OWNER_ROLE}`);
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
