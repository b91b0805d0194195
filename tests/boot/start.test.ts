import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cellsOf, SaveStream } from "../crash/save-stream.ts";
import { cloneOfParta } from "./clone.ts";
import type { Clone } from "./clone.ts";
import { until } from "./opener.ts";
import { childrenOf, freePort, pause, processesOf, signIn, startParta } from "./parta.ts";
import type { Running } from "./parta.ts";

const NOBODY = 65534;
const isRoot = process.geteuid?.() === 0;
const made: Clone[] = [];
const started: Running[] = [];

async function npmStart(clone: Clone, port: number, as: readonly string[] = []): Promise<Running> {
  const running = await startParta({ command: [...as, "npm", "start"], cwd: clone.folder, env: { PORT: String(port), PARTA_LOG: "warn", HOME: clone.folder } });
  started.push(running);
  if (running.address === "") throw new Error(`not started: ${running.said()}`);
  return running;
}

async function aClone(owner?: number): Promise<Clone> {
  const clone = await cloneOfParta(owner);
  made.push(clone);
  return clone;
}

/** Whether nothing of the process group and nothing of the folder's database is left. */
function isGone(running: Running, clone: Clone): boolean {
  try {
    process.kill(-running.process.pid!, 0);
    return false;
  } catch {
    return processesOf(clone.folder).length === 0;
  }
}

afterEach(async () => {
  for (const { process: each, end } of started.splice(0)) if (each.exitCode === null && each.signalCode === null) await end("SIGKILL").catch(() => null);
  for (const clone of made.splice(0)) {
    for (const pid of processesOf(clone.folder)) process.kill(pid, "SIGKILL");
    clone.remove();
  }
});

const kilobytesOf = (file: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(file, "utf8"))?.[1]);

describe.runIf(process.platform === "linux")("npm start", () => {
  test(
    "serves a demo school from a path with a space and Cyrillic letters, ends by Ctrl-C, and the next start has the same data",
    { timeout: 300_000 },
    async () => {
      const clone = await aClone();
      const port = await freePort();
      const first = await npmStart(clone, port);
      expect(first.address).toBe(`http://127.0.0.1:${port}`);
      expect(first.said()).toMatch(/uchitel .*Учитель-предметник/);
      expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
      const page = await fetch(first.address);
      expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      const cookie = await signIn(first.address, "uchitel");
      const [cell] = await cellsOf(first.address, cookie);
      const typing = new SaveStream(first.address, cookie, [cell!], 0);
      await until(() => typing.done.length > 2);
      await typing.stop();

      const stoppedAt = performance.now();
      expect(await first.end("SIGINT", 2)).toBe(0);
      await until(() => isGone(first, clone));
      expect(performance.now() - stoppedAt).toBeLessThan(8_000);

      const startedAt = performance.now();
      const second = await npmStart(clone, port);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(second.said()).not.toMatch(/делаю учебную/);
      expect(
        (await cellsOf(second.address, cookie)).find((c) => c.pageId === cell!.pageId && c.lessonId === cell!.lessonId && c.pupilId === cell!.pupilId),
      ).toEqual(cell);

      await pause(5_000);
      const [server = 0] = childrenOf(second.process.pid!);
      const [postmaster = 0] = childrenOf(server);
      const database = [postmaster, ...childrenOf(postmaster)].map((pid) => kilobytesOf(`/proc/${pid}/smaps_rollup`, "Pss"));
      expect(kilobytesOf(`/proc/${server}/status`, "VmRSS")).toBeLessThan(130_000);
      expect(database.reduce((sum, each) => sum + each, 0)).toBeLessThan(120_000);

      second.process.kill("SIGTERM");
      await second.exited;
      await until(() => isGone(second, clone));
    },
  );

  test.runIf(isRoot)("works as an ordinary user, twice in a row", { timeout: 300_000 }, async () => {
    const clone = await aClone(NOBODY);
    const port = await freePort();
    const as = ["setpriv", "--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups"];
    for (const turn of ["first", "second"]) {
      const running = await npmStart(clone, port, as);
      expect([turn, (await fetch(`${running.address}/readyz`)).status]).toEqual([turn, 200]);
      expect(await running.end("SIGINT", 2)).toBe(0);
      await until(() => isGone(running, clone));
    }
    expect(statSync(join(clone.folder, "data", "postgres")).uid).toBe(NOBODY);
    expect(spawnSync("find", [clone.folder, "-path", "*/node_modules", "-prune", "-o", "-user", "root", "-print"], { encoding: "utf8" }).stdout).toBe("");
  });
});
