// `npm run db:types`: writes the types of the tables from a database made fresh from migrations/.
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readConfig } from "../src/foundation/config.ts";
import { openCluster } from "../src/foundation/embedded/cluster.ts";
import { migrate } from "../src/foundation/migrate.ts";
import { typesOf } from "./db-types/generate.ts";
import { toolWords } from "./tools.ru.ts";

const FILE = "src/foundation/schema.ts";

if (process.argv.includes("--help")) console.log(toolWords.dbTypes.help);
else await writeTypes();

async function writeTypes(): Promise<void> {
  const server = await openServer();
  try {
    const types = await inFreshDatabase(server.url, typesOf);
    const before = await readFile(FILE, "utf8").catch(() => "");
    if (before !== types) await writeFile(FILE, types);
    console.log(before === types ? toolWords.dbTypes.same : toolWords.dbTypes.written);
  } finally {
    await server.close();
  }
}

/** The server of DATABASE_URL, else an embedded one that is thrown away. */
async function openServer(): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl } = readConfig();
  if (databaseUrl) return { url: databaseUrl, close: () => Promise.resolve() };
  const dataDir = await mkdtemp(join(tmpdir(), "parta-types-"));
  await chmod(dataDir, 0o711);
  const silent = () => undefined;
  const cluster = await openCluster({ dataDir, durable: false, log: { info: silent, warn: silent, error: silent } });
  const close = async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: cluster.url, close };
}

async function inFreshDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `parta_types_${randomBytes(6).toString("hex")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onServer(serverUrl, `create database "${name}"`);
  try {
    await migrate(url.href);
    return await work(url.href);
  } finally {
    await onServer(serverUrl, `drop database if exists "${name}" with (force)`);
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
