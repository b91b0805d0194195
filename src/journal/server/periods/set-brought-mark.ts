import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { refusalOfClosed } from "../../../planning/rules/closed-term.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { TERM_MARK_SET } from "../../contract/events.ts";
import { setBroughtMarkRoute } from "../../contract/periods/pupil-record.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { refusalOfBrought } from "../../rules/results.ts";
import { PAGE_FOR_BROUGHT, STORE_BROUGHT } from "./result-queries.ts";

/** Enters a mark that a pupil brought from another school, with where it comes from and whether it counts; a null mark takes it back. */
export async function setBroughtMark(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setBroughtMarkRoute>,
): Promise<Output<typeof setBroughtMarkRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, pupilId, no } = params;
  const { mark, weight, counts, expectedVersion } = body;
  const source = body.source.trim();
  const day = parseDay(body.day);
  const facts = await tx.row(PAGE_FOR_BROUGHT, [schoolId, pageId, pupilId, personId, today, no, day ?? today]);
  if (!facts) throw new Failure("not_found", "journal.page_not_found");
  const care = await hasInCare(tx, actor, "deputy_studies", [facts.gradeLevel]);
  const right = permit(actor, PERIOD_ACTS, setBroughtMarkRoute.act, { own_page: facts.teachesPage, own_class: facts.ownClass, own_grade: care });
  if (day === null) throw new Failure("invalid", "journal.not_a_day", { text: body.day });
  demandNorms(today, { "marks.scale_current": facts.scale });
  const refusal =
    refusalOfBrought({ day, term: facts.term, today, enrolled: facts.enrolled, mark, scale: facts.scale!, source }) ?? refusalOfClosed(facts.closing, today);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const { standing } = facts;
  const conflict = () => new Failure("conflict", "journal.result_changed_meanwhile", { version: standing?.version ?? 0 });
  if ((standing?.version ?? 0) !== expectedVersion || (no > 0 && !standing)) throw conflict();
  const token = mark ?? standing?.mark ?? null;
  if (token === null) return { no, version: 0 };
  const after = mark === null ? null : { day, mark, weight, counts, source };
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setBroughtMarkRoute.act,
    right,
    body: { pupil: pupilId, before: standing && !standing.removed ? { mark: standing.mark, source: standing.source } : null, after },
    event: { topic: TERM_MARK_SET, body: { pageId, groupId: facts.groupId, pupils: [pupilId], term: facts.term, day } },
  };
  const values = [schoolId, pageId, pupilId, personId, now, expectedVersion, no, day, facts.term, token, weight, counts, source, mark === null];
  const stored = await tx.row(STORE_BROUGHT, [...values, ...actAndEvent(entry)]);
  if (!stored) throw conflict();
  return { no: stored.no, version: stored.version };
}
