import type { Logger } from "pino";
import type { Config } from "../foundation/config.ts";
import { openCluster } from "../foundation/embedded/cluster.ts";

/** The database the configuration names: somebody's PostgreSQL by its address, else the embedded one of the data folder. */
export async function openDatabase(config: Config, log: Logger): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined };
  return openCluster({ dataDir: config.dataDir, log });
}
