/** What stands in a cell beside the marks. `none` is a presence that was once an absence: the row stays with its version. */
export const ABSENCE_KINDS = ["none", "absent", "ill", "late"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** The number of a kind in the table: 0 none, 1 absent, 2 ill, 3 late. */
export const absenceNumber = (kind: AbsenceKind): number => ABSENCE_KINDS.indexOf(kind);

/** The kind of a number in the table. */
export const absenceKind = (n: number): AbsenceKind => ABSENCE_KINDS[n] ?? "none";
