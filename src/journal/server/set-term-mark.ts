import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { day } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import { actAndEvent, willAnswer } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { kindNorm } from "../../regulation/rules/journal-kinds.ts";
import { refusalOfPart } from "../../timetable/rules/page-uses.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { setTermMarkRoute } from "../contract/set-mark.ts";
import { TERM_MARK_SET } from "../contract/events.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { refusalOfTerm, refusalToPutMark } from "../rules/mark-entry.ts";
import { PAGE_FOR_TERM_MARK, STORE_TERM_MARK } from "./mark-queries.ts";

/** Puts or clears the mark of a term: the teacher's own decision, whatever average was offered (002 П2 §2.12). */
export async function setTermMark({ tx, actor, now }: Context, { params, body }: Input<typeof setTermMarkRoute>): Promise<Output<typeof setTermMarkRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, term, pupilId } = params;
  const { mark, expectedVersion } = body;
  const factsOf = () => tx.row(PAGE_FOR_TERM_MARK, [schoolId, pageId, term, personId, today, pupilId, mark]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "journal.page_not_found");
  const right = permit(actor, JOURNAL_ACTS, setTermMarkRoute.act, { own_page: facts.teachesPage });
  if (facts.startsOn === null || facts.endsOn === null) throw new Failure("not_found", "journal.term_not_found");
  demandNorms(day(facts.endsOn), { "marks.scale_period": facts.scale, [kindNorm(facts.journalKind)]: facts.kindNorm });
  const refusal =
    refusalOfTerm(day(facts.startsOn), today, mark) ??
    (mark === null ? null : refusalOfPart(facts, "marks")) ??
    refusalToPutMark({ lessonDay: day(facts.endsOn), enrolled: facts.enrolled, scale: facts.scale, mark });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const standing = facts.standing ?? { mark: null, version: 0, setBy: null, setAt: null };
  if (standing.mark === mark && standing.version >= expectedVersion) return { mark, version: standing.version, late: false };
  const conflict = (s: typeof standing) =>
    new Failure("conflict", "journal.cell_changed_meanwhile", { term, pupilId, mark: s.mark, version: s.version, setBy: s.setBy, setAt: s.setAt });
  if (standing.version !== expectedVersion) throw conflict(standing);

  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setTermMarkRoute.act,
    right,
    body: { term, pupil: pupilId, before: standing.mark, after: mark },
    event: { topic: TERM_MARK_SET, body: { pageId, groupId: facts.groupId, pupils: [pupilId], term, day: facts.endsOn } },
  };
  const value = mark === null ? null : facts.value;
  const done = { mark, version: expectedVersion + 1, late: false };
  const values = [schoolId, pageId, term, pupilId, personId, value, now, expectedVersion];
  const stored = await tx.lastRow(STORE_TERM_MARK, [...values, ...actAndEvent(entry), willAnswer(done)]);
  if (!stored) {
    const first = (await factsOf())?.standing ?? standing;
    if (first.mark === mark) return { mark, version: first.version, late: false };
    throw conflict(first);
  }
  return done;
}
