import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identityOf, isAlive, type Identity } from "./process-identity.ts";

/** The server that holds a database folder now. */
export interface Postmaster extends Identity {
  readonly port: number;
  readonly status: string;
}

const LINES = { pid: 0, port: 3, status: 7 } as const;

/** Reads postmaster.pid and believes it only when that process is alive and really serves this folder. */
export function runningPostmaster(postgresDir: string): Postmaster | null {
  const lines = pidFileLines(postgresDir);
  const identity = identityOf(Number(lines[LINES.pid]));
  if (!identity || !servesFolder(identity.pid, postgresDir)) return null;
  return { ...identity, port: Number(lines[LINES.port]), status: (lines[LINES.status] ?? "").trim() };
}

/**
 * Removes a postmaster.pid whose number belongs to a stranger now, or to a dead server that its parent has not collected
 * yet: PostgreSQL would refuse to start over either. Surviving children of a dead server still keep the new one out,
 * for PostgreSQL finds them by the shared memory of this folder.
 */
export function forgetStalePidFile(postgresDir: string): void {
  const pid = Number(pidFileLines(postgresDir)[LINES.pid]);
  if (pid && isTaken(pid) && !runningPostmaster(postgresDir)) rmSync(join(postgresDir, "postmaster.pid"), { force: true });
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Fast shutdown, then after a while the immediate one. False when the process is still there. */
export async function stopPostmaster(server: Identity, patienceMs = 30_000): Promise<boolean> {
  for (const [signal, ms] of [
    ["SIGINT", patienceMs],
    ["SIGQUIT", 5_000],
  ] as const) {
    try {
      process.kill(server.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") return false;
    }
    if (await gone(server, ms)) return true;
  }
  return false;
}

async function gone(server: Identity, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isAlive(server)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** By its command line: where a process stands (its cwd) is hidden from root inside containers. */
function servesFolder(pid: number, postgresDir: string): boolean {
  if (process.platform === "linux") return readOrEmpty(`/proc/${pid}/cmdline`).split("\0").includes(postgresDir);
  const answer = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return (answer.stdout ?? "").includes(postgresDir);
}

function pidFileLines(postgresDir: string): string[] {
  return readOrEmpty(join(postgresDir, "postmaster.pid")).split("\n");
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
