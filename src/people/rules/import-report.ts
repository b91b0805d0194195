import type { PeopleKind, RowRejection } from "./people-record.ts";

/** What the school itself holds against a row that is right in itself. */
export type SchoolRejection =
  | { code: "people.pupil_in_other_class"; facts: { className: string } }
  | { code: "people.group_unknown"; facts: { group: string; className: string } }
  | { code: "people.pupil_left"; facts: { leftOn: string } }
  | { code: "people.number_of_another"; facts: { number: string } }
  | { code: "people.child_not_found" | "people.child_rejected"; facts: Record<string, never> }
  | { code: "people.child_not_clear"; facts: { found: number } }
  | { code: "people.homeroom_taken"; facts: { className: string } }
  | { code: "people.staff_not_clear"; facts: { found: number } };

/** What became of a row: `known` changed nothing, `changed` added something to a person the school knew. */
export type RowOutcome = { outcome: "created" | "changed" | "known" } | ({ outcome: "rejected" } & (RowRejection | SchoolRejection));
export type ImportedRow = { file: PeopleKind; line: number } & RowOutcome;

/** Counts of rows by what became of them. */
export function outcomeCounts(rows: readonly ImportedRow[]): Record<ImportedRow["outcome"], number> {
  const counts = { created: 0, changed: 0, known: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
