import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { reopenTermRoute } from "../../contract/terms/close-term.ts";
import { TERM_ACTS } from "../../rules/term-acts.ts";
import { refusalToReopen } from "../../rules/closed-term.ts";

type Standing = { closedOn: LocalDate; openThrough: LocalDate | null; version: number; reason: string | null };

const CLOSING = statement<{ gradeLevel: number; standing: Standing | null }>(
  "planning.closing_of_page",
  `select p.grade_level as "gradeLevel", (select json_build_object('closedOn', c.closed_on, 'openThrough', c.open_through, 'version', c.version, 'reason', c.reason)
     from planning.closed_term c where c.school_id = $1 and c.page_id = $2 and c.term = $3) as standing
   from timetable.page p where p.school_id = $1 and p.page_id = $2`,
);

/** $1 school, $2 page, $3 term, $4 who, $5 through, $6 reason, $7 version seen, $8 at, then the act and the body. */
const REOPEN = statement<{ version: number }>(
  "planning.reopen_term",
  `with put as (
     update planning.closed_term c set open_through = $5, reopened_by = $4, reason = $6, version = c.version + 1
     where c.school_id = $1 and c.page_id = $2 and c.term = $3 and c.version = $7 returning version)
   select version, ledger.record($1, $2, $4, $8, $9, $10, $11, $12) from put`,
);

/** Opens a closed term of a page again through a day; the reason goes into the chain of the page. */
export async function reopenTerm({ tx, actor, now }: Context, { params, body }: Input<typeof reopenTermRoute>): Promise<Output<typeof reopenTermRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, term } = params;
  const { reason, expectedVersion } = body;
  const facts = await tx.row(CLOSING, [schoolId, pageId, term]);
  if (!facts) throw new Failure("not_found", "planning.pages_not_found");
  const right = permit(actor, TERM_ACTS, reopenTermRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", [facts.gradeLevel]) });
  const through = parseDay(body.through);
  if (through === null) throw new Failure("invalid", "planning.not_a_day", { text: body.through });
  const { standing } = facts;
  const refusal = refusalToReopen({ closed: standing !== null, through, today, reason });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const answer = (s: Standing) => ({ closedOn: s.closedOn, openThrough: s.openThrough, version: s.version });
  if (standing!.openThrough === through && standing!.reason === reason.trim()) return answer(standing!);
  const conflict = (s: Standing) => new Failure("conflict", "planning.closing_changed_meanwhile", { openThrough: s.openThrough, version: s.version });
  if (standing!.version !== expectedVersion) throw conflict(standing!);
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: reopenTermRoute.act,
    right,
    body: { term, before: standing!.openThrough, after: through, reason: reason.trim() },
  };
  const stored = await tx.row(REOPEN, [schoolId, pageId, term, personId, through, reason.trim(), expectedVersion, now, ...actAndEvent(entry)]);
  if (!stored) throw conflict((await tx.row(CLOSING, [schoolId, pageId, term]))!.standing!);
  return answer({ ...standing!, openThrough: through, version: stored.version });
}
