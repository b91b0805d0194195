import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";

/** Remarks given to a teacher: how many, of them confirmed by the day of their term, and those that were not. What is open within its term is neither. */
export type RemarkFigures = { given: number; fixedInTime: number; overdue: number };

/** $1 school, $2 from, $3 to, $4 today, $5 the school's time zone. */
const FIGURES = statement<RemarkFigures & { teacherId: number }>(
  "control.remark_figures",
  `select r.teacher_id as "teacherId", count(*)::int as given,
     count(*) filter (where (r.fixed_at at time zone $5)::date <= r.due_on)::int as "fixedInTime",
     count(*) filter (where r.fixed_at is null and r.due_on < $4 or (r.fixed_at at time zone $5)::date > r.due_on)::int as overdue
   from control.remark r where r.school_id = $1 and r.set_on between $2 and $3 group by 1`,
);

/** Remarks given in the days, by teacher (002 П4 §4.2.2). */
export async function remarkFigures(
  tx: Transaction,
  { schoolId, today, timezone }: { schoolId: number; today: LocalDate; timezone: string },
  from: LocalDate,
  to: LocalDate,
): Promise<Map<number, RemarkFigures>> {
  const rows = await tx.rows(FIGURES, [schoolId, from, to, today, timezone]);
  return new Map(rows.map(({ teacherId, ...figures }) => [teacherId, figures]));
}
