import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { readConfig } from "../src/foundation/config.ts";
import { openCluster } from "../src/foundation/embedded/cluster.ts";
import { migrate } from "../src/foundation/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server where databases may be made: the thrown-away embedded one, or that of DATABASE_URL. */
    adminUrl: string;
    /** A database with every migration applied, to be copied. */
    templateDatabase: string;
    /** The names of databases of this run begin so; they are dropped when it ends. */
    databasePrefix: string;
  }
}

interface TestServer {
  readonly adminUrl: string;
  readonly template: string;
  readonly prefix: string;
  close(): Promise<void>;
}

const FOLDER_PREFIX = "parta-test-";

/** Projects of one run are set up apart, each by its own copy of this file; what they share hangs on the process. */
const shared = globalThis as { partaTestServer?: { server: Promise<TestServer>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const held = (shared.partaTestServer ??= { server: openServer(), users: 0 });
  held.users++;
  const server = await held.server;
  project.provide("adminUrl", server.adminUrl);
  project.provide("templateDatabase", server.template);
  project.provide("databasePrefix", server.prefix);
  return async () => {
    held.users--;
    if (held.users > 0) return;
    delete shared.partaTestServer;
    await server.close();
  };
}

async function openServer(): Promise<TestServer> {
  const { databaseUrl } = readConfig();
  const server = databaseUrl ? { url: databaseUrl, stop: () => Promise.resolve() } : await thrownAwayServer();
  const run = randomBytes(3).toString("hex");
  const prefix = `house_${run}_`;
  const template = `house_template_${await hashOfMigrations()}_${run}`;
  const admin = (sql: string) => asAdmin(server.url, sql);
  const close = async () => {
    if (databaseUrl) {
      const ours = await admin(`select datname from pg_database where datname like '${prefix.replaceAll("_", "\\_")}%'`);
      for (const { datname } of ours) await admin(`drop database if exists "${datname}" with (force)`);
      await admin(`drop database if exists "${template}" with (force)`);
    }
    await server.stop();
  };
  try {
    await admin(`create database "${template}"`);
    await migrate(withDatabase(server.url, template));
  } catch (error) {
    await close();
    throw error;
  }
  return { adminUrl: server.url, template, prefix, close };
}

async function thrownAwayServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await forgetKilledRuns();
  const dataDir = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  await chmod(dataDir, 0o711);
  const silent = () => undefined;
  const cluster = await openCluster({ dataDir, durable: false, log: { info: silent, warn: silent, error: silent } });
  const stop = async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: cluster.url, stop };
}

async function forgetKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? Number(name.slice(FOLDER_PREFIX.length).split("-")[0]) : 0;
    if (pid > 0 && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

async function hashOfMigrations(): Promise<string> {
  const folder = resolve("migrations");
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex").slice(0, 8);
}

async function asAdmin(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
