import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { termMarkHistoryRoute } from "../../contract/changes.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { PAGE_TIES } from "../page-queries.ts";

const HISTORY = statement<{ at: Date; entered: string | null; by: string; act: string; before: unknown; after: unknown }>(
  "journal.term_mark_history",
  `select a.at, b.body ->> 'entered' as entered, coalesce(people.short_name(f.surname, f.given_name, f.patronymic), '') as by, c.code as act,
     b.body -> 'before' as before, b.body -> 'after' as after
   from ledger.audit a join ledger.code c on c.code_no = a.act cross join lateral (select a.body::jsonb as body) b
   left join people.person f on f.school_id = $1 and f.person_id = a.actor
   where a.school_id = $1 and a.stream = $2 and (c.code = 'journal.term_mark.set' and (b.body ->> 'term')::int = $3 and (b.body ->> 'pupil')::int = $4
     or c.code = 'journal.page.bring' and exists (select from journal.term_mark k
       where k.school_id = $1 and k.page_id = $2 and k.term = $3 and k.pupil_id = $4 and k.set_at <= a.at))
   order by a.seq`,
);
const CHAIN = statement<{ broken: number | null }>("journal.chain_of_terms", "select ledger.broken_at($1, $2) as broken");

/** Every change of the mark of a period with its author, oldest first, and whether the page's chain holds. */
export async function termMarkHistory({ tx, actor }: Context, { params }: Input<typeof termMarkHistoryRoute>): Promise<Output<typeof termMarkHistoryRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, term, pupilId } = params;
  const ties = await tx.row(PAGE_TIES, [schoolId, pageId, personId, today]);
  if (!ties) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, JOURNAL_ACTS, termMarkHistoryRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  const rows = await tx.rows(HISTORY, [schoolId, pageId, term, pupilId]);
  const { broken } = (await tx.row(CHAIN, [schoolId, pageId]))!;
  return { lines: rows.map((row) => ({ ...row, at: row.at.toISOString() })), chainHolds: broken === null };
}
