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
};

let skew = 0;

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
    ...sent(input),
  });
  if (AWAY.has(answer.status)) throw new NoConnection();
  const said = Date.parse(answer.headers.get("date") ?? "");
  if (!Number.isNaN(said)) skew = said - Date.now();
  const body = await bodyOf(answer);
  if (answer.ok) {
    sessionIs(true);
    return body as Output<R>;
  }
  const problem = problemOf(answer.status, body);
  if (problem.code === "access.not_signed_in") sessionIs(false);
  throw problem;
}

function sent({ body, file }: CallInput): Pick<RequestInit, "headers" | "body"> {
  const accept = "application/json";
  if (file !== undefined) return { headers: { accept, "content-type": "application/octet-stream" }, body: file };
  return body === undefined ? { headers: { accept } } : { headers: { accept, "content-type": "application/json" }, body: JSON.stringify(body) };
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
