import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";

/** The server as its own process, the leader of a process group as in a terminal. */
export interface Running {
  readonly process: ChildProcess;
  /** `http://127.0.0.1:3000`; empty when it ended without being ready. */
  readonly address: string;
  /** All it has said so far on both outputs. */
  readonly said: () => string;
  /** Lines of the log only, which are JSON. */
  readonly logged: () => string;
  /** Sends the signal to the whole group and waits for the end; the answer is the exit code (null when killed). */
  readonly end: (signal: NodeJS.Signals, times?: number) => Promise<number | null>;
  readonly exited: Promise<number | null>;
}

export type StartOptions = {
  command?: readonly string[];
  cwd?: string;
  /** Added to a bare environment; nothing of the test's own is inherited. */
  env?: Record<string, string>;
};

const READY = /Парта готова: (\S+)/;
const ROOT = resolve(".");

/** The environment of a person who has just opened a terminal: without npm's, vitest's and Parta's own variables. */
function bareEnvironment(): Record<string, string> {
  const { PATH = "", HOME = "/", LANG = "C.UTF-8" } = process.env;
  const path = PATH.split(":").filter((folder) => !folder.includes("node_modules"));
  return { PATH: path.join(":"), HOME, LANG };
}

/** Starts and waits until it is ready or has ended. */
export async function startParta({
  command = [process.execPath, "--no-warnings", "src/entrance/server.ts"],
  cwd = ROOT,
  env = {},
}: StartOptions): Promise<Running> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, { cwd, env: { ...bareEnvironment(), PORT: "0", ...env }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const heard = (part: string) => void (text += part);
  child.stdout.setEncoding("utf8").on("data", heard);
  child.stderr.setEncoding("utf8").on("data", heard);
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const closed = once(child, "close");
  await Promise.race([closed, ready(() => READY.test(text))]);
  return {
    process: child,
    address: READY.exec(text)?.[1] ?? "",
    said: () => text,
    logged: () =>
      text
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .join("\n"),
    end: async (signal, times = 1) => {
      for (let i = 0; i < times; i++) process.kill(-child.pid!, signal);
      return exited;
    },
    exited,
  };
}

async function ready(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

export const pause = (ms: number) => new Promise<void>((resume) => void setTimeout(resume, ms));

/** Processes with the text in their command line (or, for whose name is rewritten, in that of their parent): PostgreSQL names its folder there. */
export function processesOf(text: string): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const named = all.filter((pid) => commandLine(pid).includes(text)).map(Number);
  return [...named, ...named.flatMap(childrenOf)].filter((pid) => pid !== process.pid);
}

export function childrenOf(pid: number): number[] {
  const answer = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return answer.stdout.split("\n").map(Number).filter(Boolean);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** A port that is free now; the same port is wanted again after each restart. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The one file of the server, as `npm start` runs it, built of the present sources into a folder of this process. */
export function buildServer(): { command: readonly string[]; remove: () => void } {
  const folder = join(".cache", "tests", `server-${process.pid}`);
  const built = spawnSync(process.execPath, [join("node_modules", "rolldown", "bin", "cli.mjs"), "-c", "rolldown.config.mjs", "-d", folder], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.stderr);
  return { command: [process.execPath, "--no-warnings", resolve(folder, "server.js")], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Signs in over HTTP; the answer is the header of the cookie. */
export async function signIn(address: string, login: string, password = "parta-demo"): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}
