import type pg from "pg";
import type { Config } from "../../foundation/config.ts";
import { openPool } from "../../foundation/database.ts";
import { migrate } from "../../foundation/migrate.ts";
import { openLog } from "../../foundation/operation/log.ts";
import { openDatabase } from "../database.ts";
import type { World } from "./command.ts";
import { COMMAND_WORDS } from "./command.ru.ts";

export type OpenWorld = World & {
  /** True after Ctrl-C: nothing more is said or done. */
  readonly broken: boolean;
  close: () => Promise<void>;
};

/** How long a broken off command waits for its database to stop, ms. */
const PATIENCE = 15_000;
const BROKEN_OFF = 130;

/**
 * The world of one command. The database is opened when first asked for and left as it was found: stopped if this command
 * started it. Ctrl-C breaks the transaction under way, so that nothing of it is written.
 */
export function openWorld(config: Config, { json, path }: { json: boolean; path: World["path"] }): OpenWorld {
  const undoing = new Set<() => void>();
  let stopDatabase: () => Promise<void> = async () => undefined;
  let pool: Promise<pg.Pool> | undefined;
  let broken = false;
  let line = "";

  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const wipe = () => {
    if (line !== "") process.stderr.write("\r\u001b[K");
    line = "";
  };
  const breakOff = () => {
    if (broken) return;
    broken = true;
    wipe();
    note(COMMAND_WORDS.brokenOff);
    for (const undo of undoing) undo();
    setTimeout(() => process.exit(BROKEN_OFF), PATIENCE);
    void stopDatabase()
      .catch(() => undefined)
      .then(() => process.exit(BROKEN_OFF));
  };
  process.on("SIGINT", breakOff);
  process.on("SIGTERM", breakOff);

  const open = async () => {
    const database = await openDatabase(config, openLog("silent"));
    stopDatabase = () => database.stop();
    await migrate(database.url);
    return openPool(database.url, { max: 4 });
  };
  return {
    get broken() {
      return broken;
    },
    now: new Date(),
    production: config.mode === "production",
    path,
    note,
    open: () => (pool ??= open()),
    answer: (result, lines) => {
      wipe();
      process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines.join("\n")}\n`);
    },
    progress: (text) => {
      if (!process.stderr.isTTY) return;
      line = text;
      process.stderr.write(`\r${text}\u001b[K`);
    },
    onBreak: (undo) => {
      undoing.add(undo);
      return () => void undoing.delete(undo);
    },
    close: async () => {
      // the way out of a broken off command is in breakOff
      if (broken) return new Promise<never>(() => undefined);
      wipe();
      await (await pool?.catch(() => undefined))?.end();
      await stopDatabase();
      process.off("SIGINT", breakOff);
      process.off("SIGTERM", breakOff);
    },
  };
}
