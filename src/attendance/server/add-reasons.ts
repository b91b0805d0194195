import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { absenceNumber } from "../rules/absence-kind.ts";

/** A reason of absence as a preset names it. */
export type NewReason = { code: string; name: string; excused: boolean; sign: string; kind: "absent" | "ill" };

const ADD = statement(
  "attendance.add_reasons",
  `insert into attendance.reason (school_id, reason, kind, excused, code, name, sign)
   select $1, coalesce((select max(reason) from attendance.reason where school_id = $1), 0) + r.place, r.kind, r.excused, r.code, r.name, r.sign
   from unnest($2::smallint[], $3::boolean[], $4::text[], $5::text[], $6::text[]) with ordinality as r (kind, excused, code, name, sign, place)
   on conflict (school_id, code) do nothing`,
);

/** Adds the reasons of absence of a school; a known code stays. */
export async function addReasons(tx: Transaction, schoolId: number, reasons: readonly NewReason[]): Promise<void> {
  await tx.rows(ADD, [
    schoolId,
    reasons.map((r) => absenceNumber(r.kind)),
    reasons.map((r) => r.excused),
    reasons.map((r) => r.code),
    reasons.map((r) => r.name),
    reasons.map((r) => r.sign),
  ]);
}
