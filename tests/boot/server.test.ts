import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { diaryEventsRoute } from "../../src/diary/contract/diary-week.ts";
import { openCluster } from "../../src/foundation/embedded/cluster.ts";
import type { Cluster } from "../../src/foundation/embedded/cluster.ts";
import { addressOf } from "../../src/foundation/route.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { cellsOf } from "../crash/save-stream.ts";
import { query, until } from "./opener.ts";
import { buildServer, freePort, pause, processesOf, signIn, startParta } from "./parta.ts";
import type { Running } from "./parta.ts";

const silent = () => undefined;
const started: Running[] = [];
let home = "";
let program: ReturnType<typeof buildServer>;
/** Somebody's PostgreSQL: a server of its own that Parta is given by its address. */
let theirs: Cluster;

const sql = (text: string, url = theirs.url) => query<Record<string, unknown>>(url, text);

function addressTo(database: string, user?: string): string {
  const url = new URL(theirs.url);
  url.pathname = `/${database}`;
  if (user) [url.username, url.password] = [user, user];
  return url.href;
}

async function start(env: Record<string, string>): Promise<Running> {
  const running = await startParta({ command: program.command, env: { PARTA_LOG: "warn", PARTA_DATA: join(home, "data"), ...env } });
  started.push(running);
  return running;
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "parta-server-"));
  await chmod(home, 0o711);
  program = buildServer();
  theirs = await openCluster({ dataDir: join(home, "theirs"), durable: false, log: { info: silent, warn: silent, error: silent } });
}, 120_000);

afterEach(async () => {
  for (const { process: each, end } of started.splice(0)) if (each.exitCode === null && each.signalCode === null) await end("SIGTERM");
});

afterAll(async () => {
  await theirs.stop();
  program.remove();
  rmSync(home, { recursive: true, force: true });
});

describe("the server over somebody's PostgreSQL", { timeout: 120_000 }, () => {
  test("refuses in one sentence a user who may not create roles, and changes nothing", async () => {
    await sql("create role weak login password 'weak'");
    await sql("create database weak owner weak");
    const { exited, said } = await start({ DATABASE_URL: addressTo("weak", "weak") });
    expect(await exited).toBe(1);
    expect(said()).toBe(
      'DATABASE_URL: пользователю «weak» нельзя создавать роли, а Parta работает под своей ролью parta_app: дайте ему это право (alter role "weak" createrole). Ничего не изменено.\n',
    );
    expect(await sql("select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", addressTo("weak"))).toEqual([]);
  });

  test("works as a user who is no superuser, twice on the same data, and leaves that PostgreSQL running", async () => {
    await sql("create role owner login createrole password 'owner'");
    await sql("create database school owner owner");
    const url = addressTo("school", "owner");
    const first = await start({ DATABASE_URL: url });
    expect(first.said()).toMatch(/uchitel .*Учитель-предметник/);
    const cookie = await signIn(first.address, "uchitel");
    const cells = await cellsOf(first.address, cookie);
    expect(await first.end("SIGINT", 2)).toBe(0);

    const second = await start({ DATABASE_URL: url });
    expect(second.said()).not.toMatch(/делаю учебную/);
    expect(await cellsOf(second.address, cookie)).toEqual(cells);
    expect(await second.end("SIGTERM")).toBe(0);
    expect(await sql("select count(*)::int as schools from access.school", addressTo("school"))).toEqual([{ schools: 1 }]);
    expect(existsSync(join(home, "data", "postgres"))).toBe(false);
  });

  test("says what to do when the role of another database of that server is not given to this user", async () => {
    const { exited, said } = await start({ DATABASE_URL: addressTo("weak", "weak") });
    expect(await exited).toBe(1);
    expect(said()).toMatch(/^DATABASE_URL: роль parta_app в этом PostgreSQL уже есть, но пользователю «weak» не дана: .*\n$/);
  });

  test.each([
    ["that is not there", () => addressTo("nothing"), /^DATABASE_URL: такой базы нет[^\n]*\n$/],
    ["with a wrong password", () => addressTo("school", "owner").replace("owner:owner", "owner:guess"), /^DATABASE_URL: PostgreSQL не пускает[^\n]*\n$/],
    ["that does not answer", () => "postgres://a:b@127.0.0.1:1/parta", /^DATABASE_URL: PostgreSQL по этому адресу не отвечает[^\n]*\n$/],
  ])("says in one sentence what is wrong with a database %s", async (_, url, sentence) => {
    const { exited, said } = await start({ DATABASE_URL: url() });
    expect(await exited).toBe(1);
    expect(said()).toMatch(sentence);
  });

  test.each([
    ["listening on every address", { HOST: "0.0.0.0" }],
    ["in production", { NODE_ENV: "production" }],
  ])("makes no demo school when %s, and says how to create one", async (_, env) => {
    await sql("drop database if exists bare");
    await sql("create database bare");
    const running = await start({ DATABASE_URL: addressTo("bare"), ...env });
    expect(running.address).not.toBe("");
    expect(running.said()).toMatch(/npm run parta -- school create/);
    expect(running.said()).not.toMatch(/uchitel/);
    expect(await sql("select count(*)::int as schools from access.school", addressTo("bare"))).toEqual([{ schools: 0 }]);
    expect(await running.end("SIGTERM")).toBe(0);
  });

  test("finishes a request under way, ends open diaries and does not hang when it is stopped", async () => {
    const url = addressTo("school");
    const running = await start({ DATABASE_URL: url });
    const cookie = await signIn(running.address, "uchitel");
    const [cell] = await cellsOf(running.address, cookie);
    const { lessonId, pupilId, pageId, version } = cell!;
    const parent = await signIn(running.address, "roditel");
    const { children } = (await (await fetch(`${running.address}/api/me`, { headers: { cookie: parent } })).json()) as { children: { pupilId: number }[] };
    const diary = await fetch(running.address + addressOf(diaryEventsRoute, { pupilId: children[0]!.pupilId }), { headers: { cookie: parent } });
    const diaryEnds = diary.text();

    const silentGuest = connect(Number(new URL(running.address).port), "127.0.0.1").on("error", silent);
    await once(silentGuest, "connect");

    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query("begin; lock table journal.mark in share mode");
    const mark = cell!.mark === "5" ? "4" : "5";
    const saving = fetch(running.address + addressOf(setMarkRoute, { pageId, lessonId, pupilId }), {
      method: "PUT",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ mark, expectedVersion: version, correction: "описка" }),
    });
    await until(async () => (await sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'", url)).length > 0);
    const ending = running.end("SIGTERM");
    expect(await diaryEnds).toMatch(/^retry: 1000\n/);
    await pause(300);
    expect(running.process.exitCode).toBeNull();
    await expect(fetch(`${running.address}/healthz`)).rejects.toThrow("fetch failed");
    await holder.query("commit");
    await holder.end();
    const saved = await saving;
    expect([saved.status, await saved.json()]).toEqual([200, expect.objectContaining({ mark, version: version + 1 })]);
    const freedAt = performance.now();
    expect(await ending).toBe(0);
    expect(performance.now() - freedAt).toBeLessThan(3_000);
  });
});

describe("the server over its own database", { timeout: 120_000 }, () => {
  test("whose port is taken says so in one sentence, ends with 1 and leaves no database behind", async () => {
    const port = await freePort();
    const stranger = createServer().listen(port, "127.0.0.1");
    await once(stranger, "listening");
    const dataDir = join(home, "own");
    const { exited, said } = await start({ PARTA_DATA: dataDir, PORT: String(port), NODE_ENV: "production" });
    stranger.close();
    expect(await exited).toBe(1);
    expect(
      said()
        .split("\n")
        .filter((line) => line.includes("занят")),
    ).toEqual([`Порт ${port} занят другой программой: остановите её или задайте другой в PORT.`]);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test("stopped while it makes the demo school ends at once, and the next start makes it whole", async () => {
    const dataDir = join(home, "cut short");
    const starting = startParta({ command: program.command, env: { PARTA_DATA: dataDir, PARTA_LOG: "warn" } });
    const makers = () => processesOf(program.command.at(-1)!);
    const makerIsThere = () => makers().length > 1;
    await until(makerIsThere);
    await pause(500);
    for (const pid of makers()) process.kill(pid, "SIGTERM");
    const first = await starting;
    expect(await first.exited).toBe(0);
    expect(first.said()).not.toMatch(/не запустилась/);
    await until(() => processesOf(dataDir).length === 0 && makers().length === 0);
    const second = await start({ PARTA_DATA: dataDir });
    expect(second.said()).toMatch(/делаю учебную[^]*uchitel/);
    expect(await second.end("SIGINT", 2)).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test("refuses a wrong environment with the sentence alone", async () => {
    const { exited, said } = await start({ HOST: "две точки" });
    expect(await exited).toBe(1);
    expect(said()).toMatch(/^HOST: [^\n]+\n$/);
  });
});
