import { bringSaid } from "../../control/server/door.ts";
import type { Bringing } from "../../control/server/door.ts";
import type { Transaction } from "../../foundation/database.ts";

/** Every so many duties of those that a word closes is left open: the demo shows what an overdue one looks like. */
const LEFT_OPEN = 7;

/** What the demo's people said done before today: nearly all of it, so that the lists of duties look as in a school that works. */
export async function demoDuties(tx: Transaction, bringing: Bringing): Promise<void> {
  await bringSaid(tx, bringing, (_, no) => no % LEFT_OPEN !== 3);
}
