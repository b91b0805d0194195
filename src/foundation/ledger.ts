import type pg from "pg";
import { statement } from "./database.ts";
import type { Transaction } from "./database.ts";

/** What the ledger keeps of one act. `right` is the role and reach that allowed it. */
export type Entry = {
  schoolId: number;
  /** The chain: a page's number, or minus a person's number for what concerns a person, or 0 for the school. */
  stream: number;
  actor: number;
  at: Date;
  act: string;
  right: string;
  /** Values before and after, the row they belong to, the reason: compact JSON. Never a password, never text of another person. */
  body: Record<string, unknown>;
  /** The event for later areas, told in the same transaction. */
  event?: { topic: string; body: Record<string, unknown> };
};

const RECORD = statement<{ seq: number }>("ledger.record", "select ledger.record($1, $2, $3, $4, $5, $6, $7, $8) as seq");

/** The last four parameters of `ledger.record(...)`: act, audit's body, topic, event. For verbs that write and record in one statement. */
export function actAndEvent({ act, right, body, event }: Entry): unknown[] {
  return [act, JSON.stringify({ right, ...body }), event?.topic ?? null, event ? JSON.stringify(event.body) : null];
}

/**
 * The fifth parameter of `ledger.record(...)`, for a verb that commits with its store statement (`tx.lastRow`): what it will answer, known before it is done.
 * It is kept there under the key of the request, and a request that comes twice is given it. Other verbs need not say it.
 */
export const willAnswer = (answer: object): string => JSON.stringify(answer);

/** Writes the audit row and the event of an act in the transaction of the act: no row, no change. The last thing a verb does. */
export async function record(tx: Transaction, e: Entry): Promise<void> {
  await tx.row(RECORD, [e.schoolId, e.stream, e.actor, e.at, ...actAndEvent(e)]);
}

/** Makes the audit's partitions of the coming three months; the ledger cannot be written in a month that has none. */
export async function makePartitions(pool: pg.Pool): Promise<void> {
  await pool.query("select ledger.make_partitions(now()::date, (now() + interval '3 months')::date)");
}

/**
 * Forgets events older than two days: a diary that slept longer reads everything anew. Only from the beginning of the feed:
 * an event that a wrong clock dated back stays until all before it are old, so what is left has no gap.
 */
export async function trimFeed(pool: pg.Pool): Promise<void> {
  await pool.query(
    "delete from ledger.feed where feed_id < coalesce((select min(feed_id) from ledger.feed where at >= now() - interval '2 days'), 9223372036854775807)",
  );
}
