import { fork } from "node:child_process";
import { once } from "node:events";
import { ConfigError, readConfig, environment as given } from "../foundation/config.ts";
import { asNobody, openPool } from "../foundation/database.ts";
import { openLog } from "../foundation/operation/log.ts";
import { migrate } from "../foundation/migrate.ts";
import { hasSchools } from "../access/server/door.ts";
import { buildApp } from "./app.ts";
import { openDatabase } from "./database.ts";
import { readiness } from "./ready.ts";
import { WORDS } from "./server.ru.ts";
import { startWorker } from "./worker.ts";
import type { Worker } from "./worker.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** The word by which the server asks itself, in a process of its own, to make the demo school. */
const MAKE_DEMO = "make-demo";

/** How long a stop waits for requests under way, ms. */
const PATIENCE = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  const log = openLog(config.logLevel);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const stops: (() => Promise<unknown>)[] = [];

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    for (const s of stops.reverse()) await s().catch((error: Error) => log.warn({ err: { message: error.message } }, "stop"));
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));

  try {
    const database = await openDatabase(config, log);
    stops.push(() => database.stop());
    await migrate(database.url);
    const pool = openPool(database.url);
    stops.push(() => pool.end());

    const alone = LOOPBACK.has(config.host) && config.mode !== "production";
    const empty = !(await asNobody(pool, hasSchools));
    if (empty && alone) {
      say(WORDS.makingDemo);
      await makeDemoApart(database.url);
    } else if (empty) say(WORDS.noSchool);

    let worker: Worker | undefined;
    const { app, hub } = await buildApp({
      pool,
      log,
      clock: () => new Date(),
      secure: config.publicUrl?.startsWith("https:") ?? false,
      notReady: readiness(pool, () => worker?.started ?? false),
    });
    stops.push(() => hub.stop());
    stops.push(() => app.close());
    await hub.start();
    const address = await app.listen({ host: config.host, port: config.port });
    worker = await startWorker(pool, log);
    stops.push(() => worker!.stop());
    say(WORDS.ready(config.publicUrl ?? address));
    if (alone) for (const line of await demoLines(pool)) say(line);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError || (error as Error).name === "ClusterFault" ? (error as Error).message : WORDS.notStarted((error as Error).message)}\n`);
    log.debug({ err: { stack: (error as Error).stack } }, "start failed");
    await stop(1);
  }
}

/** The demo is made by a process of its own: what it needs for a moment does not stay in the server's memory. */
async function makeDemoApart(url: string): Promise<void> {
  const [code] = (await once(fork(process.argv[1]!, [MAKE_DEMO], { env: { ...given(), DATABASE_URL: url }, stdio: ["ignore", "ignore", "inherit", "ipc"] }), "exit")) as [number | null];
  if (code !== 0) throw new Error(WORDS.noDemo);
}

async function makeDemo(): Promise<void> {
  const { ensureDemoSchool } = await import("./demo/ensure-demo-school.ts");
  const pool = openPool(readConfig().databaseUrl!, { max: 2 });
  await ensureDemoSchool(pool, new Date());
  await pool.end();
  process.disconnect?.();
}

async function demoLines(pool: ReturnType<typeof openPool>): Promise<string[]> {
  const { rows } = await pool.query<{ login: string; label: string; detail: string }>(
    "select a.login, d.label, d.detail from access.demo_sign_in d join access.account a using (account_id) order by d.school_id, d.place",
  );
  return rows.length > 0 ? [WORDS.demoHead, ...rows.map((r) => WORDS.demoLine(r))] : [];
}

await (process.argv[2] === MAKE_DEMO ? makeDemo() : main());
