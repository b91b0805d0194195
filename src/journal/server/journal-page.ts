import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input } from "../../foundation/route.ts";
import { JsonText } from "../../foundation/serve.ts";
import { journalPageRoute } from "../contract/journal-page.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { JOURNAL_PAGE, PAGE_TIES } from "./page-queries.ts";

/** A page of the journal as one text, as PostgreSQL built it. */
export async function journalPage({ tx, actor }: Context, { params, query }: Input<typeof journalPageRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  const ties = await tx.row(PAGE_TIES, [schoolId, params.pageId, personId, today]);
  if (!ties) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, JOURNAL_ACTS, journalPageRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  const mayWrite = ties.teachesPage && actor.roles.includes("subject_teacher");
  const row = await tx.row(JOURNAL_PAGE, [schoolId, params.pageId, today, query.term ?? null, mayWrite]);
  return new JsonText(row!.page);
}
