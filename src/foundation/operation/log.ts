import { pino } from "pino";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

/** The structured log. Of a request it keeps method, the route's pattern, status, time and number: no address, body, cookie or name. */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["req.headers", "body", "password", "token", "cookie"], remove: true },
    serializers: {
      req: (req: { method?: string; routeOptions?: { url?: string } }) => ({ method: req.method, route: req.routeOptions?.url }),
      res: (res: { statusCode?: number }) => ({ status: res.statusCode }),
    },
  });
}

/** One line an answer: what went well on the level `debug`, what did not on `info`. The metrics count all of them. */
export function logAnswers(app: FastifyInstance, log: Logger): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { statusCode } = reply;
    const level = statusCode < 400 ? "debug" : "info";
    if (log.isLevelEnabled(level)) request.log[level]({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, "request completed");
    done();
  });
}
