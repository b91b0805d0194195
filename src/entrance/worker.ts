import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";

/** Work that the program does by itself: a name, a time in cron's notation (UTC), what is done. */
type Job = { name: string; cron: string; run: (pool: pg.Pool) => Promise<unknown> };

const JOBS: readonly Job[] = [
  { name: "ledger-partitions", cron: "10 1 * * *", run: (pool) => pool.query("select ledger.make_partitions((now())::date, (now() + interval '3 months')::date)") },
  { name: "ledger-feed", cron: "20 1 * * *", run: (pool) => pool.query("delete from ledger.feed where at < now() - interval '2 days'") },
  { name: "access-sessions", cron: "30 1 * * *", run: (pool) => pool.query("delete from access.session where idle_until < now() - interval '1 day'") },
  { name: "access-failures", cron: "40 1 * * *", run: (pool) => pool.query("delete from access.sign_in_failure where last_at < now() - interval '1 day'") },
];

export type Worker = { readonly started: boolean; stop: () => Promise<void> };

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
  return { started: true, stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
