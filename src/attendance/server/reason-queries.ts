import { statement } from "../../foundation/database.ts";

/** The school's reasons of absence and what a lesson with each shows. $1 school. */
export const REASONS = statement<{ reason: number; kind: "absent" | "ill"; name: string; sign: string }>(
  "attendance.reasons",
  `select reason, case kind when 2 then 'ill' else 'absent' end as kind, name, sign from attendance.reason where school_id = $1`,
);
