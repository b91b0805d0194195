import { statement } from "../../foundation/database.ts";

export type KnownReason = { reason: number; kind: "absent" | "ill"; code: string; name: string; sign: string; excused: boolean; retired: boolean };

/** The school's reasons of absence and what a lesson with each shows, retired ones too. $1 school. */
export const REASONS = statement<KnownReason>(
  "attendance.reasons",
  `select reason, case kind when 2 then 'ill' else 'absent' end as kind, code, name, sign, excused, is_retired as retired from attendance.reason where school_id = $1`,
);
