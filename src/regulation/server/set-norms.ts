import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { refusalToSetNorm } from "../rules/norms.ts";
import type { Clash } from "../rules/preset.ts";

/** A norm of the school with its act and clause, in force from a day; of a grade or a subject alone where they are said. */
export type NewNorm = {
  code: string;
  value: unknown;
  act: string;
  clause: string;
  from: LocalDate;
  grade?: number | null | undefined;
  subjectId?: number | null | undefined;
  clash?: Clash | null | undefined;
};

// a norm that begins on the same day is replaced; one that began earlier ends the day before; one that is the same stays
const OF_SCOPE = "grade_level is not distinct from $3::smallint and subject_id is not distinct from $4::int";
const SAME = statement(
  "regulation.norm_stands",
  `select 1 from regulation.norm where school_id = $1 and code = $2 and ${OF_SCOPE} and value = $5::jsonb and act = $6 and clause = $7 and clash is not distinct from $8::jsonb and in_force @> $9::date`,
);
const END = statement(
  "regulation.end_norm",
  `update regulation.norm set in_force = daterange(lower(in_force), $5::date)
   where school_id = $1 and code = $2 and ${OF_SCOPE} and in_force @> $5::date and lower(in_force) < $5::date`,
);
const REPLACE = statement(
  "regulation.replace_norm",
  `update regulation.norm set value = $5::jsonb, act = $6, clause = $7, clash = $8::jsonb where school_id = $1 and code = $2 and ${OF_SCOPE} and lower(in_force) = $9::date returning norm_id`,
);
const ADD = statement(
  "regulation.add_norm",
  `insert into regulation.norm (school_id, code, grade_level, subject_id, value, act, clause, clash, in_force, norm_id)
   values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::jsonb, daterange($9::date,
     (select min(lower(n.in_force)) from regulation.norm n where n.school_id = $1 and n.code = $2 and n.grade_level is not distinct from $3::smallint
        and n.subject_id is not distinct from $4::int and lower(n.in_force) > $9::date)), $10)`,
);

const KNOW_TOKENS = statement("regulation.know_tokens", `select regulation.know_tokens($1)`);
/** Norms whose value is a list of signs that may stand in a cell. */
const OF_TOKENS: readonly string[] = ["marks.scale_current", "marks.scale_period", "marks.outside_average", "marks.scale_conduct"];

/** $1 school, $2 number of the first, $3 the norms as JSON. */
const ADD_ALL = statement(
  "regulation.add_norms",
  `insert into regulation.norm (school_id, norm_id, code, grade_level, subject_id, value, act, clause, clash, in_force)
   select $1, $2::int + n.place::int - 1, n.norm ->> 'code', (n.norm ->> 'grade')::smallint, (n.norm ->> 'subjectId')::int, n.norm -> 'value', n.norm ->> 'act', n.norm ->> 'clause',
     nullif(n.norm -> 'clash', 'null'), daterange((n.norm ->> 'from')::date, null)
   from jsonb_array_elements($3::jsonb) with ordinality as n (norm, place)`,
);

async function demandInRegister(tx: Transaction, norms: readonly NewNorm[]): Promise<void> {
  for (const { code, value } of norms) {
    const refusal = refusalToSetNorm(code, value);
    if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  }
  const tokens = norms.flatMap(({ code, value }) => (OF_TOKENS.includes(code) ? (value as string[]) : []));
  if (tokens.length > 0) await tx.rows(KNOW_TOKENS, [tokens]);
}

/** The norms of a school that has none yet, in one statement. */
export async function setFirstNorms(tx: Transaction, schoolId: number, norms: readonly NewNorm[]): Promise<void> {
  await demandInRegister(tx, norms);
  await tx.rows(ADD_ALL, [schoolId, await tx.newIds(schoolId, "norm", norms.length), JSON.stringify(norms)]);
}

/** Sets norms of the school from a day on; the version before ends there. A code outside the register or a value of another shape refuses all. */
export async function setNorms(tx: Transaction, schoolId: number, norms: readonly NewNorm[]): Promise<void> {
  await demandInRegister(tx, norms);
  for (const { code, value, act, clause, from, grade = null, subjectId = null, clash = null } of norms) {
    const which = [schoolId, code, grade, subjectId];
    const what = [JSON.stringify(value), act, clause, clash && JSON.stringify(clash), from];
    if (await tx.row(SAME, [...which, ...what])) continue;
    await tx.rows(END, [...which, from]);
    if (await tx.row(REPLACE, [...which, ...what])) continue;
    await tx.rows(ADD, [...which, ...what, await tx.newIds(schoolId, "norm")]);
  }
}
