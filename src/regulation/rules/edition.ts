import { dayIn, instantOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";
import { refusalToSetNorm } from "./norms.ts";
import type { NormRefusal } from "./norms.ts";

/** An edition that stands: it lasts until the next one begins, and has no end where none follows (004 §7.1-7.4). */
export type StandingEdition = { readonly editionNo: number; readonly startsOn: LocalDate; readonly document: string };
/** A new edition: the order that approves it, and the day from which it judges. */
export type EditionOrder = { readonly startsOn: LocalDate; readonly orderDate: LocalDate };
/** A norm that an edition changes, for the whole school, a grade or a subject. */
export type NormChange = {
  readonly code: string;
  readonly value: unknown;
  readonly clause: string;
  readonly grade?: number | null;
  readonly subjectId?: number | null;
};

/** Norms that facts of lessons are judged by with the grade and the subject of the page at hand; others hold for the whole school. */
export const SCOPED: readonly string[] = [
  "lesson.entry",
  "lesson.when_late",
  "homework.entry",
  "homework.when_late",
  "attendance.entry_due",
  "marks.oral_due",
  "marks.written_due",
  "marks.control_due",
  "marks.when_late",
  "corrections.reason_after",
];

type OrderRefusal = Refusal<"regulation.edition_in_past" | "regulation.edition_same_day" | "regulation.day_skipped" | "regulation.order_not_signed">;

/**
 * Why an edition cannot be made, or null.
 *
 * It begins tomorrow at the earliest: what is written today and before keeps its judgement (REG-03). Of two editions of one day neither would end the
 * other. A day that the clock of the school's zone skipped never comes.
 */
export function refusalOfEdition(order: EditionOrder, standing: readonly StandingEdition[], today: LocalDate, timezone: string): OrderRefusal | null {
  const { startsOn, orderDate } = order;
  if (startsOn <= today) return { code: "regulation.edition_in_past", facts: { startsOn, earliest: plusDays(today, 1) } };
  if (!isDayOf(timezone, startsOn)) return { code: "regulation.day_skipped", facts: { day: startsOn, timezone } };
  const same = standing.find((edition) => edition.startsOn === startsOn);
  if (same) return { code: "regulation.edition_same_day", facts: { startsOn, document: same.document, editionNo: same.editionNo } };
  if (orderDate > today) return { code: "regulation.order_not_signed", facts: { orderDate } };
  return null;
}

/** Whether a zone has the day: where the clock crossed the date line, a day may be missing (30 December 2011 in Apia). */
export const isDayOf = (timezone: string, day: LocalDate): boolean => dayIn(timezone, instantOf(day, "12:00", timezone)) === day;

export type ChangeRefusal = NormRefusal | Refusal<"regulation.norm_named_twice" | "regulation.norm_for_whole_school" | "regulation.clause_missing">;

/** Why the changes of an edition cannot be made, or null: each by the register, each once, each with its clause. */
export function refusalOfChanges(changes: readonly NormChange[]): ChangeRefusal | null {
  const named = new Set<string>();
  for (const { code, value, clause, grade = null, subjectId = null } of changes) {
    const refusal = refusalToSetNorm(code, value);
    if (refusal) return refusal;
    if ((grade !== null || subjectId !== null) && !SCOPED.includes(code)) return { code: "regulation.norm_for_whole_school", facts: { code } };
    if (clause.trim() === "") return { code: "regulation.clause_missing", facts: { code } };
    const name = `${code} ${grade} ${subjectId}`;
    if (named.has(name)) return { code: "regulation.norm_named_twice", facts: { code } };
    named.add(name);
  }
  return null;
}

/** The editions with the last day of each, both included; null for the one that no other ends. */
export function withEnds<E extends { readonly startsOn: LocalDate }>(editions: readonly E[]): (E & { endsOn: LocalDate | null })[] {
  const sorted = editions.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return sorted.map((edition, i) => ({ ...edition, endsOn: sorted[i + 1] ? plusDays(sorted[i + 1]!.startsOn, -1) : null }));
}
