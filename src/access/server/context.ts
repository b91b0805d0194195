import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { asNobody, inTransaction, statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { instantOf, plusDays } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import { KEEP_ANSWER, askedBy, enteredBy, isAskedTwice } from "../../foundation/request-key.ts";
import { JsonText } from "../../foundation/serve.ts";
import type { Opener } from "../../foundation/serve.ts";
import { signInRoute } from "../contract/sign-in.ts";
import type { Actor } from "../rules/permit.ts";

/** The clock of the program; tests bring their own. */
export type Clock = () => Date;

/** What a verb of a signed-in person works with: one transaction, the person, the instant. */
export type Context = {
  tx: Transaction;
  actor: Actor;
  now: Date;
  /** When the value was written down on the device, should it have waited there; by the server's clock, and only as true as the device's count of time. */
  entered: Date | null;
  cookie: SessionCookie;
};

/** What a verb without a session works with; it opens its own short transactions around slow work such as a password. */
export type OpenContext = {
  transact: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  now: Date;
  cookie: SessionCookie;
  device: string;
  /** What the browser brought to show that an account was opened on it before, and how it is given. */
  known: { sign: string | undefined; remember: (sign: string) => void };
};

/** The cookie of the session, set and cleared in one place. */
export type SessionCookie = { set: (token: string) => void; clear: () => void };

export const COOKIE = "parta";

/** Goes only to the sign-in, and stays half a year. */
const DEVICE_COOKIE = "parta_device";
const DEVICE_DAYS = 180;

/** A new session token and what the table keeps of it: SHA-256, so a stolen table opens nothing. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOfToken(token) };
}

const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest();

const TOKEN = /^[\w-]{43}$/;

/** A request that came through https brings a cookie that goes only through https, whatever the public address says. */
const flags = (request: FastifyRequest, secure: boolean) => ({ httpOnly: true, sameSite: "lax", secure: secure || request.protocol === "https" }) as const;

function cookieOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): SessionCookie {
  const options = { path: "/", ...flags(request, secure) } as const;
  return { set: (token) => void reply.setCookie(COOKIE, token, options), clear: () => void reply.clearCookie(COOKIE, options) };
}

/** How many actors are remembered. */
const MOST_REMEMBERED = 2_000;

type Known = {
  opened: string;
  actor: Actor;
  /** The stamp of the session when the actor was read. */
  stamp: number;
  /** The actor's day, as instants. */
  from: Date;
  to: Date;
};

/** The session as the database opened it; with `answer` when the key of the request was answered before, and `same` when it was this very request. */
type Opened = { actor: Actor } & ({ answer?: undefined } | { same: boolean; answer: string });

/** How the text of an opening begins that brings an answer. */
const ANSWERED = '{"actor"';

/**
 * As whom the sessions worked a moment ago. A verb may begin by it while the database is still asked whether it stands
 * (`STANDS`); what the verb finds is given out when it does, and the verb begins anew with a new actor when it does not.
 */
class LastActors {
  readonly #of = new Map<string, Known>();

  /** The actor's day is part of what was read, so it is remembered for that day only. */
  get(session: string, now: Date): Known | undefined {
    const known = this.#of.get(session);
    return known && known.from <= now && now < known.to ? known : undefined;
  }

  /** Who asks and what was answered to the same request before, by what the database answered; null when there is no such session. */
  opened(session: string, text: string | null): Opened | null {
    if (text?.startsWith(ANSWERED)) return JSON.parse(text) as Opened;
    const actor = this.#learn(session, text);
    return actor && { actor };
  }

  #learn(session: string, opened: string | null): Actor | null {
    const known = this.#of.get(session);
    if (opened !== null && known?.opened === opened) return known.actor;
    this.#of.delete(session);
    if (opened === null) return null;
    const { stamp, ...actor } = JSON.parse(opened) as Actor & { stamp: number };
    const [from, to] = [actor.today, plusDays(actor.today, 1)].map((day) => instantOf(day, "00:00", actor.timezone));
    this.#of.set(session, { opened, actor, stamp, from: from!, to: to! });
    if (this.#of.size > MOST_REMEMBERED) this.#of.delete(this.#of.keys().next().value!);
    return actor;
  }
}

/**
 * Has a row, and names the school to the second wall, when `access.open_session` would answer what it answered under this stamp.
 * Once a minute it has none, so that `open_session` notes that the session was seen. $1 token's hash, $2 stamp, $3 now, $4 a stream asks.
 */
const STANDS_TEXT = `select set_config('app.school', school_id::text, true) from access.session
   where token_hash = $1 and stamp = $2 and idle_until > $3 and ($4 or seen_at >= $3 - interval '1 minute')`;
const STANDS = statement<unknown>("access.session_stands", STANDS_TEXT);

/** The same for a request with a key, and none when the key was answered before. $5 key, $6 print, $7 when the value was written down. */
const STANDS_ONCE = statement<unknown>("access.session_stands_once", `${STANDS_TEXT} and ledger.begin_request(school_id, person_id, $5, $6, $7)`);

/** A value that cannot carry SQL: hex, dashes and what stands in an instant. */
const quoted = (value: string | null): string => (value === null ? "null" : `'${value}'`);

/** A stream that a browser opens anew by itself shows that the session lives, not that a person works in it. */
const isStream = (request: FastifyRequest): boolean => request.routeOptions.config.isStream === true;

/** How requests are opened: `session` demands a living session and works in its school, `open` demands nothing. */
export function openersOf(pool: pg.Pool, clock: Clock, secure: boolean): { session: Opener<Context>; open: Opener<OpenContext> } {
  const lastActors = new LastActors();
  return {
    session: async (request: FastifyRequest, reply, work) => {
      const token = request.cookies[COOKIE];
      if (!token || !TOKEN.test(token)) throw new Failure("unauthenticated", "access.not_signed_in");
      const now = clock();
      const hash = hashOfToken(token);
      const session = hash.toString("hex");
      const known = lastActors.get(session, now);
      const asked = askedBy(request.headers, request.method, request.url, request.body);
      const entered = asked && enteredBy(request.headers, now);
      const opened = `access.open_session('\\x${session}', '${now.toISOString()}', ${isStream(request)})`;
      const named = asked && [asked.key, asked.print, entered?.toISOString() ?? null];
      const opening = {
        sql: named ? `select ledger.open_request(${opened}, ${named.map(quoted).join(", ")})::text as opened` : `select ${opened}::text as opened`,
        last: known && {
          opened: known.opened,
          stands: named ? STANDS_ONCE : STANDS,
          values: [hash, known.stamp, now, isStream(request), ...(named ?? [])],
        },
        readsOnly: request.method === "GET",
      };
      const once = () =>
        inTransaction(pool, opening, async (tx, text) => {
          const opened = lastActors.opened(session, text);
          if (opened === null) throw new Failure("unauthenticated", "access.not_signed_in");
          const { actor } = opened;
          if (opened.answer !== undefined) {
            if (!opened.same) throw new Failure("invalid", "foundation.request_key_taken");
            return JSON.parse(opened.answer) as Awaited<ReturnType<typeof work>>;
          }
          const answer = await work({ tx, actor, now, entered, cookie: cookieOf(request, reply, secure) });
          // a verb that has committed with its last statement has kept its answer there
          if (asked && tx.isOpen) {
            const kept = answer instanceof JsonText ? answer.text : JSON.stringify(answer);
            await tx.lastRow(KEEP_ANSWER, [actor.schoolId, actor.personId, asked.key, asked.print, now, kept]);
          }
          return answer;
        });
      // of two at one moment the later does nothing, and is given the answer of the first
      return once().catch((error: unknown) => {
        if (isAskedTwice(error)) return once();
        throw error;
      });
    },
    open: (request, reply, work) =>
      work({
        transact: (w) => asNobody(pool, w),
        now: clock(),
        cookie: cookieOf(request, reply, secure),
        device: String(request.headers["user-agent"] ?? "").slice(0, 200),
        known: {
          sign: request.cookies[DEVICE_COOKIE],
          remember: (sign) => void reply.setCookie(DEVICE_COOKIE, sign, { path: signInRoute.path, maxAge: DEVICE_DAYS * 86_400, ...flags(request, secure) }),
        },
      }),
  };
}
