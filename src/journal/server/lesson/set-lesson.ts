import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { refusalOfPart } from "../../../timetable/rules/page-uses.ts";
import { isLate, normsOfLesson, refusalToWrite } from "../../../planning/rules/lesson-entry.ts";
import type { LessonFacts } from "../../../planning/rules/lesson-entry.ts";
import { demandReason } from "../../../planning/server/door.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";
import { LESSON_SET } from "../../contract/events.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { EMPTY_NOTE, hasDetail, noteIn, refusalOfDueDay, refusalOfKind, replacesWritten, sameNote } from "../../rules/lesson-note.ts";
import type { LessonNote } from "../../rules/lesson-note.ts";
import { retypeMarks } from "../retype-marks.ts";
import { giveTopic } from "./give-topic.ts";
import { HOMEWORK_LATE, LESSON_LATE, demandFirstInTime, signsOf } from "./lesson-in-time.ts";
import { LESSON_FOR_NOTE, STORE_NOTE } from "./lesson-queries.ts";
import type { FactsForNote, StandingNote } from "./lesson-queries.ts";

type Asked = Input<typeof setLessonRoute>["body"];

const NONE: StandingNote = { ...EMPTY_NOTE, version: 0, signs: 0, setBy: null, setAt: null };

/** Empty text is no text: a topic of spaces is a topic not written. */
const tidy = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());

/** What shall stand: what the body leaves out stays as it is. */
function wantedOf(body: Asked, standing: LessonNote): LessonNote {
  const { expectedVersion: _, correction: __, ...asked } = body;
  const note = noteIn({ ...noteIn(standing), ...asked });
  return { ...note, topic: tidy(note.topic), homework: tidy(note.homework), tasks: tidy(note.tasks) };
}

/** Text is written only where the kind of the page keeps it; taking it away is always open. */
const refusalOfParts = (body: Asked, facts: FactsForNote) =>
  (body.topic ? refusalOfPart(facts, "topics") : null) ?? (body.homework ? refusalOfPart(facts, "homework") : null);

function demandKnown(body: Asked, facts: FactsForNote): void {
  if (!facts.workTypeKnown) throw new Failure("invalid", "journal.work_type_not_found");
  if (!facts.lessonKindKnown) throw new Failure("invalid", "journal.lesson_kind_not_found");
  if (!body.dueOn) return;
  const dueOn = parseDay(body.dueOn);
  if (!dueOn) throw new Failure("invalid", "journal.due_not_a_day", { text: body.dueOn });
  const early = refusalOfDueDay(facts.lessonDay, dueOn);
  if (early) throw new Failure("refused", early.code, early.facts);
}

/** Writes topic, homework, work type and details of a lesson; what the body leaves out stays as it stands. */
export async function setLesson({ tx, actor, now, entered }: Context, { params, body }: Input<typeof setLessonRoute>): Promise<Output<typeof setLessonRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const { pageId, lessonId } = params;
  const factsOf = () => tx.row(LESSON_FOR_NOTE, [schoolId, pageId, lessonId, personId, today, body.workType ?? null, body.lessonKind ?? null]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, JOURNAL_ACTS, setLessonRoute.act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, {
    ...normsOfLesson(facts),
    "homework.entry": facts.homeworkEntry,
    "lesson.when_late": facts.lessonWhenLate,
    "homework.when_late": facts.homeworkWhenLate,
  });
  const refusal = refusalToWrite(facts, today, "ahead") ?? refusalOfParts(body, facts);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  demandKnown(body, facts);

  const standing = facts.standing ?? NONE;
  const note = wantedOf(body, standing);
  const late = (f: LessonFacts) => isLate(f, now, timezone, entered);
  const signs = signsOf(facts, standing, note, late);
  const answer = (n: LessonNote, version: number, s: number): Output<typeof setLessonRoute> => ({
    ...noteIn(n),
    version,
    late: (s & LESSON_LATE) > 0,
    homeworkLate: (s & HOMEWORK_LATE) > 0,
  });
  if (sameNote(note, standing) && standing.version >= body.expectedVersion) return answer(standing, standing.version, standing.signs);
  const conflict = (n: StandingNote) =>
    new Failure("conflict", "journal.lesson_changed_meanwhile", { lessonId, version: n.version, setBy: n.setBy, setAt: n.setAt, ...noteIn(n) });
  if (standing.version !== body.expectedVersion) throw conflict(standing);

  const noKind = refusalOfKind(body, note, facts.kindRequired === true);
  if (noKind) throw new Failure("refused", noKind.code, noKind.facts);

  const correction = {
    ...demandReason(facts, replacesWritten(standing, note), body.correction, { now, entered, timezone }),
    ...(await demandFirstInTime(tx, actor, { facts, standing, note, reason: body.correction, late })),
  };
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setLessonRoute.act,
    right,
    body: { lesson: lessonId, before: noteIn(standing), after: note, ...correction },
    event: { topic: LESSON_SET, body: { pageId, groupId: facts.groupId, lessonId, day: facts.lessonDay } },
  };
  const values = [schoolId, pageId, lessonId, facts.lessonDay, personId, note.workType, signs, now, note.topic, note.homework, body.expectedVersion];
  const detail = [hasDetail(note) || hasDetail(standing), note.lessonKind, note.minutes, note.dueOn, note.tasks];
  if (note.topic !== standing.topic) await giveTopic(tx, schoolId, pageId, lessonId, note.topic);
  const stored = await tx.row(STORE_NOTE, [...values, ...actAndEvent(entry), ...detail]);
  if (stored) {
    if (note.workType !== standing.workType) await retypeMarks(tx, actor, { pageId, lessonId, before: standing.workType, after: note.workType });
    return answer(note, stored.version, signs);
  }
  const again = await factsOf();
  const changed = again && refusalToWrite(again, today, "ahead");
  if (changed) throw new Failure("refused", changed.code, changed.facts);
  const first = again?.standing ?? NONE;
  if (sameNote(first, note)) return answer(first, first.version, first.signs);
  throw conflict(first);
}
