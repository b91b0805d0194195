import { pino } from "pino";
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
