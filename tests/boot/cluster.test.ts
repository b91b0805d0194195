import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBinaries } from "../../src/foundation/embedded/binaries.ts";
import { openCluster, type Cluster } from "../../src/foundation/embedded/cluster.ts";
import { readyFolder } from "../../src/foundation/embedded/cluster-folder.ts";
import { findLauncher } from "../../src/foundation/embedded/launcher.ts";
import { passwordOf, placesIn } from "../../src/foundation/embedded/places.ts";
import { runningPostmaster, stopPostmaster } from "../../src/foundation/embedded/postmaster.ts";
import { startPostmaster } from "../../src/foundation/embedded/start.ts";
import { databaseUser } from "../../src/foundation/embedded/system-user.ts";
import { openElsewhere, query, until, type Opener } from "./opener.ts";

const NOBODY = 65534;
const isRoot = process.geteuid?.() === 0;
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };
const canExecuteAsNobody = isRoot && spawnSync(process.execPath, ["--version"], { uid: NOBODY, gid: NOBODY }).status === 0;

/** A database folder made once; each test works on a copy. */
let made = "";
let home = "";
let dataDir = "";
const opened: Cluster[] = [];
const openers: Opener[] = [];

async function open(folder = dataDir): Promise<Cluster> {
  const cluster = await openCluster({ dataDir: folder, log });
  opened.push(cluster);
  return cluster;
}

async function elsewhere(folder = dataDir, as: readonly string[] = []): Promise<Opener> {
  const opener = await openElsewhere(folder, as);
  openers.push(opener);
  return opener;
}

const postmaster = () => runningPostmaster(join(dataDir, "postgres"));
const count = async (url: string) => (await query<{ n: number }>(url, "select count(*)::int as n from kept"))[0]?.n;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "Школа № 1 "));
  await chmod(home, 0o755);
  made = join(home, "made");
  const cluster = await openCluster({ dataDir: made, log });
  await query(cluster.url, "create table kept as select generate_series(1, 10) as n");
  await cluster.stop();
});

beforeEach(async () => {
  dataDir = await mkdtemp(join(home, "данные "));
  await chmod(dataDir, 0o755);
  await cp(made, dataDir, { recursive: true });
  if (!isRoot) return;
  const { uid, gid } = statSync(join(made, "postgres"));
  spawnSync("chown", ["-R", `${uid}:${gid}`, join(dataDir, "postgres"), join(dataDir, "postgres.password")]);
});

afterEach(async () => {
  for (const opener of openers.splice(0)) if (opener.process.exitCode === null) opener.process.kill("SIGKILL");
  for (const cluster of opened.splice(0)) await cluster.stop();
  await until(() => postmaster() === null);
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe("the embedded database", () => {
  test("keeps what was written and comes back on the same port", async () => {
    const first = await open();
    await query(first.url, "insert into kept values (11)");
    await first.stop();
    expect(postmaster()).toBeNull();
    const second = await open();
    expect(second.startedHere).toBe(true);
    expect(second.url).toBe(first.url);
    expect(await count(second.url)).toBe(11);
  });

  test("speaks UTF-8, knows ICU and never trusts a connection without a password", async () => {
    const { url } = await open();
    const [facts] = await query(
      url,
      "select datlocprovider, pg_encoding_to_char(encoding) as encoding, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit from pg_database where datname = current_database()",
    );
    expect(facts).toEqual({ datlocprovider: "i", encoding: "UTF8", fsync: "on", commit: "on" });
    const guess = new URL(url);
    guess.password = "guess";
    await expect(query(guess.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, "postgres.password")).mode & 0o777).toBe(0o600);
  });

  test("takes another port when its own is taken", async () => {
    const first = await open();
    await first.stop();
    const stranger = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(stranger, "listening");
    try {
      const second = await open();
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      expect(await count(second.url)).toBe(10);
    } finally {
      stranger.close();
    }
  });

  test("is started again on the same address after its process was killed", async () => {
    const { url } = await open();
    await query(url, "insert into kept values (11)");
    const before = postmaster()!;
    process.kill(before.pid, "SIGKILL");
    expect(await until(() => count(url))).toBe(11);
    expect(postmaster()?.pid).not.toBe(before.pid);
  });

  test("does not outlive a killed owner and is whole at the next start", async () => {
    const owner = await elsewhere();
    await query(owner.url, "insert into kept values (11)");
    await owner.kill();
    const next = await open();
    expect(next.startedHere).toBe(true);
    expect(await count(next.url)).toBe(11);
    await next.stop();
    expect(postmaster()).toBeNull();
  });

  test.runIf(process.platform === "linux")("ends by itself when its owner is killed", async () => {
    const owner = await elsewhere();
    await owner.kill();
    await until(() => postmaster() === null);
  });

  test("is whole after the owner and the database were killed together during writes", async () => {
    const owner = await elsewhere();
    const client = new pg.Client({ connectionString: owner.url });
    client.on("error", silent);
    await client.connect();
    let acknowledged = 10;
    const writing = (async () => {
      for (;;) {
        await client.query("insert into kept values (0)");
        acknowledged++;
      }
    })().catch(silent);
    await until(() => acknowledged > 60);
    process.kill(postmaster()!.pid, "SIGKILL");
    await owner.kill();
    await writing;
    const found = (await count((await open()).url))!;
    expect(found - acknowledged).toBeOneOf([0, 1]);
  });

  test("of another live process is used and left running", async () => {
    const owner = await elsewhere();
    const guest = await open();
    expect(guest.startedHere).toBe(false);
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await count(owner.url)).toBe(10);
    expect(await owner.interrupt("SIGTERM")).toEqual({ answered: true, stopped: true });
    expect(postmaster()).toBeNull();
  });

  test("passes to a process that still has it open when its owner ends", async () => {
    const owner = await elsewhere();
    const guest = await open();
    await owner.interrupt("SIGTERM");
    expect(await until(() => count(guest.url))).toBe(10);
    expect(guest.startedHere).toBe(true);
  });

  test("is started once by processes that start together", async () => {
    const all = await Promise.all([elsewhere(), elsewhere(), elsewhere()]);
    expect(all.filter((each) => each.startedHere)).toHaveLength(1);
    expect(new Set(all.map((each) => each.url)).size).toBe(1);
  });

  test("is not torn down by Ctrl-C before the server has closed", async () => {
    const owner = await elsewhere();
    expect(await owner.interrupt("SIGINT")).toEqual({ answered: true, stopped: true });
    expect(postmaster()).toBeNull();
  });

  test("left running without an owner is taken over and stopped in the end", async () => {
    const binaries = await findBinaries();
    const user = databaseUser(join(dataDir, "postgres"));
    const account = user ? { uid: user.uid, gid: user.gid } : {};
    const stray = spawn(binaries.postgres, ["-D", join(dataDir, "postgres"), "-c", "port=19999"], { ...account, detached: true, stdio: "ignore", cwd: "/" });
    await until(() => postmaster()?.status === "ready");
    const cluster = await open();
    expect(cluster.startedHere).toBe(true);
    expect(postmaster()?.pid).not.toBe(stray.pid);
    expect(await count(cluster.url)).toBe(10);
    await cluster.stop();
    expect(postmaster()).toBeNull();
  });

  test("starts over a stale pid file whose number now belongs to somebody else", async () => {
    const file = join(dataDir, "postgres", "postmaster.pid");
    writeFileSync(file, `${process.pid}\n${join(dataDir, "postgres")}\n1\n19999\n\n127.0.0.1\n\nready   \n`, { mode: 0o600 });
    if (isRoot) await chown(file, statSync(join(dataDir, "postgres")).uid, statSync(join(dataDir, "postgres")).gid);
    expect(await count((await open()).url)).toBe(10);
  });

  test("of another version is refused with a sentence", async () => {
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "15\n");
    await expect(open()).rejects.toThrow(/создана PostgreSQL 15, а нужна 18/);
  });

  test("makes its folder anew after a first start that was killed halfway", async () => {
    const fresh = join(dataDir, "ещё");
    await mkdir(join(fresh, "postgres.unfinished", "base"), { recursive: true });
    const cluster = await open(fresh);
    expect(await query(cluster.url, "select current_database() as name")).toEqual([{ name: "parta" }]);
  });

  test.runIf(process.platform === "linux")("needs at most 120 MB when idle with ten connections", async () => {
    const { url } = await open();
    const clients = Array.from({ length: 10 }, () => new pg.Client({ connectionString: url }));
    for (const client of clients) {
      await client.connect();
      await client.query("select count(*) from pg_class join pg_attribute on attrelid = pg_class.oid");
    }
    const { pid } = postmaster()!;
    const family = [
      pid,
      ...spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
        .stdout.split("\n")
        .filter(Boolean)
        .map(Number),
    ];
    const kilobytes = family.map((each) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, "utf8"))?.[1]));
    await Promise.all(clients.map((client) => client.end()));
    expect(family.length).toBeGreaterThan(10);
    expect(kilobytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(120_000);
  });
});

describe.runIf(isRoot)("the embedded database, started by root", () => {
  test("never runs as root", async () => {
    await open();
    const status = readFileSync(`/proc/${postmaster()!.pid}/status`, "utf8");
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe("0");
    expect(/^CapEff:\s+0+$/m.test(status)).toBe(true);
  });

  test("works in a folder where only root may go, by that one capability", async () => {
    await chmod(dataDir, 0o700);
    expect(await count((await open()).url)).toBe(10);
    const launcher = findLauncher(databaseUser(join(dataDir, "postgres")), await findBinaries(), dataDir);
    expect(launcher.user?.uid).not.toBe(0);
  });

  test("works from a checkout where only root may go", async () => {
    const found = await findBinaries();
    const closed = join(dataDir, "закрыто");
    await mkdir(closed, { mode: 0o700 });
    await cp(dirname(dirname(found.postgres)), join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    const within = (name: string) => join(closed, "native", "bin", name);
    const binaries = { initdb: within("initdb"), postgres: within("postgres") };
    const places = placesIn(join(closed, "data"));
    const launcher = findLauncher(databaseUser(places.postgresDir), binaries, places.dataDir);
    passwordOf(places, launcher.user);
    await readyFolder(places, binaries, launcher, false);
    const { postmaster } = await startPostmaster(places, binaries, launcher, null);
    expect(await stopPostmaster(postmaster)).toBe(true);
  });

  test.skipIf(!canExecuteAsNobody)("works as an ordinary user too", async () => {
    const fresh = join(dataDir, "свои");
    await mkdir(fresh);
    await chown(fresh, NOBODY, NOBODY);
    const owner = await elsewhere(fresh, ["setpriv", "--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups"]);
    expect(owner.startedHere).toBe(true);
    expect(statSync(join(fresh, "postgres")).uid).toBe(NOBODY);
    expect(await owner.interrupt("SIGINT")).toEqual({ answered: true, stopped: true });
  });

  test.skipIf(!canExecuteAsNobody)("refuses an ordinary user in a folder of somebody else with a sentence", async () => {
    const opening = openElsewhere(dataDir, ["setpriv", "--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups"]);
    await expect(opening).rejects.toThrow(/исправьте права или задайте другую папку|принадлежит другому пользователю/);
  });
});
