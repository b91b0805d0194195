import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that cannot be mistaken for a later one with the same number. */
export interface Identity {
  readonly pid: number;
  readonly started: string;
}

/** Null when there is no such process, or it is dead and only not yet collected by its parent. */
export function identityOf(pid: number): Identity | null {
  const started = process.platform === "linux" ? startedByProc(pid) : startedByPs(pid);
  return started === null ? null : { pid, started };
}

export function isAlive(identity: Identity): boolean {
  return identityOf(identity.pid)?.started === identity.started;
}

function startedByProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in brackets may hold anything, so fields are counted after its end: state first, start time twentieth.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const boot = readOrNull("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return `${boot}:${fields[19]}`;
}

function startedByPs(pid: number): string | null {
  const answer = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "Z", ...started] = (answer.stdout ?? "").trim().split(/\s+/);
  return answer.status !== 0 || state.startsWith("Z") ? null : started.join(" ");
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
