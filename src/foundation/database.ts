import { Socket } from "node:net";
import pg from "pg";

/** A named SQL text: prepared once on a connection, planned once (scale.md rule 13). `Row` is what one row holds. */
export type Statement<Row> = { readonly name: string; readonly text: string; readonly __row?: Row };

/** Names a hot statement. The name is unique in the program: `journal.lesson_for_mark`. */
export function statement<Row>(name: string, text: string): Statement<Row> {
  return { name, text };
}

const INT8 = 20;
const DATE = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/** Puts what was held back together before it leaves: one piece costs the system half of a list of small ones. */
class PlainSocket extends Socket {
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer" as BufferEncoding, done);
  }
}

/** Opens the pool of the application: every connection works as `parta_app`, under the second wall. */
export function openPool(url: string, options: { max?: number; role?: "parta_app" | "owner" } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: "parta",
    // a transaction sends what it knows already in one write, without waiting in between
    pipeline: true,
    stream: () => new PlainSocket(),
    ...(options.role === "owner"
      ? {}
      : {
          onConnect: async (client: pg.ClientBase) => {
            await client.query(
              "set role parta_app; set plan_cache_mode = force_generic_plan; set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '60s'",
            );
          },
        }),
  });
  // an idle connection that breaks (the database was stopped) must not end the process; the next query reports it
  pool.on("error", () => undefined);
  // nor one that breaks while a verb holds it: the pool listens only to idle ones; the verb's own query reports it
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

/** The database inside one transaction: what every verb and query works with. */
export class Transaction {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** All rows of a hot statement. */
  async rows<Row>(s: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#wire.send(s.text, values, s.name)).rows as Row[];
  }

  /** The first row of a hot statement, undefined when there is none. */
  async row<Row>(s: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows(s, values))[0];
  }

  /**
   * As `row`, and the commit goes to the database in the same write: the answer comes when both are done. For the last
   * statement of a hot verb. Should the verb ask once more after it, that is a transaction of its own, opened alike.
   */
  async lastRow<Row>(s: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.#wire.sendLast(s.text, values, s.name)).rows[0] as Row | undefined;
  }

  /** Whether something was begun and not yet committed. */
  get isOpen(): boolean {
    return this.#wire.isOpen;
  }

  /** Commits what was done so far and waits until it is kept: for a read that leaves a row in the ledger. What is asked after it is a transaction of its own. */
  async keep(): Promise<void> {
    await this.#wire.keep();
  }

  /** Names the school whose rows this transaction sees. For what opens a session; every other verb finds it named. */
  async inSchool(schoolId: number): Promise<void> {
    await this.#wire.send("select set_config('app.school', $1, true)", [String(schoolId)]);
  }

  /** First of `count` new ids of a thing of the school; the ids are consecutive. */
  async newIds(schoolId: number, thing: string, count = 1): Promise<number> {
    const result = await this.#wire.send("select ledger.next_ids($1, $2, $3) as first", [schoolId, thing, count]);
    return (result.rows[0] as { first: number }).first;
  }
}

/** How a transaction begins and what is expected of it. */
export type Opening = {
  /** SQL sent together with `begin`; the column `opened` of its row goes to the work. Built only of values that cannot carry SQL (numbers, hex). */
  sql: string;
  /**
   * What it answered last, with a cheap question that has a row as long as it would answer the same, and does the same to the transaction:
   * the work begins with it at once, in the same write, and is done anew by `sql` when there is no row.
   */
  last?: { opened: string; stands: Statement<unknown>; values: readonly unknown[] } | undefined;
  /** The work changes nothing, so its answer need not wait for the commit. */
  readsOnly?: boolean;
};

/** Runs work in one transaction and commits it, or rolls all of it back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, opening: Opening, work: (tx: Transaction, opened: string | null) => Promise<T>): Promise<T> {
  const wire = new Wire(await pool.connect(), opening);
  try {
    const answer = (await attempt(wire, opening.last, work)) ?? { done: await work(new Transaction(wire), await wire.begin()) };
    await wire.commit();
    return answer.done;
  } catch (error) {
    await wire.rollback();
    throw error;
  } finally {
    wire.release();
  }
}

/** Does the work by what the opening answered last; undefined, and nothing of it stays, when that does not stand any more. */
async function attempt<T>(wire: Wire, last: Opening["last"], work: (tx: Transaction, opened: string | null) => Promise<T>): Promise<{ done: T } | undefined> {
  if (last === undefined) return undefined;
  const begun = wire.inOneWrite(() => {
    const stands = wire.beginAsLast(last);
    const done = work(new Transaction(wire), last.opened);
    done.catch(() => undefined);
    return { stands, done };
  });
  if (await begun.stands) return { done: await begun.done };
  await begun.done.catch(() => undefined);
  await wire.rollback();
  return undefined;
}

/** The connection of one transaction: what is sent over it and in which state that leaves it. */
class Wire {
  readonly #client: pg.PoolClient;
  readonly #opening: Opening;
  /** Resolves when the opening answered as guessed; what the work asked before is not given out until then. */
  #confirmed: Promise<void> | undefined;
  #open = false;
  #committing: Promise<unknown> | undefined;
  #broken: Error | undefined;

  constructor(client: pg.PoolClient, opening: Opening) {
    this.#client = client;
    this.#opening = opening;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Begins the transaction; answers what the opening answered. */
  async begin(): Promise<string | null> {
    this.#open = true;
    const results = await this.#client.query(`begin; ${this.#opening.sql}`);
    const row = (results as unknown as pg.QueryResult<{ opened?: string | null }>[]).at(-1)?.rows[0];
    return row?.opened ?? null;
  }

  /** Begins it as it was opened last; tells whether that stands. */
  beginAsLast({ stands, values }: NonNullable<Opening["last"]>): Promise<boolean> {
    this.#open = true;
    this.#client.query("begin").catch(() => undefined);
    const answer = this.#query(stands.text, values, stands.name).then(({ rows }) => rows.length === 1);
    this.#confirmed = answer.then((stillStands) => {
      this.#confirmed = undefined;
      if (!stillStands) throw new WrongGuess();
    });
    this.#confirmed.catch(() => undefined);
    return answer;
  }

  async send(text: string, values: readonly unknown[], name?: string): Promise<pg.QueryResult> {
    if (!this.#open) await this.begin();
    return this.#answer(this.#query(text, values, name));
  }

  async sendLast(text: string, values: readonly unknown[], name: string): Promise<pg.QueryResult> {
    if (!this.#open) await this.begin();
    // a change is not committed by a guess
    if (this.#confirmed && !this.#opening.readsOnly) await this.#confirmed;
    const sent = this.inOneWrite(() => {
      const query = this.#query(text, values, name);
      query.catch(() => undefined);
      this.#committing = this.#commit();
      return query;
    });
    const result = await this.#answer(sent);
    if (!this.#opening.readsOnly) await this.#committing;
    return result;
  }

  async commit(): Promise<void> {
    if (!this.#open) return;
    this.#committing = this.#commit();
    if (!this.#opening.readsOnly) await this.#committing;
  }

  async keep(): Promise<void> {
    if (this.#open) this.#committing = this.#commit();
    await this.#committing;
  }

  async rollback(): Promise<void> {
    await this.#committing?.catch(() => undefined);
    if (!this.#open) return;
    this.#open = false;
    await this.#client.query("rollback").catch((error: Error) => (this.#broken = error));
  }

  /** Gives the connection back, after the commit that nobody waits for. */
  release(): void {
    const give = () => this.#client.release(this.#broken);
    if (this.#committing) void this.#committing.then(give, give);
    else give();
  }

  /** What is sent meanwhile leaves in one piece, and wakes the database once. */
  inOneWrite<T>(sends: () => T): T {
    const { stream } = (this.#client as unknown as { connection: { stream: { cork: () => void; uncork: () => void } } }).connection;
    stream.cork();
    try {
      return sends();
    } finally {
      stream.uncork();
    }
  }

  #query(text: string, values: readonly unknown[], name?: string): Promise<pg.QueryResult> {
    return this.#client.query(name === undefined ? { text, values: values as unknown[] } : { name, text, values: values as unknown[] });
  }

  async #answer(sent: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    if (this.#confirmed) {
      sent.catch(() => undefined);
      await this.#confirmed;
    }
    return sent;
  }

  /** A commit of a transaction that failed answers ROLLBACK: nothing was kept. */
  #commit(): Promise<void> {
    this.#open = false;
    const committed = this.#client.query("commit").then(
      ({ command }) => {
        if (command !== "COMMIT") throw new Error("the transaction was rolled back");
      },
      (error: Error) => {
        this.#broken = error;
        throw error;
      },
    );
    committed.catch(() => undefined);
    return committed;
  }
}

/** What the work meets when it began by a guess that was wrong; it is done anew. */
class WrongGuess extends Error {}

/** One transaction in the name of a school, for the command line, the worker and the tests. */
export function asSchool<T>(pool: pg.Pool, schoolId: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, { sql: `select set_config('app.school', '${Math.trunc(schoolId)}', true)` }, (tx) => work(tx));
}

/** One transaction in no school's name: accounts, sessions and the directory of schools only. */
export function asNobody<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, { sql: "select 1" }, (tx) => work(tx));
}
