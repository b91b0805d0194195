import type { FastifyInstance, InjectOptions } from "fastify";
import type pg from "pg";
import { buildApp } from "../../src/entrance/app.ts";
import { openPool } from "../../src/foundation/database.ts";
import type { FeedHub } from "../../src/foundation/feed.ts";
import { openLog } from "../../src/foundation/operation/log.ts";
import { addressOf } from "../../src/foundation/route.ts";
import type { Input, Output, Route } from "../../src/foundation/route.ts";
import { freshDatabase } from "./database.ts";

export type Problem = { status: number; code: string; detail: string; facts: Record<string, unknown> };
export type Answer<R extends Route> = { status: number; body: Output<R>; problem: Problem };

/** The real server over a database of its own; `at` sets its clock. */
export type TestApp = {
  app: FastifyInstance;
  hub: FeedHub;
  pool: pg.Pool;
  /** Works as the owner of the database, past the second wall. */
  owner: pg.Pool;
  url: string;
  at: (now: Date) => void;
  ask: <R extends Route>(
    route: R,
    cookie: string | null,
    input?: Partial<{ [K in keyof Input<R>]: Input<R>[K] }>,
    headers?: Record<string, string>,
  ) => Promise<Answer<R>>;
  close: () => Promise<void>;
};

/** Starts the server without a port: requests go by inject, through every hook, schema and transaction. */
export async function anApp(now: Date): Promise<TestApp> {
  const database = await freshDatabase();
  const pool = openPool(database.url, { max: 6 });
  const owner = openPool(database.url, { max: 3, role: "owner" });
  let clock = now;
  const { app, hub } = await buildApp({ pool, log: openLog("silent"), clock: () => clock, secure: false, notReady: async () => null });
  await app.ready();
  await hub.start();
  return {
    app,
    hub,
    pool,
    owner,
    url: database.url,
    at: (next) => void (clock = next),
    ask: async (route, cookie, input = {}, headers = {}) => {
      const { params, query, body } = input as { params?: Record<string, string | number>; query?: Record<string, string | number>; body?: object };
      const url = addressOf(route, params, query);
      const request: InjectOptions = { method: route.method, url, headers: { ...(cookie === null ? {} : { cookie }), ...headers } };
      const response = await app.inject(body === undefined ? request : { ...request, payload: body });
      const json = (response.body === "" ? null : JSON.parse(response.body)) as never;
      return { status: response.statusCode, body: json, problem: json };
    },
    close: async () => {
      await hub.stop();
      await app.close();
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}
