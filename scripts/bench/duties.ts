import { loadavg, tmpdir } from "node:os";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type pg from "pg";
import { myDutiesRoute, schoolDutiesRoute } from "../../src/control/contract/duties/duties.ts";
import { journalControlRoute } from "../../src/control/contract/journal-control.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { openPool } from "../../src/foundation/database.ts";
import { addressOf } from "../../src/foundation/route.ts";
import { benchWords as words } from "./bench.ru.ts";
import { Line } from "./client.ts";
import type { Request } from "./client.ts";
import { copyOf, openBenchDatabase } from "./database.ts";
import { multiply } from "./many-schools.ts";
import { compare, FIGURES } from "./measure.ts";
import type { Figures } from "./measure.ts";
import { startServer } from "./programs.ts";
import { makeSchool, targetsIn } from "./school.ts";
import type { BenchSchool } from "./school.ts";
import { markSave, signingIn } from "./scenes.ts";

/** Study weeks behind today at the end of a school year. */
const YEAR = 34;
/** Promised of the answers, ms, and of a save with the engine beside one without it. */
const LIMITS = { my_duties: 30, school_duties: 150, control_page: 150, mark_save: 1.1 } as const;
/** Indexes of tables that the engine only reads, made for its sake: the database without the engine has none of them. */
const INDEXES = ["journal.lesson_note_whole", "journal.lesson_note_begun", "journal.lesson_note_work", "timetable.lesson_substitute"];
/** The trend under the table of the control page reaches so many days back. */
const TREND = 62;
const ADDRESSES = 4096;

export type DutyFigure = { figure: string; connections: number; value: number; limit: number };
type Stops = (() => Promise<unknown>)[];

/**
 * What duties cost in a school of so many schools at the end of its year: «Мои дела» of every teacher, what the whole school owes and the control page as its
 * deputy, one asking after another; and a mark entry with the engine beside the same entry in a copy of the same database from which the engine's tables
 * and indexes were taken away. Both programs are the same build: a save passes no code of the engine either way.
 */
export async function dutyFigures(schools: number, pupils: number, seconds: number, say: (line: string) => void, stops: Stops): Promise<DutyFigure[]> {
  const database = await openBenchDatabase();
  stops.push(() => database.close());
  const school = await yearOf(database.url, schools, pupils, say);
  const log = join(tmpdir(), `parta-bench-duties-${process.pid}.log`);
  stops.push(() => rm(log, { force: true }));
  say(words.dutiesOf(schools, school.rows.lessons, loadavg()[0]!));

  const without = await copyOf(database.url);
  stops.push(() => without.drop());
  await takeEngineAway(without.url);
  const [engine, plain] = [await startServer({ DATABASE_URL: database.url }, log), await startServer({ DATABASE_URL: without.url }, log)];
  stops.push(() => Promise.all([engine.stop(), plain.stop()]));

  const figures: DutyFigure[] = [];
  const told = (name: keyof typeof LIMITS, times: number[]) => {
    for (const [share, at] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const) {
      figures.push({ figure: `${name}_${share}_ms`, connections: 1, value: shareOf(times, at), limit: LIMITS[name] });
    }
  };
  const cookieOf = signingIn(school.schoolId, engine.port);
  const owner = openPool(database.url, { role: "owner", max: 1 });
  const { teachers, deputy } = await staffOf(owner, school.schoolId);
  await owner.end();
  const get = async (personId: number, path: string): Promise<Request> => ({ method: "GET", path, cookie: await cookieOf("staff", personId) });
  const own: Request[] = [];
  for (const teacher of teachers) own.push(await get(teacher, addressOf(myDutiesRoute)));
  told("my_duties", await timesOf(engine.port, own, seconds));
  told("school_duties", await timesOf(engine.port, [await get(deputy, addressOf(schoolDutiesRoute))], seconds));
  const days = { from: plusDays(school.today, -TREND), to: school.today, by: "teacher" as const };
  told("control_page", await timesOf(engine.port, [await get(deputy, addressOf(journalControlRoute, undefined, days))], seconds));

  const stage = { school, ports: { product: engine.port, yardstick: 0 }, cookieOf };
  const other = { school, ports: { product: plain.port, yardstick: 0 }, cookieOf: signingIn(school.schoolId, plain.port) };
  const [a, b] = [(await markSave(stage)).product, (await markSave(other)).product];
  for (const connections of [1, Math.min(16, school.columns.length)]) {
    const [withEngine, withoutEngine] = await compare(a, b, connections, seconds);
    for (const figure of FIGURES.filter((name) => name !== "p99_ms")) {
      figures.push({ figure: `mark_${figure}_ratio`, connections, value: worse(figure, withEngine, withoutEngine), limit: LIMITS.mark_save });
    }
  }
  for (const stop of stops.splice(0).reverse()) await stop();
  return figures;
}

/** How many times dearer the first is. */
const worse = (figure: keyof Figures, a: Figures, b: Figures) => (figure === "per_second" ? b[figure] / a[figure] : a[figure] / b[figure]);

/** A school at the end of its year; where there are many, one from their middle, whose rows lie among those of the others. */
async function yearOf(url: string, schools: number, pupils: number, say: (line: string) => void): Promise<BenchSchool> {
  const first = await makeSchool(url, pupils, say, YEAR);
  if (schools === 1) return first;
  const owner = openPool(url, { role: "owner", max: 1 });
  try {
    const schoolId = await multiply(owner, schools, say);
    await owner.query("vacuum (analyze)");
    await owner.query("checkpoint");
    return { ...(await targetsIn(owner, schoolId, first.today)), rows: first.rows };
  } finally {
    await owner.end();
  }
}

async function takeEngineAway(url: string): Promise<void> {
  const owner = openPool(url, { role: "owner", max: 1 });
  await owner.query(`drop schema control cascade; drop index ${INDEXES.join(", ")}`);
  await owner.end();
}

/** Everybody who teaches, those with the most lessons first, and the deputy. */
async function staffOf(owner: pg.Pool, schoolId: number): Promise<{ teachers: number[]; deputy: number }> {
  const { rows } = await owner.query<{ teachers: number[]; deputy: number }>(
    `select (select json_agg(t.teacher_id order by t.lessons desc, t.teacher_id) from (select l.teacher_id, count(*) as lessons from timetable.lesson l
         where l.school_id = $1 group by 1) t) as teachers,
       (select min(r.person_id) from access.role_grant r where r.school_id = $1 and r.role = 'deputy_studies') as deputy`,
    [schoolId],
  );
  return rows[0]!;
}

/** How long each answer took, ms, over so many seconds and at least three rounds, after one round of warming up. */
async function timesOf(port: number, requests: readonly Request[], seconds: number): Promise<number[]> {
  const line = await Line.open(port);
  const times: number[] = [];
  const began = performance.now();
  for (let n = 0; n < requests.length * 4 || performance.now() - began < seconds * 1000; n++) {
    const asked = performance.now();
    const family = n % ADDRESSES;
    const { status, body } = await line.ask(requests[n % requests.length]!, `10.3.${family >> 6}.${family & 63}`);
    if (status !== 200) throw new Error(`${requests[n % requests.length]!.path} answered ${status}: ${body.slice(0, 300)}`);
    if (n >= requests.length) times.push(performance.now() - asked);
  }
  line.close();
  return times.toSorted((x, y) => x - y);
}

const shareOf = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
