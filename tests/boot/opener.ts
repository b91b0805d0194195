import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";

const SCRIPT = fileURLToPath(new URL("open-cluster.ts", import.meta.url));

/** Another process of Parta that has the database of a folder open. */
export interface Opener {
  readonly process: ChildProcess;
  readonly url: string;
  readonly startedHere: boolean;
  /** Sends the signal to its whole process group, as a terminal does, and returns its last words. */
  interrupt(signal: NodeJS.Signals): Promise<{ answered: boolean; stopped: boolean }>;
  kill(): Promise<void>;
}

export async function openElsewhere(dataDir: string, as: readonly string[] = []): Promise<Opener> {
  const [file = "", ...args] = [...as, process.execPath, "--no-warnings", SCRIPT, dataDir];
  const child = spawn(file, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], cwd: "/" });
  let complaint = "";
  child.stderr.on("data", (part: Buffer) => (complaint += part.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const word = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`the process ended: ${complaint}`);
    return JSON.parse(line.value) as never;
  };
  const first: { url: string; startedHere: boolean } = await word();
  return {
    process: child,
    ...first,
    interrupt: async (signal) => {
      process.kill(-child.pid!, signal);
      const last: { answered: boolean; stopped: boolean } = await word();
      if (child.exitCode === null) await once(child, "exit");
      return last;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Asks again and again until it is so; the test's own time limit ends a vain wait. */
export async function until<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => null);
    if (answer) return answer;
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
