import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setProgrammeRoute } from "../../contract/plan/list-plans.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { TEACHES_SQL } from "./plan-queries.ts";

type Standing = Output<typeof setProgrammeRoute>;

const STANDING = statement<Standing & { teachesPage: boolean }>(
  "planning.standing_programme",
  `select ${TEACHES_SQL} as "teachesPage", coalesce(w.version, 0) as version, coalesce(w.programme, '') as programme, coalesce(w.paper_copy, false) as "paperCopy"
   from timetable.page p left join planning.page_programme w on w.school_id = $1 and w.page_id = p.page_id where p.school_id = $1 and p.page_id = $2`,
);
const STORE = statement<{ version: number }>(
  "planning.store_programme",
  `insert into planning.page_programme as w (school_id, page_id, version, set_by, paper_copy, set_at, programme) values ($1, $2, 1, $3, $4, $5, $6)
   on conflict (school_id, page_id) do update set version = w.version + 1, set_by = excluded.set_by, paper_copy = excluded.paper_copy, set_at = excluded.set_at,
     programme = excluded.programme where w.version = $7
   returning version`,
);

/** Attaches the work programme to a page (003 §2-1; 000 §11.1: the paper copy is kept in school). */
export async function setProgramme({ tx, actor, now }: Context, { params, body }: Input<typeof setProgrammeRoute>): Promise<Standing> {
  const { schoolId, personId, today } = actor;
  const { pageId } = params;
  const standing = await tx.row(STANDING, [schoolId, pageId, personId, today]);
  if (!standing) throw new Failure("not_found", "planning.page_not_found");
  const right = permit(actor, PLANNING_ACTS, setProgrammeRoute.act, { own_page: standing.teachesPage });
  const { teachesPage: _, ...before } = standing;
  const after = { programme: body.programme.trim(), paperCopy: body.paperCopy };
  if (before.programme === after.programme && before.paperCopy === after.paperCopy) return before;
  const stored =
    before.version === body.expectedVersion
      ? await tx.row(STORE, [schoolId, pageId, personId, after.paperCopy, now, after.programme, body.expectedVersion])
      : undefined;
  if (!stored) throw new Failure("conflict", "planning.programme_changed_meanwhile", before);
  await record(tx, { schoolId, stream: pageId, actor: personId, at: now, act: "planning.programme.set", right, body: { before, after } });
  return { ...after, version: stored.version };
}
