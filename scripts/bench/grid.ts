import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import type { CDPSession, Page } from "playwright-core";
import { plusDays, weekdayOf } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { ROOT } from "../../src/foundation/operation/root.ts";
import { aPage } from "../../src/journal/web/grid/a-page.ts";
import { findChromium } from "../browser.mjs";

const [PUPILS, LESSONS, SLOWER] = [35, 70, 4];
const WARM = 10;
const KEYS = 60;
/** How long the stand-in waits with the answer of a save, ms: the key is painted by then. */
const ANSWER = 60;
/** After a key the page comes to rest, ms: the answer of its save is drawn too, and is a figure of its own. */
const REST = 150;
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

/** `rest` is what the page does after the frame of a key: keeping it on the device, sending it and drawing the answer. */
export type GridFigures = { p50: number; p95: number; move: number; rest: number; chromium: string };

/** A page as wide as a year of two hours a week and as long as a large class, two cells of three filled. */
function pageOf(): object {
  const small = aPage();
  const lesson = small.lessons[0]!;
  const first = "2026-09-01" as LocalDate;
  const days = Array.from({ length: 200 }, (_, n) => plusDays(first, n)).filter((day) => weekdayOf(day) < 6);
  const lessons = days.slice(0, LESSONS).map((day, i) => ({ ...lesson, lessonId: 1000 + i, day, slot: 2, term: 1, workType: i % 9 === 8 ? 1 : null }));
  const pupils = Array.from({ length: PUPILS }, (_, i) => ({ pupilId: 1 + i, name: `Pupil ${i + 1}`, spans: [{ from: first, to: null }] }));
  const cells = lessons.flatMap(({ lessonId: id }, k) => pupils.flatMap(({ pupilId }, r) => ((r * 7 + k * 4) % 3 === 0 ? [] : [{ id, pupilId, n: r + k }])));
  return {
    ...small,
    kind: "class",
    paper: "electronic",
    mayWrite: true,
    today: lessons.at(-1)!.day,
    terms: [{ term: 1, kind: "half_year", startsOn: first, endsOn: plusDays(first, 200) }],
    term: 1,
    pupils,
    lessons,
    marks: cells.map(({ id, pupilId, n }) => ({ lesson: id, pupil: pupilId, work: 0, mark: String(2 + (n % 4)), version: 1, late: n % 40 === 0 })),
    absences: [],
    termMarks: [],
    pupilNotes: [],
    details: [],
    brought: [],
  };
}

const ME = {
  personId: 1,
  surname: "A",
  givenName: "B",
  patronymic: "C",
  roles: ["subject_teacher"],
  school: { schoolId: 1, name: "S", timezone: "UTC", isDemo: false },
  today: "2026-12-07",
  children: [],
};

/** A save is answered as the server does: with the mark that was sent, one version on. */
async function saved(request: IncomingMessage): Promise<object> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const asked = JSON.parse(Buffer.concat(pieces).toString()) as { mark: string; expectedVersion: number };
  await sleep(ANSWER);
  return { mark: asked.mark, version: asked.expectedVersion + 1, late: false, workType: null };
}

/** The built web app with the answers of a page that needs no database: what is measured is the browser's work alone. */
async function serveApp(): Promise<{ base: string; close: () => void }> {
  const web = join(ROOT, "dist", "web");
  const page = JSON.stringify(pageOf());
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://local").pathname;
    const json = (text: string) => void response.setHeader("content-type", "application/json").end(text);
    if (path === "/api/me") return json(JSON.stringify(ME));
    if (path.endsWith("/mark")) return void saved(request).then((mark) => json(JSON.stringify(mark)));
    if (/^\/api\/journal\/pages\/\d+$/.test(path)) return json(page);
    if (path.startsWith("/api/")) {
      const problem = { type: "about:blank", title: "bench", status: 404, code: "bench.no_answer", detail: "", facts: {} };
      return void response.writeHead(404, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
    }
    const file = extname(path) === "" ? "/index.html" : path;
    readFile(join(web, file)).then(
      (content) => response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** Time that the main thread of the page's process has run on a processor so far, ms: what else the machine does is not in it. */
async function ranOf(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/task/${pid}/schedstat`, "utf8")).split(" ")[0]) / 1e6;
}

/** Tells of each frame that a key has painted. What the telling costs comes after the frame. */
function tellPainted(): void {
  const told = (window as unknown as { painted: (text: string) => void }).painted;
  const after = new MessageChannel();
  after.port1.addEventListener("message", () => told(""));
  after.port1.start();
  addEventListener("keydown", () => requestAnimationFrame(() => after.port2.postMessage(null)), { capture: true });
}

type Times = { key: number; rest: number };

/** Main-thread time of everything a key starts until its frame is painted, and of what follows, ms, as on a processor four times slower. */
async function timeOfKey(page: Page, cdp: CDPSession, pid: number, key: string): Promise<Times> {
  const painted = new Promise<void>((resolve) => void cdp.once("Runtime.bindingCalled", () => resolve()));
  const before = await ranOf(pid);
  await page.keyboard.down(key);
  await painted;
  const after = await ranOf(pid);
  await sleep(REST);
  const rested = await ranOf(pid);
  await page.keyboard.up(key);
  return { key: (after - before) * SLOWER, rest: (rested - after) * SLOWER };
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

/** Marks put and moves made by keyboard on a page of 35 pupils and 70 lessons in a Chromium slowed four times. */
export async function gridFigures(say: (line: string) => void): Promise<GridFigures> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium");
  const app = await serveApp();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    page.on("pageerror", (error) => say(error.message));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: "painted" });
    await page.addInitScript(tellPainted);
    await page.goto(`${app.base}/journal/7`);
    await page.getByRole("grid").waitFor();
    await page.locator('[role="grid"] td[tabindex="0"]').focus();
    const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
    const pid = processInfo.filter((process) => process.type === "renderer").toSorted((x, y) => y.cpuTime - x.cpuTime)[0]!.id;
    const times: number[] = [];
    const rests: number[] = [];
    const moves: number[] = [];
    for (let n = 0; n < WARM + KEYS; n++) {
      if (n % PUPILS === 0) for (const key of ["PageUp", "PageUp", "PageUp", "PageUp", "ArrowLeft"]) moves.push((await timeOfKey(page, cdp, pid, key)).key);
      const time = await timeOfKey(page, cdp, pid, ["5", "4", "3", "2"][(n + Math.trunc(n / PUPILS)) % 4]!);
      if (n < WARM) continue;
      times.push(time.key);
      rests.push(time.rest);
    }
    for (const list of [times, rests, moves]) list.sort((a, b) => a - b);
    say(`grid: ${PUPILS} × ${LESSONS}, ${times.length} keys, CPU ÷ ${SLOWER}`);
    return { p50: at(times, 0.5), p95: at(times, 0.95), move: at(moves, 0.5), rest: at(rests, 0.5), chromium: browser.version() };
  } finally {
    await browser.close();
    app.close();
  }
}
