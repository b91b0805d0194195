import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { environment } from "../../src/foundation/config.ts";

export type Program = { port: number; pid: number; stop: () => Promise<void> };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The command with which `npm start` replaces itself by the server, from package.json: node, its flags, the file. */
function startCommand(): { node: string; args: string[] } {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as { scripts: { start: string } };
  const [node = "", ...args] = (scripts.start.split(/\bexec /).at(-1) ?? "").trim().split(/\s+/);
  return { node, args };
}

/** Starts the server as `npm start` does, on a port of its own; its log goes to a file, as a service's would. */
export async function startServer(env: Record<string, string>, logFile: string): Promise<Program> {
  const port = await freePort();
  const { node, args } = startCommand();
  const child = run(node, args, { ...env, PORT: String(port), HOST: "127.0.0.1" }, logFile);
  return ready(child, port, "/readyz");
}

/** Starts `npm start` itself. */
export async function npmStart(env: Record<string, string>, logFile: string): Promise<Program> {
  const port = await freePort();
  const child = run("npm", ["start"], { ...env, PORT: String(port), HOST: "127.0.0.1" }, logFile, true);
  return ready(child, port, "/readyz");
}

/** Starts the yardstick: bare `node:http` before bare `pg`, in a process of its own. */
export async function startYardstick(task: object, logFile: string): Promise<Program> {
  const port = await freePort();
  const child = run(
    process.execPath,
    ["--no-warnings", fileURLToPath(new URL("yardstick.ts", import.meta.url))],
    { YARDSTICK: JSON.stringify({ ...task, port }) },
    logFile,
  );
  return ready(child, port, "/ready");
}

function run(command: string, args: readonly string[], env: Record<string, string>, logFile: string, group = false): { child: ChildProcess; group: boolean } {
  const log = openSync(logFile, "a");
  return { child: spawn(command, args, { cwd: ROOT, env: { ...environment(), NODE_ENV: "", ...env }, stdio: ["ignore", log, log], detached: group }), group };
}

async function ready({ child, group }: { child: ChildProcess; group: boolean }, port: number, path: string): Promise<Program> {
  let ended = false;
  const exit = once(child, "exit").then(() => (ended = true));
  for (;;) {
    if (ended) throw new Error(`a measured program ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    if (answer?.ok) break;
    await sleep(20);
  }
  const stop = async () => {
    if (ended) return;
    if (group) process.kill(-child.pid!, "SIGTERM");
    else child.kill("SIGTERM");
    await exit;
  };
  return { port, pid: child.pid!, stop };
}
