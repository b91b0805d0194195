// A process that opens the database of a folder, says so in one line, and keeps it until SIGINT or SIGTERM.
import pg from "pg";
import { openCluster } from "../../src/foundation/embedded/cluster.ts";

const say = (facts: object) => process.stdout.write(`${JSON.stringify(facts)}\n`);
const silent = () => undefined;

const cluster = await openCluster({ dataDir: process.argv[2] ?? "", log: { info: silent, warn: silent, error: silent } });
const staying = setInterval(silent, 1_000);

async function close(): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url });
  const answered = await client
    .connect()
    .then(() => client.query("select 1"))
    .then(
      () => true,
      () => false,
    );
  await client.end().catch(silent);
  await Promise.all([cluster.stop(), cluster.stop()]);
  clearInterval(staying);
  say({ answered, stopped: true });
}

process.once("SIGINT", () => void close());
process.once("SIGTERM", () => void close());
say({ url: cluster.url, startedHere: cluster.startedHere });
