import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import { actAndEvent, willAnswer } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { refusalOfPart } from "../../timetable/rules/page-uses.ts";
import { normsOfLesson, refusalToWrite } from "../../planning/rules/lesson-entry.ts";
import { demandInTime, demandReason } from "../../planning/server/door.ts";
import { setMarkRoute } from "../contract/set-mark.ts";
import { MARK_SET } from "../contract/events.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { isLateMark, isMark } from "../rules/cell-signs.ts";
import { refusalOfWork, refusalToPutInLesson } from "../rules/mark-entry.ts";
import { LESSON_FOR_MARK, STORE_MARK } from "./mark-queries.ts";
import type { Standing } from "./mark-queries.ts";
import { cellOf, signsAfter, standsAsAsked, termOf, workTypeAsked } from "./works/work-of-mark.ts";

const EMPTY: Standing = { mark: null, version: 0, signs: 0, setBy: null, setAt: null };

/** Puts or clears a mark. What is asked and already stands is answered as done, so a repeated request changes nothing. */
export async function setMark({ tx, actor, now, entered }: Context, { params, body }: Input<typeof setMarkRoute>): Promise<Output<typeof setMarkRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const { pageId, lessonId, pupilId } = params;
  const { mark, expectedVersion, work = 0, workType: said } = body;
  const factsOf = () => tx.row(LESSON_FOR_MARK, [schoolId, pageId, lessonId, personId, today, pupilId, work, mark, said ?? null]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, JOURNAL_ACTS, setMarkRoute.act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, { ...normsOfLesson(facts), "marks.scale_current": facts.scale, "marks.when_late": facts.whenLate });
  const noMarks = mark === null ? null : refusalOfPart({ ...facts, unmarked: facts.pupilUnmarked }, "marks");
  const standing = facts.standing ?? EMPTY;
  const workType = workTypeAsked(facts, standing, said);
  const refusal =
    refusalToWrite(facts, today, "held") ??
    noMarks ??
    refusalToPutInLesson({ ...facts, mark }) ??
    refusalOfWork({ work, mark, first: facts.first, workType, asked: said ?? null });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  if (standsAsAsked(standing, mark, facts, said) && standing.version >= expectedVersion) return cellOf(standing, facts.columnType);
  const conflict = (s: Standing) =>
    new Failure("conflict", "journal.cell_changed_meanwhile", { lessonId, pupilId, work, mark: s.mark, version: s.version, setBy: s.setBy, setAt: s.setAt });
  if (standing.version !== expectedVersion) throw conflict(standing);

  const signs = signsAfter(facts, { mark, work, standing, workType: workType ?? 0, now, entered, timezone });
  const correction = demandReason(facts, isMark(standing.mark), body.correction, { now, entered, timezone });
  const late = mark !== null && standing.mark === null && isLateMark(signs);
  const first = late
    ? await demandInTime(tx, actor, { when: facts.whenLate, late, reason: body.correction, lessonDay: facts.lessonDay, norm: termOf(facts) })
    : {};
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setMarkRoute.act,
    right,
    body: { lesson: lessonId, pupil: pupilId, work, before: standing.mark, after: mark, ...(mark === null ? {} : { type: workType }), ...correction, ...first },
    event: { topic: MARK_SET, body: { pageId, groupId: facts.groupId, lessonId, pupils: [pupilId], day: facts.lessonDay } },
  };
  const value = mark === null ? null : facts.value;
  const done = cellOf({ ...standing, mark, version: expectedVersion + 1, signs }, facts.columnType);
  const stored = await tx.lastRow(STORE_MARK, [
    schoolId,
    pageId,
    lessonId,
    pupilId,
    facts.lessonDay,
    personId,
    work,
    value,
    signs,
    now,
    expectedVersion,
    ...actAndEvent(entry),
    willAnswer(done),
  ]);
  if (!stored) {
    const again = await factsOf();
    const changed = again && refusalToWrite(again, today, "held");
    if (changed) throw new Failure("refused", changed.code, changed.facts);
    const theirs = again?.standing ?? EMPTY;
    // the same request came twice at once: what is asked stands
    if (again && standsAsAsked(theirs, mark, again, said)) return cellOf(theirs, again.columnType);
    throw conflict(theirs);
  }
  return done;
}
