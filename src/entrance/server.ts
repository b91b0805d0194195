import { fork } from "node:child_process";
import { once } from "node:events";
import { ConfigError, readConfig, environment as given } from "../foundation/config.ts";
import type { Config } from "../foundation/config.ts";
import { asNobody, openPool } from "../foundation/database.ts";
import { openLog } from "../foundation/operation/log.ts";
import { migrate } from "../foundation/migrate.ts";
import { hasSchools } from "../access/server/door.ts";
import { buildApp } from "./app.ts";
import { closingGently } from "./close-gently.ts";
import { openDatabase } from "./database.ts";
import { readiness } from "./ready.ts";
import { WORDS } from "./server.ru.ts";
import { startWorker } from "./worker.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** The word by which the server asks itself, in a process of its own, to make the demo school. */
const MAKE_DEMO = "make-demo";

/** How long a stop may take, ms; then the process ends as it is. */
const END = 10_000;

async function main(): Promise<void> {
  const config = configOrEnd();
  const log = openLog(config.logLevel);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const stops: (() => Promise<unknown>)[] = [];

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), END).unref();
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
      await makeDemoApart(database.url, stops);
    } else if (empty) say(WORDS.noSchool);

    let jobsStarted = false;
    const { app, hub } = await buildApp({
      pool,
      log,
      clock: () => new Date(),
      secure: config.publicUrl?.startsWith("https:") ?? false,
      notReady: readiness(pool, () => jobsStarted),
    });
    stops.push(() => hub.stop());
    await hub.start();
    stops.push(closingGently(app));
    const address = await app.listen({ host: config.host, port: config.port });
    const worker = await startWorker(pool, log);
    stops.push(() => worker.stop());
    jobsStarted = true;
    say([WORDS.ready(config.publicUrl ?? address), ...(alone ? await demoLines(pool) : [])].join("\n"));
  } catch (error) {
    // What was cut short by the stop is no fault.
    if (stopping) return;
    process.stderr.write(`${whyNotStarted(error as Error, config)}\n`);
    log.debug({ err: { stack: (error as Error).stack } }, "start failed");
    await stop(1);
  }
}

/** One sentence for the person who starts the program. */
function whyNotStarted(error: Error & { code?: string; syscall?: string }, { host, port }: Config): string {
  if (error.name === "ClusterFault" || error.name === "DatabaseFault") return error.message;
  if (error.code === "EADDRINUSE") return WORDS.portTaken(port);
  if (error.code === "EACCES" && error.syscall === "listen") return WORDS.portForbidden(port);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return WORDS.hostUnknown(host);
  return WORDS.notStarted(error.message);
}

function configOrEnd(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The demo is made by a process of its own: what it needs for a moment does not stay in the server's memory. */
async function makeDemoApart(url: string, stops: (() => Promise<unknown>)[]): Promise<void> {
  const maker = fork(process.argv[1]!, [MAKE_DEMO], { env: { ...given(), DATABASE_URL: url }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  stops.push(async () => maker.kill("SIGKILL"));
  const [code] = (await once(maker, "exit")) as [number | null];
  if (code !== 0) throw new Error(WORDS.noDemo);
}

async function makeDemo(): Promise<void> {
  // The demo is one transaction: its maker ends with the server, and nothing of it stays.
  const leave = () => process.exit(1);
  process.once("disconnect", leave);
  const { ensureDemoSchool } = await import("./demo/ensure-demo-school.ts");
  const pool = openPool(readConfig().databaseUrl!, { max: 2 });
  await ensureDemoSchool(pool, new Date());
  await pool.end();
  process.off("disconnect", leave).disconnect?.();
}

async function demoLines(pool: ReturnType<typeof openPool>): Promise<string[]> {
  const { rows } = await pool.query<{ login: string; label: string; detail: string }>(
    "select a.login, d.label, d.detail from access.demo_sign_in d join access.account a using (account_id) order by d.school_id, d.place",
  );
  return rows.length > 0 ? [WORDS.demoHead, ...rows.map((r) => WORDS.demoLine(r))] : [];
}

await (process.argv[2] === MAKE_DEMO ? makeDemo() : main());
