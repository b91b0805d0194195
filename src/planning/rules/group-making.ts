import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";
import { JOURNAL_KINDS } from "../../regulation/rules/journal-kinds.ts";
import type { JournalKind } from "../../regulation/rules/journal-kinds.ts";

/** Kinds of which a group is made by hand; classes and their parts come with the curriculum. */
export const MADE_KINDS = JOURNAL_KINDS.filter((kind) => kind !== "class" && kind !== "subgroup");

/** Kinds whose list is by order: nobody stands in it without one (extended day, teaching at home, family education). */
const BY_ORDER: readonly JournalKind[] = ["extended_day", "home_study", "family_education"];
export const isByOrder = (kind: JournalKind): boolean => BY_ORDER.includes(kind);

export type Enrolment = { kind: JournalKind; from: LocalDate; order: string; yearStartsOn: LocalDate; yearEndsOn: LocalDate };

/** Why pupils may not come into a group or leave it so, or null: a day of the year, and an order where the list is by order. */
export function refusalToEnrol(e: Enrolment): Refusal<"planning.order_missing" | "planning.day_outside_year"> | null {
  if (e.from < e.yearStartsOn || e.from > e.yearEndsOn) return { code: "planning.day_outside_year", facts: { from: e.yearStartsOn, to: e.yearEndsOn } };
  return isByOrder(e.kind) && e.order === "" ? { code: "planning.order_missing", facts: {} } : null;
}
