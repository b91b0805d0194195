import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Output } from "../../../foundation/route.ts";
import type { setRemarkRoute } from "../../contract/remarks/remarks.ts";
import { isOverdue } from "../../rules/remarks/remark.ts";
import { REMARK } from "./remark-queries.ts";
import type { RemarkRow } from "./remark-queries.ts";

/** A remark as its answer tells it. */
export function tellRemark(
  { sinceSeq: _s, setById: _b, setAt: _a, settledAt: _e, gradeLevel: _g, fixedAt, ...remark }: RemarkRow,
  today: LocalDate,
): Output<typeof setRemarkRoute> {
  return { ...remark, overdue: isOverdue(remark, today), fixedAt: fixedAt?.toISOString() ?? null };
}

/** The remark of a number; throws when the school has none. */
export async function remarkOf(tx: Transaction, schoolId: number, remarkId: number): Promise<RemarkRow> {
  const row = await tx.row(REMARK, [schoolId, remarkId]);
  if (!row) throw new Failure("not_found", "control.remark_not_found");
  return row;
}
