import { createHash } from "node:crypto";
import type pg from "pg";
import { statement } from "./database.ts";

/** What a request that changes something says of itself: its key, what it is, and when its value was written down on the device. */
export type Asked = {
  readonly key: string;
  /** Method, address and body as 16 bytes of a hash, written as a UUID: one key is never two requests. */
  readonly print: string;
};

/** Headers of a request that changes something, for the schema of every such route. */
export const WRITE_HEADERS = {
  type: "object",
  properties: {
    "idempotency-key": {
      type: "string",
      pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
      description: "A UUID of the request, made on the device. Asked again with the same key and body, the first answer is given and nothing is done twice.",
    },
    "entered-at": { type: "string", format: "date-time", description: "When the value was written down, by the device's own clock." },
    "sent-at": { type: "string", format: "date-time", description: "When the request was sent, by the same clock." },
  },
} as const;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The key of a request; null when it brought none. */
export function askedBy(headers: Headers, method: string, url: string, body: unknown): Asked | null {
  const key = headers["idempotency-key"];
  if (typeof key !== "string" || method === "GET" || method === "HEAD") return null;
  const hex = createHash("sha256")
    .update(`${method} ${url}\n`)
    .update(JSON.stringify(body) ?? "")
    .digest("hex");
  return { key: key.toLowerCase(), print: hex.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5") };
}

/** How long answers are kept, days: a device that was shut away over the holidays may ask once more. */
const KEPT_DAYS = 30;

/** Sooner than this a value counts as written down when it came; longer no device keeps it, so its clock has jumped. In ms. */
const [AT_ONCE, AT_MOST] = [60_000, KEPT_DAYS * 86_400_000];

/**
 * When the value was written down, told by the server's clock: as long before its arrival as the device counted between writing and sending.
 * A device whose clock stands wrong thus gains nothing. Null when it came at once, or when nothing sensible was said.
 */
export function enteredBy(headers: Headers, arrived: Date): Date | null {
  const [entered, sent] = [headers["entered-at"], headers["sent-at"]].map((text) => (typeof text === "string" ? Date.parse(text) : Number.NaN));
  const waited = (sent ?? Number.NaN) - (entered ?? Number.NaN);
  return waited >= AT_ONCE && waited <= AT_MOST ? new Date(arrived.getTime() - waited) : null;
}

/** Keeps the answer of a request under its key. Should another have come with it at the same moment, the transaction fails by `isAskedTwice`. */
export const KEEP_ANSWER = statement(
  "ledger.keep_answer",
  "insert into ledger.request (school_id, person_id, request_key, print, at, answer) values ($1, $2, $3, $4, $5, $6)",
);

/** The same request is being answered by another transaction, which was first. */
export const isAskedTwice = (error: unknown): boolean => (error as { constraint?: string } | null)?.constraint === "request_pkey";

/** Forgets answers that no device will ask for again. */
export async function forgetRequests(pool: pg.Pool): Promise<void> {
  await pool.query("select ledger.forget_requests(now() - make_interval(days => $1))", [KEPT_DAYS]);
}
