import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { lessonHistoryRoute } from "../../contract/changes.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { PAGE_TIES } from "../page-queries.ts";

const HISTORY = statement<{ at: Date; entered: string | null; by: string; act: string; before: unknown; after: unknown }>(
  "journal.lesson_history",
  `select a.at, b.body ->> 'entered' as entered, coalesce(people.short_name(f.surname, f.given_name, f.patronymic), '') as by, c.code as act,
     b.body -> 'before' as before, b.body -> 'after' as after
   from ledger.audit a join ledger.code c on c.code_no = a.act cross join lateral (select a.body::jsonb as body) b
   left join people.person f on f.school_id = $1 and f.person_id = a.actor
   where a.school_id = $1 and a.stream = $2 and (b.body ->> 'lesson')::int = $3 and not b.body ? 'pupil' and not b.body ? 'pupils' order by a.seq`,
);
const CHAIN = statement<{ known: boolean; broken: number | null }>(
  "journal.lesson_and_chain",
  `select exists (select from timetable.lesson where school_id = $1 and page_id = $2 and lesson_id = $3) as known, ledger.broken_at($1, $2) as broken`,
);

/** Every change of a lesson's record with its author, oldest first, and whether the page's chain holds. */
export async function lessonHistory({ tx, actor }: Context, { params }: Input<typeof lessonHistoryRoute>): Promise<Output<typeof lessonHistoryRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId } = params;
  const ties = await tx.row(PAGE_TIES, [schoolId, pageId, personId, today]);
  const chain = (await tx.row(CHAIN, [schoolId, pageId, lessonId]))!;
  if (!ties || !chain.known) throw new Failure("not_found", "timetable.lesson_not_found");
  permit(actor, JOURNAL_ACTS, lessonHistoryRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  const rows = await tx.rows(HISTORY, [schoolId, pageId, lessonId]);
  return { lines: rows.map((row) => ({ ...row, at: row.at.toISOString() })), chainHolds: chain.broken === null };
}
