import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { refusalToSetNorm } from "../rules/norms.ts";

/** A norm of the school with its act and clause, in force from a day. */
export type NewNorm = { code: string; value: unknown; act: string; clause: string; from: LocalDate };

// a norm that begins on the same day is replaced; one that began earlier ends the day before; one that is the same stays
const SAME = statement(
  "regulation.norm_stands",
  `select 1 from regulation.norm where school_id = $1 and code = $2 and value = $3::jsonb and act = $4 and clause = $5 and in_force @> $6::date`,
);
const END = statement(
  "regulation.end_norm",
  `update regulation.norm set in_force = daterange(lower(in_force), $3::date)
   where school_id = $1 and code = $2 and in_force @> $3::date and lower(in_force) < $3::date`,
);
const REPLACE = statement(
  "regulation.replace_norm",
  `update regulation.norm set value = $3::jsonb, act = $4, clause = $5 where school_id = $1 and code = $2 and lower(in_force) = $6::date returning norm_id`,
);
const ADD = statement(
  "regulation.add_norm",
  `insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
   values ($1, $2, $3, $4::jsonb, $5, $6, daterange($7::date,
     (select min(lower(n.in_force)) from regulation.norm n where n.school_id = $1 and n.code = $3 and lower(n.in_force) > $7::date)))`,
);

const KNOW_TOKENS = statement("regulation.know_tokens", `select regulation.know_tokens($1)`);
/** Norms whose value is a list of signs that may stand in a cell. */
const OF_TOKENS: readonly string[] = ["marks.scale_current", "marks.scale_period", "marks.outside_average", "marks.scale_conduct"];

/** Sets norms of the school from a day on; the version before ends there. A code outside the register or a value of another shape refuses all. */
export async function setNorms(tx: Transaction, schoolId: number, norms: readonly NewNorm[]): Promise<void> {
  for (const { code, value } of norms) {
    const refusal = refusalToSetNorm(code, value);
    if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  }
  const tokens = norms.flatMap(({ code, value }) => (OF_TOKENS.includes(code) ? (value as string[]) : []));
  if (tokens.length > 0) await tx.rows(KNOW_TOKENS, [tokens]);
  for (const { code, value, act, clause, from } of norms) {
    const json = JSON.stringify(value);
    if (await tx.row(SAME, [schoolId, code, json, act, clause, from])) continue;
    await tx.rows(END, [schoolId, code, from]);
    if (await tx.row(REPLACE, [schoolId, code, json, act, clause, from])) continue;
    await tx.rows(ADD, [schoolId, await tx.newIds(schoolId, "norm"), code, json, act, clause, from]);
  }
}
