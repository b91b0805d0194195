import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import { closeTermRoute } from "../../contract/terms/close-term.ts";
import { CLOSE } from "./close-term.ts";

export type BroughtClosing = { readonly pages: readonly number[]; readonly term: number; readonly closedBy: number; readonly closedOn: LocalDate };

/** Brings in a term that a deputy closed before the school came here; each page's chain says that it was brought. */
export async function bringClosedTerms(tx: Transaction, schoolId: number, { pages, term, closedBy, closedOn }: BroughtClosing, now: Date): Promise<void> {
  const entry = { schoolId, stream: 0, actor: closedBy, at: now, act: closeTermRoute.act, right: "migration/school", body: { term, closedOn } };
  await tx.rows(CLOSE, [schoolId, pages, term, closedBy, closedOn, now, ...actAndEvent(entry)]);
}
