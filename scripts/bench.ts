// `npm run bench`: what a request costs, beside what it would cost at the least, measured by turns in one run.
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchWords as words } from "./bench/bench.ru.ts";
import { Line } from "./bench/client.ts";
import { openBenchDatabase } from "./bench/database.ts";
import { dutyFigures } from "./bench/duties.ts";
import { gridFigures } from "./bench/grid.ts";
import { idleFigures } from "./bench/idle.ts";
import { compare, FIGURES } from "./bench/measure.ts";
import { startServer, startYardstick } from "./bench/programs.ts";
import { makeSchool } from "./bench/school.ts";
import { diaryWeek, journalOpen, markSave, signingIn, STATEMENTS } from "./bench/scenes.ts";
import type { Scene, Stage } from "./bench/scenes.ts";

const SCENES = { "journal-open": journalOpen, "mark-save": markSave, "diary-week": diaryWeek };
const IDLE = ["idle-memory", "second-start"];
const GRID = "grid";
const DUTIES = "duties";
/** Main-thread time of a key that was promised, ms. */
const KEY_LIMIT = 16;
const CONNECTIONS = [1, 16];
/** Connections to the database on both sides, as the server's pool has by default. */
const POOL = 10;

type Options = { names: string[]; json: boolean; seconds: number; pupils: number; schools: number[] };
type Figure = { bench: string; figure: string; connections: number; value: number; yardstick: number; ratio: number };

const progress = (line: string) => void process.stderr.write(`${line}\n`);
const stops: (() => Promise<unknown>)[] = [];
const stopAll = async () => {
  for (const stop of stops.splice(0).reverse()) await stop().catch((error: Error) => progress(error.message));
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stopAll().then(() => process.exit(1)));

const options = readOptions();
if (options) {
  try {
    await main(options);
  } catch (error) {
    progress((error as Error).stack ?? String(error));
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
}

function readOptions(): Options | null {
  const fail = (text: string) => {
    progress(`${text}\n${words.help}`);
    process.exitCode = 1;
    return null;
  };
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        seconds: { type: "string", default: "10" },
        "school-pupils": { type: "string", default: "1000" },
        schools: { type: "string", default: "1,30" },
        help: { type: "boolean" },
      },
    });
    if (values.help) {
      console.log(words.help);
      return null;
    }
    const unknown = positionals.find((name) => !(name in SCENES) && !IDLE.includes(name) && name !== GRID && name !== DUTIES);
    if (unknown !== undefined) return fail(words.unknown(unknown));
    if (!/^[1-9]\d*(,[1-9]\d*)*$/.test(values.schools)) return fail(words.badNumber("schools"));
    for (const name of ["seconds", "school-pupils"] as const) if (!/^[1-9]\d*$/.test(values[name])) return fail(words.badNumber(name));
    return {
      names: positionals.length > 0 ? positionals : [...Object.keys(SCENES), ...IDLE, GRID, DUTIES],
      json: values.json ?? false,
      seconds: Number(values.seconds),
      pupils: Number(values["school-pupils"]),
      schools: values.schools.split(",").map(Number),
    };
  } catch (error) {
    return fail((error as Error).message);
  }
}

async function main({ names, json, seconds, pupils, schools }: Options): Promise<void> {
  const show = json ? (f: Figure) => console.log(JSON.stringify(f)) : printRow;
  if (!json) printRow(null);
  const scenes = Object.entries(SCENES).filter(([name]) => names.includes(name));
  if (scenes.length > 0) {
    const stage = await setUp(pupils);
    for (const [name, make] of scenes) {
      const scene = await make(stage);
      await expectSame(scene);
      for (const connections of CONNECTIONS) {
        const [value, yardstick] = await compare(scene.product, scene.yardstick, connections, seconds);
        for (const figure of FIGURES) show(compared(name, figure, connections, value[figure], yardstick[figure]));
      }
    }
    await stopAll();
  }
  if (names.includes(GRID)) {
    const { p50, p95, move, rest } = await gridFigures(progress);
    show(compared(GRID, "key_p50_ms", 0, p50, KEY_LIMIT));
    show(compared(GRID, "key_p95_ms", 0, p95, KEY_LIMIT));
    show(compared(GRID, "move_p50_ms", 0, move, KEY_LIMIT));
    show(compared(GRID, "after_key_p50_ms", 0, rest, KEY_LIMIT));
  }
  if (names.includes(DUTIES)) {
    for (const n of schools) {
      // the yardstick of an answer is the limit that was promised, of a save 1.1 times the same save without the engine
      for (const { figure, connections, value, limit } of await dutyFigures(n, pupils, seconds, progress, stops)) {
        show(compared(`${DUTIES}-${n}`, figure, connections, value, limit));
      }
    }
  }
  if (names.some((name) => IDLE.includes(name))) {
    const { serverMb, databaseMb, secondStart } = await idleFigures(progress);
    // the yardstick of these is the limit that was promised
    if (names.includes("idle-memory")) {
      show(compared("idle-memory", "server_rss_mb", 0, serverMb, 130));
      show(compared("idle-memory", "database_pss_mb", 0, databaseMb, 120));
    }
    if (names.includes("second-start")) show(compared("second-start", "ready_s", 0, secondStart, 5));
  }
}

/** How many times worse than the yardstick: of a rate, the yardstick's share. */
function compared(bench: string, figure: string, connections: number, value: number, yardstick: number): Figure {
  const round = (n: number) => Number(n.toPrecision(4));
  return {
    bench,
    figure,
    connections,
    value: round(value),
    yardstick: round(yardstick),
    ratio: round(figure === "per_second" ? yardstick / value : value / yardstick),
  };
}

async function setUp(pupils: number): Promise<Stage> {
  const database = await openBenchDatabase();
  stops.push(() => database.close());
  const school = await makeSchool(database.url, pupils, progress);
  const log = join(tmpdir(), `parta-bench-${process.pid}.log`);
  stops.push(() => rm(log, { force: true }));
  const server = await startServer({ DATABASE_URL: database.url }, log);
  stops.push(() => server.stop());
  const yardstick = await startYardstick({ url: database.url, connections: POOL, statements: STATEMENTS }, log);
  stops.push(() => yardstick.stop());
  const [cpu] = cpus();
  progress(
    words.madeFor({
      ...school.rows,
      version: database.version,
      node: process.versions.node,
      cpu: cpu?.model ?? "",
      cores: cpus().length,
      memory: Math.round(totalmem() / 2 ** 30),
      load: loadavg()[0]!,
    }),
  );
  const span = (of: number[]) => `${Math.min(...of)}–${Math.max(...of)}`;
  progress(
    words.pages(
      school.pages.length,
      span(school.pages.map((p) => p.lessons)),
      span(school.pages.map((p) => p.pupils)),
      span(school.pages.map((p) => p.filled)),
    ),
  );
  return { school, ports: { product: server.port, yardstick: yardstick.port }, cookieOf: signingIn(school.schoolId, server.port) };
}

/** The yardstick is one only while it answers the same. */
async function expectSame({ product, yardstick, same }: Scene): Promise<void> {
  const [a, b] = [await Line.open(product.port), await Line.open(yardstick.port)];
  for (const [asked, plain] of same) {
    const [x, y] = [await a.ask(asked, "10.2.0.2"), await b.ask(plain, "10.2.0.2")];
    if (x.status !== 200 || x.body !== y.body) throw new Error(`${words.different(asked.path)}\n${x.body.slice(0, 400)}\n${y.body.slice(0, 400)}`);
  }
  a.close();
  b.close();
}

function printRow(f: Figure | null): void {
  const cells = f === null ? words.head : [f.bench, f.figure, f.connections, f.value, f.yardstick, f.ratio];
  console.log(cells.map((cell, i) => (i < 2 ? String(cell).padEnd(16) : String(cell).padStart(16))).join(""));
}
