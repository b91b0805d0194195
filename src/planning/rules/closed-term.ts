import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";

/** The closing of a term on a page. `openThrough`: a deputy opened it again through that day, inclusive. */
export type Closing = { readonly term: number; readonly kind: string; readonly closedOn: LocalDate; readonly openThrough: LocalDate | null };

/** The number under which a year is closed: its mark, the examination's and the final one. */
export const YEAR_TERM = 20;

/** Whether the term takes nothing of the teacher today. */
export const isClosed = (closing: Closing | null, today: LocalDate): boolean =>
  closing !== null && (closing.openThrough === null || closing.openThrough < today);

/** Why nothing may be changed in the term today, or null (002 П2 §2.12, 2.16). */
export function refusalOfClosed(closing: Closing | null, today: LocalDate): Refusal<"planning.term_closed"> | null {
  return closing !== null && isClosed(closing, today)
    ? { code: "planning.term_closed", facts: { term: closing.term, kind: closing.kind, closedOn: closing.closedOn, openThrough: closing.openThrough } }
    : null;
}

export type ReopenFacts = { readonly closed: boolean; readonly through: LocalDate; readonly today: LocalDate; readonly reason: string };

/** Why a term cannot be opened again like this, or null: only what is closed, for a reason, through today or a later day. */
export function refusalToReopen(f: ReopenFacts): Refusal<"planning.term_not_closed" | "planning.reopen_without_reason" | "planning.reopen_in_the_past"> | null {
  if (!f.closed) return { code: "planning.term_not_closed", facts: {} };
  if (f.reason.trim() === "") return { code: "planning.reopen_without_reason", facts: {} };
  if (f.through < f.today) return { code: "planning.reopen_in_the_past", facts: { through: f.through } };
  return null;
}
