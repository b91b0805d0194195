import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Failure } from "./failure.ts";
import type { FeedHub, Subscription } from "./feed.ts";
import { demandFile } from "./files/file-upload.ts";
import type { Admission } from "./files/file-upload.ts";
import { WRITE_HEADERS } from "./request-key.ts";
import { demandReadable, readNumbers } from "./request-parts.ts";
import type { FileLimits, Input, Output, Route } from "./route.ts";

/** JSON text that PostgreSQL built; it goes out as it is (scale.md: four times cheaper than rows turned into objects). */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A file somebody once gave; it goes out only as something to keep, never to be shown by our own pages. */
export class FileBody {
  readonly name: string;
  readonly media: string;
  readonly content: Buffer;
  constructor(name: string, media: string, content: Buffer) {
    this.name = name;
    this.media = media;
    this.content = content;
  }
}

/** Opens the context of a request, runs the work in it and closes it: commits, or rolls back when the work throws. */
export type Opener<Context> = <T>(request: FastifyRequest, reply: FastifyReply, work: (context: Context) => Promise<T>) => Promise<T>;

type Verb = (context: never, input: never, told: never) => Promise<unknown>;

/** A route with the verb that does it; the lists of them make the program. */
export type Bound = { readonly route: Route; readonly verb: Verb; readonly opening: "session" | "open"; readonly admit?: Verb };

/** Binds a route to its verb inside a signed-in session. */
export function bind<R extends Route, Context>(route: R, verb: (context: Context, input: Input<R>) => Promise<Output<R> | JsonText>): Bound {
  return { route, verb: verb, opening: "session" };
}

/** Binds a route that needs no session (sign-in). */
export function bindOpen<R extends Route, Context>(route: R, verb: (context: Context, input: Input<R>) => Promise<Output<R> | JsonText>): Bound {
  return { route, verb: verb, opening: "open" };
}

/**
 * Binds a route that takes a file. `admit` says in a transaction of its own whether the file may come, by its name and the size told,
 * before a byte of it is read; the verb then gets the file whole, and the database does not wait for a slow line.
 */
export function bindUpload<R extends Route & { upload: FileLimits }, Context>(
  route: R,
  admit: (context: Context, input: Omit<Input<R>, "body">, told: Admission) => Promise<void>,
  verb: (context: Context, input: Input<R>) => Promise<Output<R> | JsonText>,
): Bound {
  return { route, verb, admit, opening: "session" };
}

/** Binds a route that gives out a file. */
export function bindFile<R extends Route & { kind: "file" }, Context>(route: R, verb: (context: Context, input: Input<R>) => Promise<FileBody>): Bound {
  return { route, verb, opening: "session" };
}

/** Binds a stream of events: the verb checks the rights and answers what the listener may hear. */
export function bindEvents<R extends Route, Context>(route: R, verb: (context: Context, input: Input<R>) => Promise<Subscription>): Bound {
  return { route, verb: verb, opening: "session" };
}

const inputOf = (request: FastifyRequest) => ({ params: request.params, query: request.query, body: request.body });

/** Puts a bound route on the server: validation by its schemas, the verb in its context, the answer trimmed by the response schema. */
export function serve<Session, Open>(app: FastifyInstance, bound: Bound, openers: { session: Opener<Session>; open: Opener<Open> }, hub: FeedHub): void {
  const { route, verb } = bound;
  const open = (bound.opening === "session" ? openers.session : openers.open) as Opener<never>;
  const schema = {
    operationId: route.operationId,
    summary: route.summary,
    "x-act": route.act,
    "x-failures": route.failures,
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.method !== "GET" && { headers: WRITE_HEADERS }),
    ...(route.kind === undefined
      ? { response: { 200: route.response } }
      : { produces: [route.kind === "events" ? "text/event-stream" : "application/octet-stream"] }),
  };
  app.route({
    method: route.method,
    url: route.path,
    schema,
    config: {
      isStream: route.kind === "events",
      isUpload: route.upload !== undefined,
      ...(route.perMinute && { rateLimit: { max: route.perMinute, timeWindow: "1 minute" } }),
    },
    // A stream has no end that a HEAD could wait for.
    exposeHeadRoute: route.kind !== "events",
    ...(route.upload && {
      bodyLimit: route.upload.most,
      preParsing: async (request: FastifyRequest, reply: FastifyReply) => {
        readNumbers(route.params, request.params);
        readNumbers(route.query, request.query);
        demandReadable({ ...inputOf(request), body: undefined });
        const told = demandFile(route, request, reply);
        // two transactions of one request cannot keep one answer; a file comes over a version seen or is kept once more
        delete request.headers["idempotency-key"];
        await open(request, reply, (context) => bound.admit!(context, inputOf(request) as never, told as never));
      },
    }),
    preValidation: async (request) => {
      readNumbers(route.params, request.params);
      readNumbers(route.query, request.query);
    },
    preHandler: async (request) => demandReadable(route.upload ? { ...inputOf(request), body: undefined } : inputOf(request)),
    handler: async (request, reply) => {
      if (route.kind === "events") {
        const subscription = (await open(request, reply, (context) => verb(context, inputOf(request) as never, undefined as never))) as Subscription;
        return sendEvents(request, reply, hub, subscription);
      }
      const answer = await open(request, reply, (context) => verb(context, inputOf(request) as never, undefined as never));
      reply.header("cache-control", "no-store");
      if (answer instanceof JsonText) {
        return reply.type("application/json; charset=utf-8").serializer(String).send(answer.text);
      }
      if (answer instanceof FileBody) return sendFile(reply, answer);
      return answer;
    },
  });
}

function sendFile(reply: FastifyReply, { name, media, content }: FileBody): FastifyReply {
  // names of other languages go in the notation of RFC 8187; the plain name is for those who do not know it
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return reply
    .type(media)
    .header("content-disposition", `attachment; filename="${plain}"; filename*=UTF-8''${whole}`)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .send(content);
}

/** How often a quiet stream says that it lives, ms. */
const HEARTBEAT = 20_000;

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route answers a stream of events. */
    isStream?: boolean;
    /** The route takes a file. */
    isUpload?: boolean;
  }
}

async function sendEvents(request: FastifyRequest, reply: FastifyReply, hub: FeedHub, subscription: Subscription): Promise<FastifyReply> {
  const asked = request.headers["last-event-id"] ?? (request.query as { after?: number }).after;
  const after = asked === undefined ? undefined : Number(asked);
  if (after !== undefined && !Number.isSafeInteger(after)) throw new Failure("invalid", "foundation.not_an_event_id");
  reply.hijack();
  const { raw } = reply;
  // gone while its rights were asked: nobody will say so again
  if (raw.destroyed) return reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" });
  raw.write("retry: 1000\n\n");
  const heartbeat = setInterval(() => raw.write(": here\n\n"), HEARTBEAT);
  // the listener may be gone before it has joined, and the database may be away: then the stream ends and the browser asks again
  const gone = new Promise((resolve) => void raw.once("close", resolve));
  // not all at one moment, though all began at one: after a restart
  const end = setTimeout(() => raw.end("event: later\ndata: {}\n\n"), hub.streamLife * (0.8 + 0.2 * Math.random()));
  void gone.then(() => (clearInterval(heartbeat), clearTimeout(end)));
  // a word that comes after the end of a stream is lost, and no fault
  raw.on("error", () => undefined);
  try {
    const leave = await hub.join(subscription, after, {
      send: (id, event, data) => raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      close: () => raw.end(),
    });
    void gone.then(leave);
  } catch (error) {
    request.log.warn({ code: (error as { code?: string }).code }, "stream not begun");
    raw.end();
  }
  return reply;
}
