import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Binaries } from "./binaries.ts";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";
import type { SystemUser } from "./system-user.ts";

/** Starts programs of the database as the right account, in a session of their own, and not outliving this process. */
export interface Launcher {
  readonly user: SystemUser | null;
  launch(program: string, args: readonly string[], logFile: string): ChildProcess;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

const ENV = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };

/** Fast shutdown: PostgreSQL disconnects its clients and closes its files cleanly. */
const PARENT_DIED = "INT";

/**
 * Where the account cannot walk the path (a checkout in /root), it is given the one capability that lets it;
 * the narrower one first, the wider for containers that keep only that.
 */
const WAYS_IN = [null, "dac_read_search", "dac_override"] as const;

export function findLauncher(user: SystemUser | null, binaries: Binaries, dataDir: string): Launcher {
  const hasSetpriv = (spawnSync("setpriv", ["--help"], { encoding: "utf8", env: ENV }).stdout ?? "").includes("--pdeathsig");
  const ways = user && hasSetpriv ? WAYS_IN : [null];
  let reason = "";
  for (const way of ways) {
    const command = (program: string, args: readonly string[]) => commandFor(user, hasSetpriv ? way : undefined, program, args);
    const probe = run(command("/bin/sh", ["-c", 'cd "$1" && exec "$2" --version', "sh", dataDir, binaries.postgres]));
    if (probe.status === 0) return { user, launch: (program, args, logFile) => launched(command(program, args), logFile) };
    reason ||= (probe.stderr || probe.error?.message || "").trim().split("\n")[0] ?? "";
  }
  if (user) throw new ClusterFault(embeddedWords.notReachable(user.name, dataDir), reason);
  throw new ClusterFault(embeddedWords.brokenBinaries(reason));
}

/** `way` is undefined where there is no setpriv: then Node itself changes the account, and nothing follows a killed parent. */
function commandFor(user: SystemUser | null, way: string | null | undefined, program: string, args: readonly string[]): Command {
  if (way === undefined) return { file: program, args, options: user ? { uid: user.uid, gid: user.gid } : {} };
  const account = user ? ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"] : [];
  // Without the secure bit access(2), by which PostgreSQL looks for its own program, would leave the capability out.
  const capability = way ? ["--securebits", "+no_setuid_fixup", "--inh-caps", `+${way}`, "--ambient-caps", `+${way}`] : [];
  return { file: "setpriv", args: ["--pdeathsig", PARENT_DIED, ...account, ...capability, program, ...args], options: {} };
}

function run(command: Command) {
  return spawnSync(command.file, command.args, { ...command.options, env: ENV, encoding: "utf8" });
}

function launched(command: Command, logFile: string): ChildProcess {
  const log = openSync(logFile, "a", 0o600);
  try {
    // A session of its own: Ctrl-C in the terminal reaches the server only, which then stops the database itself.
    return spawn(command.file, command.args, { ...command.options, env: ENV, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  } finally {
    closeSync(log);
  }
}
