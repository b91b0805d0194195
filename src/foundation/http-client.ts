import { newKey } from "./device/new-key.ts";
import { addressOf } from "./route.ts";
import type { Output, Route } from "./route.ts";
import type { Facts } from "./failure.ts";

/** A refusal of the server: its code, its facts, and in `detail` the sentence a person reads. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  readonly detail: string;
  readonly requestId: string;

  constructor(problem: { status: number; code: string; facts: Facts; detail: string; requestId: string }) {
    super(problem.code);
    this.name = "ProblemError";
    this.status = problem.status;
    this.code = problem.code;
    this.facts = problem.facts;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
  }
}

/** The server was not reached, or what stands before it answered in its place. Trying again is safe and may help. */
export class NoConnection extends Error {
  constructor() {
    super("no connection");
    this.name = "NoConnection";
  }
}

/** What a caller gives: `:names` of the path, the query, the body. */
export type CallInput = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** The file of a route that takes one; it goes as it is. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
  /** For a request that changes something: the key it is sent under each time, and when its value was written down. Without it, a key for this time. */
  readonly once?: Once;
};

/** What a request needs to be done once however often it is sent. Moments are ms by the device's clock. */
export type Once = {
  readonly key: string;
  readonly enteredAt: number;
  /** How far the server's clock was before the device's when the value was written down, ms; null when the server had not been heard. */
  readonly skew: number | null;
};

let skew = 0;
let heard = false;

/** How far the server's clock is before the device's, ms; null while the server has not been heard. */
export const clockSkew = (): number | null => (heard ? skew : null);

/**
 * When a value was written down and when it is sent, by one clock. Where the server was heard at both moments, its clock is asked too, and the
 * shorter wait counts: a computer that set its clock right in between must not make the entry look older than it is.
 */
export function onceHeaders({ key, enteredAt, skew: then }: Once, now: number, nowSkew: number | null): Record<string, string> {
  const waits = [now - enteredAt, ...(then === null || nowSkew === null ? [] : [now + nowSkew - (enteredAt + then)])];
  const wait = Math.max(0, Math.min(...waits));
  return { "idempotency-key": key, "entered-at": instant(now - wait), "sent-at": instant(now) };
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** The moment by the server's clock: the computer's own may be years wrong. */
export const serverNow = (): Date => new Date(Date.now() + skew);

const AWAY = new Set([502, 503, 504]);
const PATIENCE = 20_000;
const FILE_PATIENCE = 60_000;
const listeners = new Set<(open: boolean) => void>();
let open = true;

/** Tells the listener when an answer says that nobody is signed in any more, and when somebody is again. Returns how to stop listening. */
export function onSession(listener: (open: boolean) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function sessionIs(now: boolean): void {
  if (now === open) return;
  open = now;
  for (const listener of listeners) listener(open);
}

/** Calls a route and gives its answer. Throws `ProblemError` when the server says no and `NoConnection` when it was not reached. */
export async function call<R extends Route>(route: R, input: CallInput = {}): Promise<Output<R>> {
  const answer = await reach(addressOf(route, { ...input.params }, { ...input.query }), {
    method: route.method,
    credentials: "same-origin",
    signal: input.signal ?? AbortSignal.timeout(input.file === undefined ? PATIENCE : FILE_PATIENCE),
    ...sent(route, input),
  });
  if (AWAY.has(answer.status)) throw new NoConnection();
  const said = Date.parse(answer.headers.get("date") ?? "");
  if (!Number.isNaN(said)) [skew, heard] = [said - Date.now(), true];
  const body = await bodyOf(answer);
  if (answer.ok) {
    sessionIs(true);
    return body as Output<R>;
  }
  const problem = problemOf(answer.status, body);
  if (problem.code === "access.not_signed_in") sessionIs(false);
  throw problem;
}

function sent(route: Route, { body, file, once }: CallInput): Pick<RequestInit, "headers" | "body"> {
  const accept = "application/json";
  // a file is sent once: who sends it waits for it
  if (file !== undefined) return { headers: { accept, "content-type": "application/octet-stream" }, body: file };
  const keyed = route.method === "GET" ? {} : onceHeaders(once ?? { key: newKey(), enteredAt: Date.now(), skew: clockSkew() }, Date.now(), clockSkew());
  if (body === undefined) return { headers: { accept, ...keyed } };
  return { headers: { accept, "content-type": "application/json", ...keyed }, body: JSON.stringify(body) };
}

async function reach(address: string, how: RequestInit): Promise<Response> {
  try {
    return await fetch(address, how);
  } catch {
    throw new NoConnection();
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => {
    throw new NoConnection();
  });
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

function problemOf(status: number, said: unknown): ProblemError {
  const body = (typeof said === "object" && said !== null ? said : {}) as Partial<ProblemError>;
  return new ProblemError({
    status,
    code: body.code ?? "foundation.unknown",
    facts: body.facts ?? {},
    detail: body.detail ?? "",
    requestId: body.requestId ?? "",
  });
}
