import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input } from "../../foundation/route.ts";
import { JsonText } from "../../foundation/serve.ts";
import { kindNorm } from "../../regulation/rules/journal-kinds.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { usesOf } from "../../timetable/rules/page-uses.ts";
import { journalPageRoute } from "../contract/journal-page.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { JOURNAL_PAGE, PAGE_TIES } from "./page-queries.ts";
import { PAGE_PERIODS } from "./periods/page-periods.ts";

/** A page of the journal as one text, as PostgreSQL built it. Ties and page are asked in one write; the page is given out when the ties permit. */
export async function journalPage({ tx, actor }: Context, { params, query }: Input<typeof journalPageRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  const [ties, periods, row] = await Promise.all([
    tx.row(PAGE_TIES, [schoolId, params.pageId, personId, today]),
    tx.row(PAGE_PERIODS, [schoolId, params.pageId, today]),
    tx.lastRow(JOURNAL_PAGE, [schoolId, params.pageId, today, query.term ?? null]),
  ]);
  if (!ties || !periods || !row) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, JOURNAL_ACTS, journalPageRoute.act, { own_page: ties.teachesPage || ties.taughtPage, own_class: ties.ownClass });
  demandNorms(today, { [kindNorm(ties.journalKind)]: ties.kindNorm });
  const { paper } = ties.kindNorm!;
  const kind = JSON.stringify({ kind: ties.journalKind, paper, uses: usesOf({ ...ties, kindNorm: ties.kindNorm! }) });
  const mayWrite = ties.teachesPage && actor.roles.includes("subject_teacher");
  return new JsonText(`${kind.slice(0, -1)},"mayWrite":${mayWrite},${periods.periods.slice(1, -1)},${row.page.slice(1)}`);
}
