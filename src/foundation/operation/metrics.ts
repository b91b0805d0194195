import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { FeedHub } from "../feed.ts";

/** Counts requests by route and status, and shows the state of the pool and of the open diaries, for Prometheus. */
export function measure(app: FastifyInstance, pool: pg.Pool, hub: FeedHub): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: "parta_request_seconds",
    help: "Time of requests by operation",
    labelNames: ["operation", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [register],
  });
  const faults = new Counter({ name: "parta_faults_total", help: "Answers of 500 and above", registers: [register] });
  new Gauge({
    name: "parta_pool_connections",
    help: "Connections to the database",
    registers: [register],
    collect() {
      this.set(pool.totalCount);
    },
  });
  new Gauge({
    name: "parta_pool_waiting",
    help: "Requests waiting for a connection",
    registers: [register],
    collect() {
      this.set(pool.waitingCount);
    },
  });
  new Gauge({
    name: "parta_open_diaries",
    help: "Open streams of events",
    registers: [register],
    collect() {
      this.set(hub.listeners);
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    const operation = request.routeOptions.schema?.operationId;
    if (operation) seconds.observe({ operation, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) faults.inc();
  });
  app.get("/metrics", { schema: { hide: true } }, async (_, reply) => reply.type(register.contentType).send(await register.metrics()));
}
