import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { unwrittenLessonsRoute } from "../../contract/lesson-check.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { monthOf } from "../../rules/month.ts";
import { SELF_CHECK_DAY, UNWRITTEN } from "./check-queries.ts";

/** Held lessons of a month that lack topic or homework (002 П2 §2.13; 003 §2-8): of the person's own pages, or of the school for those who check. */
export async function unwrittenLessons({ tx, actor }: Context, { query }: Input<typeof unwrittenLessonsRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  permit(actor, JOURNAL_ACTS, unwrittenLessonsRoute.act, { self: true });
  const wholeSchool = mayReach(actor, JOURNAL_ACTS, unwrittenLessonsRoute.act, "school");
  const month = monthOf(query.month ?? today.slice(0, 7));
  if (!month) throw new Failure("invalid", "journal.not_a_month", { text: query.month });
  const [norm, row] = await Promise.all([
    tx.row(SELF_CHECK_DAY, [schoolId, month.lastDay]),
    tx.lastRow(UNWRITTEN, [schoolId, personId, today, month.firstDay, month.lastDay, wholeSchool]),
  ]);
  demandNorms(month.lastDay, { "records.self_check_day": norm!.day });
  const dueOn = month.dayOfNext(norm!.day!);
  const head = JSON.stringify({ month: month.name, today, dueOn, overdue: today > dueOn, wholeSchool });
  return new JsonText(`${head.slice(0, -1)},"pages":${row!.pages}}`);
}
