import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { openPageRoute } from "../contract/open-page.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { PAGE_TIES } from "./page-queries.ts";

const NOTE = statement(
  "journal.note_visit",
  `insert into journal.page_visit as v (school_id, page_id, person_id, day, first_at, last_at) values ($1, $2, $3, $4, $5, $5)
   on conflict (school_id, page_id, person_id, day) do update set times = v.times + 1, last_at = greatest(v.last_at, excluded.last_at)`,
);

/** Notes that the person opened the page on this day (004 §4.9.4). It is a record itself, so it leaves none in the ledger. */
export async function openPage({ tx, actor, now }: Context, { params }: Input<typeof openPageRoute>): Promise<Output<typeof openPageRoute>> {
  const { schoolId, personId, today } = actor;
  const ties = await tx.row(PAGE_TIES, [schoolId, params.pageId, personId, today]);
  if (!ties) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, JOURNAL_ACTS, openPageRoute.act, { own_page: ties.teachesPage || ties.taughtPage, own_class: ties.ownClass });
  await tx.rows(NOTE, [schoolId, params.pageId, personId, today, now]);
  return {};
}
