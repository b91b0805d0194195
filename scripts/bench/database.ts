import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readConfig } from "../../src/foundation/config.ts";
import { openCluster } from "../../src/foundation/embedded/cluster.ts";
import { migrate } from "../../src/foundation/migrate.ts";

export type BenchDatabase = { url: string; version: string; embedded: boolean; close: () => Promise<void> };

const FOLDER_PREFIX = "parta-bench-";

/**
 * An empty migrated database of the measurement's own: in the PostgreSQL of DATABASE_URL, else in an embedded one
 * with the settings of `npm start`, durable as it is there, in a folder that is thrown away.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const { databaseUrl } = readConfig();
  const server = databaseUrl === null ? await thrownAway() : await databaseOf(databaseUrl);
  try {
    await migrate(server.url);
    const { rows } = await asOwner(server.url, "select current_setting('server_version') as version");
    return { ...server, version: rows[0]!["version"]!, embedded: databaseUrl === null };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A folder of this run under the system's temporary one; folders of killed runs go first. */
export async function thrownAwayFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? Number(name.slice(FOLDER_PREFIX.length).split("-")[0]) : 0;
    if (pid > 0 && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
  const path = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function thrownAway(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await thrownAwayFolder();
  const silent = () => undefined;
  const cluster = await openCluster({ dataDir: folder.path, log: { info: silent, warn: silent, error: silent } });
  return {
    url: cluster.url,
    close: async () => {
      await cluster.stop();
      await folder.remove();
    },
  };
}

async function databaseOf(serverUrl: string): Promise<{ url: string; close: () => Promise<void> }> {
  const name = `parta_bench_${process.pid}`;
  await asOwner(serverUrl, `create database "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: async () => {
      await asOwner(serverUrl, `drop database if exists "${name}" with (force)`);
    },
  };
}

/** A copy of a database beside it. Nobody may be connected to it meanwhile. */
export async function copyOf(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const [from, to, server] = [new URL(url), new URL(url), new URL(url)];
  const name = decodeURIComponent(from.pathname.slice(1));
  to.pathname = `/${name}_copy`;
  server.pathname = "/template1";
  await asOwner(server.href, `create database "${name}_copy" template "${name}" strategy file_copy`);
  return { url: to.href, drop: async () => void (await asOwner(server.href, `drop database if exists "${name}_copy" with (force)`)) };
}

/** One statement in the owner's name on a connection of its own. */
export async function asOwner(url: string, sql: string): Promise<pg.QueryResult<Record<string, string>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query<Record<string, string>>(sql);
  } finally {
    await client.end();
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
