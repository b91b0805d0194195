import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diaryEventsRoute, diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { passwordOf, placesIn } from "../../src/foundation/embedded/places.ts";
import { runningPostmaster } from "../../src/foundation/embedded/postmaster.ts";
import { addressOf } from "../../src/foundation/route.ts";
import type { Output } from "../../src/foundation/route.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import type { meRoute } from "../../src/people/contract/me.ts";
import { cellsOf } from "../crash/save-stream.ts";
import { query, until } from "./opener.ts";
import { buildServer, childrenOf, processesOf, signIn, startParta } from "./parta.ts";
import type { Running } from "./parta.ts";

let dataDir = "";
let program: ReturnType<typeof buildServer>;
let running: Running;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "parta-log-"));
  await chmod(dataDir, 0o711);
  program = buildServer();
  running = await startParta({ command: program.command, env: { PARTA_DATA: dataDir, PARTA_LOG: "trace" } });
}, 120_000);

afterAll(async () => {
  if (running.process.exitCode === null) await running.end("SIGTERM");
  for (const pid of processesOf(dataDir)) process.kill(pid, "SIGKILL");
  program.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the logs hold no name, sign-in, password, cookie nor address with numbers in it, even when they tell everything", { timeout: 120_000 }, async () => {
  const { address } = running;
  const ask = (path: string, cookie: string, init: RequestInit = {}) =>
    fetch(address + path, { ...init, headers: { cookie, "content-type": "application/json", ...init.headers } });
  const cookie = await signIn(address, "uchitel");
  const parent = await signIn(address, "roditel");
  await signIn(address, "uchitel", "тайный-пароль").catch(() => null);
  await signIn(address, "кто-то-неизвестный").catch(() => null);
  const me = (await (await ask("/api/me", parent)).json()) as Output<typeof meRoute>;
  // an empty cell: a first mark needs no reason, however long ago the lesson was
  const { pageId, lessonId, pupilId, version } = (await cellsOf(address, cookie)).find((cell) => cell.mark === null)!;
  const page = (await (await ask(addressOf(journalPageRoute, { pageId }), cookie)).json()) as Output<typeof journalPageRoute>;
  const mark = addressOf(setMarkRoute, { pageId, lessonId, pupilId });
  const put = (body: string) => ask(mark, cookie, { method: "PUT", body });
  expect((await put(JSON.stringify({ mark: "5", expectedVersion: version }))).status).toBe(200);
  expect((await put(JSON.stringify({ mark: "3", expectedVersion: 77 }))).status).toBe(409);
  expect((await put(JSON.stringify({ mark: "Зоркий", expectedVersion: "тайна" }))).status).toBe(400);
  expect((await put('{"mark": "Зоркий тайна')).status).toBe(400);
  expect((await ask("/api/Зоркий?login=uchitel&name=тайна", cookie)).status).toBe(404);
  expect((await ask(addressOf(diaryWeekRoute, { pupilId: me.children[0]!.pupilId }), parent)).status).toBe(200);
  const stop = new AbortController();
  await ask(addressOf(diaryEventsRoute, { pupilId: me.children[0]!.pupilId }), parent, { signal: stop.signal });
  stop.abort();

  // a fault of ours, and the database killed under the server
  const postmaster = runningPostmaster(join(dataDir, "postgres"))!;
  const url = `postgres://parta:${passwordOf(placesIn(dataDir), null)}@127.0.0.1:${postmaster.port}/parta`;
  await query(url, "alter table journal.mark rename to mark_away");
  expect((await put(JSON.stringify({ mark: "5", expectedVersion: 1 }))).status).toBe(500);
  await query(url, "alter table journal.mark_away rename to mark");
  for (const pid of [postmaster.pid, ...childrenOf(postmaster.pid)]) process.kill(pid, "SIGKILL");
  await until(async () => (await fetch(`${address}/readyz`)).status === 200);
  expect(await running.end("SIGTERM")).toBe(0);

  const log = running.logged() + readFileSync(join(dataDir, "log", "postgres.log"), "utf8");
  for (const said of ["request completed", "refused", "fault", "database is gone, starting it again"]) expect(log).toContain(`"msg":"${said}"`);
  const names = [
    me.surname,
    me.givenName,
    ...me.children.map((child) => child.surname),
    ...page.pupils.map((pupil) => pupil.name.split(" ")[0]!),
    ...page.staff.map((person) => person.name.split(" ")[0]!),
  ];
  const secrets = [
    "uchitel",
    "roditel",
    "кто-то",
    "parta-demo",
    "тайн",
    "Зорк",
    encodeURI("Зорк"),
    cookie.split("=")[1]!,
    parent.split("=")[1]!,
    passwordOf(placesIn(dataDir), null),
    mark,
    `/pages/${pageId}`,
  ];
  expect(names.length).toBeGreaterThan(25);
  expect([...names, ...secrets].filter((secret) => log.includes(secret))).toEqual([]);
});
