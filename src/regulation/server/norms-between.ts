import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { NormTimeline } from "../rules/norm-timeline.ts";
import type { DatedNorm } from "../rules/norm-timeline.ts";
import type { NormCode } from "../rules/norms.ts";

/** $1 school, $2 codes, $3 from, $4 to. `width`: how narrow the scope is, from the country to a subject in a grade of the school. */
const NORMS_BETWEEN = statement<DatedNorm>(
  "regulation.norms_between",
  `select n.code, n.value, n.act, n.clause, lower(n.in_force) as "fromDay", upper(n.in_force) - 1 as "toDay", true as own, n.grade_level as grade, n.subject_id as "subjectId",
     4 + (n.grade_level is not null)::int + 2 * (n.subject_id is not null)::int as width
   from regulation.norm n where n.school_id = $1 and n.code = any ($2) and n.in_force && daterange($3, $4, '[]')
   union all
   select n.code, n.value, n.act, n.clause, lower(n.in_force), upper(n.in_force) - 1, false, null, null, (n.region is not null)::int + 2 * (n.school_kind is not null)::int
   from regulation.country_norm n join access.school s on s.country = n.country where s.school_id = $1 and n.code = any ($2) and n.in_force && daterange($3, $4, '[]')
     and (n.region is null or n.region = s.region) and (n.school_kind is null or n.school_kind = s.kind)`,
);

/** The values of norms of a school over a span of days, each with its days and scope. */
export function datedNorms(tx: Transaction, schoolId: number, codes: readonly NormCode[], from: LocalDate, to: LocalDate): Promise<DatedNorm[]> {
  return tx.rows(NORMS_BETWEEN, [schoolId, codes, from, to]);
}

/** The norms of a school over a span of days, both days included. */
export async function normsBetween(tx: Transaction, schoolId: number, codes: readonly NormCode[], from: LocalDate, to: LocalDate): Promise<NormTimeline> {
  return new NormTimeline(await datedNorms(tx, schoolId, codes, from, to));
}
