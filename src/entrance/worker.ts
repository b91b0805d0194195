import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { forgetOldSessions } from "../access/server/door.ts";
import { makePartitions, trimFeed } from "../foundation/ledger.ts";
import { forgetRequests } from "../foundation/request-key.ts";

/** Work that the program does by itself: a name, a time in cron's notation (UTC), what is done. */
type Job = { name: string; cron: string; run: (pool: pg.Pool) => Promise<unknown> };

const JOBS: readonly Job[] = [
  { name: "ledger-partitions", cron: "10 1 * * *", run: makePartitions },
  { name: "ledger-feed", cron: "20 1 * * *", run: trimFeed },
  { name: "ledger-requests", cron: "25 1 * * *", run: forgetRequests },
  { name: "access-sessions", cron: "30 1 * * *", run: forgetOldSessions },
];

export type Worker = { stop: () => Promise<void> };

/** Starts the jobs in this process over the application's own pool. Several processes may do so: each run is taken by one. */
export async function startWorker(pool: pg.Pool, log: Logger): Promise<Worker> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) },
    schema: "jobs",
    createSchema: false,
    superviseIntervalSeconds: 300,
    maintenanceIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    bamIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
    persistQueueStats: false,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on("error", (error) => log.warn({ err: { message: error.message } }, "jobs"));
  await boss.start();
  for (const job of JOBS) {
    await boss.createQueue(job.name);
    await boss.schedule(job.name, job.cron);
    await boss.work(job.name, { pollingIntervalSeconds: 60 }, async () => {
      await job.run(pool);
      log.info({ job: job.name }, "done");
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
