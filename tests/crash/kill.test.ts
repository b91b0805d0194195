import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { passwordOf, placesIn } from "../../src/foundation/embedded/places.ts";
import { runningPostmaster } from "../../src/foundation/embedded/postmaster.ts";
import { query, until } from "../boot/opener.ts";
import { buildServer, childrenOf, freePort, pause, processesOf, signIn, startParta } from "../boot/parta.ts";
import type { Running } from "../boot/parta.ts";
import { cellsOf, SaveStream } from "./save-stream.ts";
import type { Cell, Done } from "./save-stream.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** How often the crash story kills the server or its database. */
    crashRounds: number;
  }
}

const ROUNDS = inject("crashRounds");
const CONNECTIONS = 4;
const VICTIMS = ["server", "database", "both"] as const;

let dataDir = "";
let port = 0;
let program: ReturnType<typeof buildServer>;
let server: Running;
const streams: SaveStream[] = [];

async function start(): Promise<void> {
  server = await startParta({ command: program.command, env: { PARTA_DATA: dataDir, PORT: String(port), PARTA_LOG: "warn" } });
  if (server.address === "") throw new Error(`not started: ${server.said()}`);
}

const postmaster = () => runningPostmaster(join(dataDir, "postgres"));

/** The owner's address of the database, whatever port it has now. */
function databaseUrl(): string {
  return `postgres://parta:${passwordOf(placesIn(dataDir), null)}@127.0.0.1:${postmaster()!.port}/parta`;
}

function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it was gone already
    }
  }
}

const acknowledged = () => streams.reduce((sum, stream) => sum + stream.done.length, 0);
const keyOf = ({ pageId, lessonId, pupilId }: Pick<Done, "pageId" | "lessonId" | "pupilId">) => `${pageId} ${lessonId} ${pupilId}`;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "parta-crash-"));
  await chmod(dataDir, 0o711);
  port = await freePort();
  program = buildServer();
  await start();
}, 180_000);

afterAll(async () => {
  for (const stream of streams) void stream.stop();
  if (server?.process.exitCode === null) await server.end("SIGTERM");
  kill(processesOf(dataDir));
  program.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`COR-03 COR-04: no acknowledged mark is missing after ${ROUNDS} kills of server and database during a stream of saves`, { timeout: 600_000 }, async () => {
  const cookie = await signIn(server.address, "uchitel");
  const cells = await cellsOf(server.address, cookie);
  expect(cells.length).toBeGreaterThan(100);
  const [{ now: began } = { now: "" }] = await query<{ now: string }>(databaseUrl(), "select now()::text as now");
  const first = new Map(cells.map((cell) => [keyOf(cell), cell.version]));
  for (let c = 0; c < CONNECTIONS; c++)
    streams.push(
      new SaveStream(
        server.address,
        cookie,
        cells.filter((_, i) => i % CONNECTIONS === c),
        c,
      ),
    );

  for (let round = 0; round < ROUNDS; round++) {
    const before = acknowledged();
    await until(() => acknowledged() > before + 20 || streams.some((stream) => stream.unexpected.length > 0));
    await pause((round * 37) % 100);
    const victim = VICTIMS[round % VICTIMS.length]!;
    const { pid } = postmaster()!;
    // the postmaster first, so that it cannot tidy up after its children
    const database = victim === "server" ? [] : [pid, ...childrenOf(pid)];
    kill(victim === "database" ? database : [server.process.pid!, ...database]);
    if (victim === "database") continue;
    await server.exited;
    await start();
  }
  const before = acknowledged();
  await until(() => acknowledged() > before + 20);
  await Promise.all(streams.map((stream) => stream.stop()));

  expect(streams.flatMap((stream) => stream.unexpected)).toEqual([]);
  expect(streams.reduce((sum, stream) => sum + stream.lost, 0)).toBeGreaterThan(0);
  expect([...new Set(streams.flatMap((stream) => [...stream.putOff]))]).toEqual([
    "База данных сейчас недоступна. Записанное цело, повторите через несколько секунд.",
  ]);

  const url = databaseUrl();
  const done = streams.flatMap((stream) => stream.done);
  await expectEveryMark(url, cells);
  await expectEveryChangeRecordedOnce(url, began, done, first);
  expect(
    await query(
      url,
      "select school_id, stream, ledger.broken_at(school_id, stream) as at from ledger.head where ledger.broken_at(school_id, stream) is not null",
    ),
  ).toEqual([]);
  await until(async () => (await query<{ n: number }>(url, "select count(*)::int as n from ledger.outbox"))[0]!.n === 0);
  const [feed] = await query<{ gaps: number; told: number }>(
    url,
    `select (max(feed_id) - min(feed_id) + 1 - count(*))::int as gaps, (count(*) filter (where at > '${began}'))::int as told from ledger.feed`,
  );
  expect(feed).toEqual({ gaps: 0, told: done.length });

  expect(await server.end("SIGTERM")).toBe(0);
  expect(processesOf(dataDir)).toEqual([]);
});

/** Every cell stands in the database with the last value that was answered as done. */
async function expectEveryMark(url: string, cells: readonly Cell[]): Promise<void> {
  const stored = await query<Done & { mark: string | null }>(
    url,
    `select k.page_id as "pageId", k.lesson_id as "lessonId", k.pupil_id as "pupilId", t.token as mark, k.version
     from journal.mark k left join regulation.mark_token t on t.value = k.value where k.work_no = 0`,
  );
  const standing = new Map(stored.map((row) => [keyOf(row), `${row.mark} v${row.version}`]));
  const wrong = cells.filter((cell) => cell.version > 0 && standing.get(keyOf(cell)) !== `${cell.mark} v${cell.version}`);
  expect(wrong.map((cell) => ({ ...cell, stands: standing.get(keyOf(cell)) }))).toEqual([]);
}

/** The audit holds each acknowledged change, in the order of its cell, once; a repeated request has left no second row. */
async function expectEveryChangeRecordedOnce(url: string, began: string, done: readonly Done[], first: ReadonlyMap<string, number>): Promise<void> {
  const rows = await query<{ stream: number; body: string }>(
    url,
    `select stream, body from ledger.audit where at > '${began}' and stream > 0 order by stream, seq`,
  );
  const recorded = new Map<string, string[]>();
  for (const { stream, body } of rows) {
    const { lesson, pupil, before, after } = JSON.parse(body) as { lesson: number; pupil: number; before: string | null; after: string };
    const key = keyOf({ pageId: stream, lessonId: lesson, pupilId: pupil });
    recorded.set(key, [...(recorded.get(key) ?? []), `${before} -> ${after}`]);
  }
  const answered = Map.groupBy(done, keyOf);
  const wrong = [...answered].filter(([key, changes]) => {
    const told = changes.map(({ before, after }) => `${before} -> ${after}`);
    const numbered = changes.every(({ version }, i) => version === first.get(key)! + i + 1);
    return !numbered || told.join() !== recorded.get(key)?.join();
  });
  expect(wrong.map(([key, changes]) => ({ key, changes, recorded: recorded.get(key) }))).toEqual([]);
  expect(rows.length).toBe(done.length);
}
