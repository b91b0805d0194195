import { existsSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import swagger from "@fastify/swagger";
import Fastify, { LogController } from "fastify";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type pg from "pg";
import type { Logger } from "pino";
import { openersOf } from "../access/server/door.ts";
import type { Clock } from "../access/server/door.ts";
import { COMPILED_LATELY } from "./compile-lately.ts";
import { Failure } from "../foundation/failure.ts";
import { FeedHub } from "../foundation/feed.ts";
import { takeFiles } from "../foundation/files/file-upload.ts";
import { logAnswers } from "../foundation/operation/log.ts";
import { measure } from "../foundation/operation/metrics.ts";
import { answerProblems, answerUnreadable } from "../foundation/operation/problems.ts";
import { ROOT } from "../foundation/operation/root.ts";
import { serve } from "../foundation/serve.ts";
import { FAILURES } from "./failures.ts";
import { ROUTES } from "./routes.ts";

const WEB = join(ROOT, "dist", "web");

/** The largest body of a request, bytes: a page of text is far below; files will have their own way in. */
const BODY_LIMIT = 256 * 1024;

/** How long a request may take to arrive whole, ms; streams of answers are not bound by it. */
const REQUEST_TIMEOUT = 30_000;

export type World = {
  pool: pg.Pool;
  log: Logger;
  clock: Clock;
  /** Cookies only over https. */
  secure: boolean;
  /** Requests a minute from one address; far above what a class of phones behind one address needs. */
  requestsPerMinute?: number;
  /** Whether the program is ready, for /readyz; null when it is, else what is missing. */
  notReady: () => Promise<string | null>;
};

/** The whole server over a database: every route, the web app, health, metrics, the description of the API. */
export async function buildApp(world: World): Promise<{ app: FastifyInstance; hub: FeedHub }> {
  const { pool, log, clock } = world;
  const hub = new FeedHub(pool, log);
  const logger: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: "loopback",
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => randomBytes(4).toString("hex"),
    frameworkErrors: answerUnreadable(FAILURES),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true } },
    schemaController: COMPILED_LATELY,
  });
  answerProblems(app, FAILURES);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: world.secure,
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(rateLimit, { max: world.requestsPerMinute ?? 6000, timeWindow: "1 minute" });
  await app.register(compress, { threshold: 2048, encodings: ["br", "gzip"], globalDecompression: false });
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Parta", version: "1", description: "Electronic class journal and diary" } },
  });
  refuseOtherSites(app);
  // the devices reckon by the clock that judges what they send
  app.addHook("onRequest", async (_, reply) => void reply.header("date", clock().toUTCString()));
  measure(app, pool, hub);
  logAnswers(app, log);
  // A stop ends the streams itself and lets requests under way finish.
  app.addHook("preClose", () => hub.stop());

  app.get("/healthz", { schema: { hide: true }, logLevel: "warn" }, async () => ({ ok: true }));
  app.get("/readyz", { schema: { hide: true }, logLevel: "warn" }, async (_, reply) => {
    const missing = await world.notReady().catch(() => "database");
    return reply.code(missing === null ? 200 : 503).send({ ready: missing === null, missing });
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());

  await app.register(async (api) => {
    takeFiles(api);
    const openers = openersOf(pool, clock, world.secure);
    for (const bound of ROUTES) serve(api, bound, openers, hub);
  });

  if (existsSync(join(WEB, "index.html"))) await serveWeb(app);
  return { app, hub };
}

/** The web app: hashed files for ever, the page itself anew each time; every address of a screen answers the page. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    preCompressed: true,
    globIgnore: ["**/*.br", "**/*.gz"],
    setHeaders: (reply, path) => void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  app.get("/*", { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith("/api/") || request.url.includes(".")) return reply.callNotFound();
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}

/** A request that changes something must come from our own pages: browsers say where a request was made. */
function refuseOtherSites(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const site = request.headers["sec-fetch-site"];
    const origin = request.headers.origin;
    const foreign = site !== undefined ? site === "cross-site" || site === "same-site" : origin !== undefined && URL.parse(origin)?.host !== request.host;
    if (foreign) throw new Failure("forbidden", "foundation.from_another_site");
  });
}
