import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { classSummaryRoute } from "../../contract/periods/class-summary.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { CLASS_CARE, CLASS_SUMMARY } from "./summary-queries.ts";

/** The summary sheet of a class: every subject's marks of terms and of the year, examinations and debts (002 П2 §3.3). */
export async function classSummary({ tx, actor }: Context, { params }: Input<typeof classSummaryRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  const [ties, row] = await Promise.all([
    tx.row(CLASS_CARE, [schoolId, params.classId, personId, today]),
    tx.row(CLASS_SUMMARY, [schoolId, params.classId, today]),
  ]);
  if (!ties || !row) throw new Failure("not_found", "journal.class_not_found");
  permit(actor, PERIOD_ACTS, classSummaryRoute.act, { own_class: ties.ownClass });
  return new JsonText(row.summary);
}
