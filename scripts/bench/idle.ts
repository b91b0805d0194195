import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { thrownAwayFolder } from "./database.ts";
import { npmStart } from "./programs.ts";

export type IdleFigures = { serverMb: number; databaseMb: number; secondStart: number };

/** How long the server is left alone before its memory is read, ms. */
const REST = 20_000;

/** `npm start` twice in a folder of its own: the first makes the demo school, the second is timed and then left alone. */
export async function idleFigures(say: (line: string) => void): Promise<IdleFigures> {
  const folder = await thrownAwayFolder();
  const env = { PARTA_DATA: join(folder.path, "data"), DATABASE_URL: "" };
  const log = join(folder.path, "start.log");
  try {
    say("npm start: 1");
    await (await npmStart(env, log)).stop();
    say("npm start: 2");
    const began = performance.now();
    const program = await npmStart(env, log);
    const secondStart = (performance.now() - began) / 1000;
    say(`${REST / 1000} s`);
    await sleep(REST);
    const processes = processesNow();
    const server = processes.find((p) => p.command.includes("dist/server/server.js") && isUnder(p, program.pid, processes));
    const postmaster = processes.find(
      (p) =>
        p.command.includes(env.PARTA_DATA) &&
        p.command.includes("postgres") &&
        !processes.some((q) => q.pid === p.parent && q.command.includes("bin/postgres")) &&
        /bin\/postgres\b/.test(p.command.split("\0")[0] ?? ""),
    );
    const database = processes.filter((p) => postmaster !== undefined && isUnder(p, postmaster.pid, processes));
    const figures = {
      serverMb: statusKb(server?.pid ?? 0, "VmRSS", "status") / 1024,
      databaseMb: database.reduce((sum, p) => sum + statusKb(p.pid, "Pss", "smaps_rollup"), 0) / 1024,
      secondStart,
    };
    await program.stop();
    return figures;
  } finally {
    await folder.remove();
  }
}

type Process = { pid: number; parent: number; command: string };

function processesNow(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [
        {
          pid: Number(name),
          parent: Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]),
          command: readFileSync(`/proc/${name}/cmdline`, "utf8"),
        },
      ];
    } catch {
      return []; // it ended meanwhile
    }
  });
}

function isUnder(p: Process, ancestor: number, all: readonly Process[]): boolean {
  if (p.pid === ancestor) return true;
  const parent = all.find((q) => q.pid === p.parent);
  return parent !== undefined && isUnder(parent, ancestor, all);
}

function statusKb(pid: number, field: string, file: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/${file}`, "utf8"))?.[1]);
}
