import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import pg from "pg";
import type { DB } from "./schema.ts";

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

/** Opens the pool of the application: every connection works as `parta_app`, under the second wall. */
export function openPool(url: string, options: { max?: number; role?: "parta_app" | "owner" } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: "parta",
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

class OneConnection implements Driver, DatabaseConnection {
  readonly #client: pg.ClientBase;
  constructor(client: pg.ClientBase) {
    this.#client = client;
  }
  async executeQuery<R>(q: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#client.query(q.sql, [...q.parameters]);
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
  streamQuery(): never {
    throw new Error("not streamed inside a verb");
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this;
  }
  async beginTransaction(): Promise<void> {
    throw new Error("a verb is one transaction already");
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** The database inside one transaction: what every verb and query works with. */
export class Transaction {
  readonly #client: pg.ClientBase;
  #kysely: Kysely<DB> | undefined;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  /** All rows of a hot statement. */
  async rows<Row>(s: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#client.query({ name: s.name, text: s.text, values: values as unknown[] })).rows as Row[];
  }

  /** The first row of a hot statement, undefined when there is none. */
  async row<Row>(s: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows(s, values))[0];
  }

  /** The typed query builder for statements that are not hot. */
  get q(): Kysely<DB> {
    const driver = new OneConnection(this.#client);
    this.#kysely ??= new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => driver,
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
    return this.#kysely;
  }

  /** Names the school whose rows this transaction sees. For what opens a session; every other verb finds it named. */
  async inSchool(schoolId: number): Promise<void> {
    await this.#client.query("select set_config('app.school', $1, true)", [String(schoolId)]);
  }

  /** First of `count` new ids of a thing of the school; the ids are consecutive. */
  async newIds(schoolId: number, thing: string, count = 1): Promise<number> {
    const result = await this.#client.query("select ledger.next_ids($1, $2, $3) as first", [schoolId, thing, count]);
    return (result.rows[0] as { first: number }).first;
  }
}

/**
 * Runs work in one transaction and commits it, or rolls all of it back when it throws.
 *
 * `opening` is a SQL text sent together with `begin` in one round trip; its first row goes to the work.
 * It is built only from values that cannot carry SQL (numbers, hex).
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  opening: string,
  work: (tx: Transaction, opened: Record<string, unknown> | undefined) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const results = (await client.query(`begin; ${opening}`)) as unknown as pg.QueryResult[];
    const answer = await work(new Transaction(client), results.at(-1)?.rows[0] as Record<string, unknown> | undefined);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch((e: Error) => (broken = e));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** One transaction in the name of a school, for the command line, the worker and the tests. */
export function asSchool<T>(pool: pg.Pool, schoolId: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, `select set_config('app.school', '${Math.trunc(schoolId)}', true)`, (tx) => work(tx));
}

/** One transaction in no school's name: accounts, sessions and the directory of schools only. */
export function asNobody<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, "select 1", (tx) => work(tx));
}
