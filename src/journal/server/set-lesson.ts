import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { actAndEvent } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { isLate, refusalToWrite } from "../../planning/rules/lesson-entry.ts";
import type { LessonFacts } from "../../planning/rules/lesson-entry.ts";
import { lessonFactsSql } from "../../planning/server/door.ts";
import { setLessonRoute } from "../contract/set-lesson.ts";
import { LESSON_SET } from "../contract/events.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";

type Note = { topic: string | null; homework: string | null; workType: number | null; version: number; signs: number };
const NONE: Note = { topic: null, homework: null, workType: null, version: 0, signs: 0 };

const LESSON_FOR_NOTE = statement<LessonFacts & { standing: (Note & { setBy: number; setAt: string }) | null; workTypeKnown: boolean }>(
  "journal.lesson_for_note",
  lessonFactsSql(`($6::smallint is null or exists (select from journal.work_type w where w.school_id = $1 and w.work_type = $6)) as "workTypeKnown",
    (select json_build_object('topic', n.topic, 'homework', n.homework, 'workType', n.work_type, 'version', n.version, 'signs', n.signs, 'setBy', n.set_by, 'setAt', n.set_at)
       from journal.lesson_note n where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3) as standing`),
);

const STORE_NOTE = statement<{ version: number }>(
  "journal.store_note",
  `with put as (
     insert into journal.lesson_note as n (school_id, page_id, lesson_id, day, set_by, version, work_type, signs, set_at, topic, homework)
     select $1::int, $2::int, $3::int, $4::date, $5::int, 1, $6::smallint, $7::smallint, $8::timestamptz, $9::text, $10::text
       from timetable.lesson l where l.school_id = $1::int and l.page_id = $2::int and l.lesson_id = $3::int and l.state = 0 and l.day = $4::date for key share
     on conflict (school_id, page_id, lesson_id)
     do update set topic = excluded.topic, homework = excluded.homework, work_type = excluded.work_type, signs = excluded.signs, set_by = excluded.set_by,
       set_at = excluded.set_at, version = n.version + 1 where n.version = $11
     returning version)
   select version, ledger.record($1, $2, $5, $8, $12, $13, $14, $15) as seq from put`,
);

/** Empty text is no text: a topic of spaces is a topic not written. */
const tidy = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());

/** Writes topic, homework or the work of a lesson; what the body leaves out stays as it stands. */
export async function setLesson({ tx, actor, now }: Context, { params, body }: Input<typeof setLessonRoute>): Promise<Output<typeof setLessonRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const { pageId, lessonId } = params;
  const factsOf = () => tx.row(LESSON_FOR_NOTE, [schoolId, pageId, lessonId, personId, today, body.workType ?? null]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, JOURNAL_ACTS, setLessonRoute.act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, { "lesson.entry": facts.lessonEntry, "timetable.substitution_window": facts.window });
  const refusal = refusalToWrite(facts, today, "ahead");
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  if (!facts.workTypeKnown) throw new Failure("invalid", "journal.work_type_not_found");

  const standing: Note = facts.standing ?? NONE;
  const note: Note = {
    topic: body.topic === undefined ? standing.topic : tidy(body.topic),
    homework: body.homework === undefined ? standing.homework : tidy(body.homework),
    workType: body.workType === undefined ? standing.workType : body.workType,
    version: standing.version,
    signs: standing.topic === null && standing.homework === null ? Number(isLate(facts, now, timezone)) : standing.signs,
  };
  const shown = (n: Note) => ({ topic: n.topic, homework: n.homework, workType: n.workType });
  const answer = (n: Note): Output<typeof setLessonRoute> => ({ ...shown(n), version: n.version, late: (n.signs & 1) === 1 });
  const same = note.topic === standing.topic && note.homework === standing.homework && note.workType === standing.workType;
  if (same && standing.version >= body.expectedVersion) return answer(standing);
  const conflict = (n: Note) => new Failure("conflict", "journal.lesson_changed_meanwhile", { lessonId, version: n.version, ...shown(n) });
  if (standing.version !== body.expectedVersion) throw conflict(standing);

  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setLessonRoute.act,
    right,
    body: { lesson: lessonId, before: shown(standing), after: shown(note) },
    event: { topic: LESSON_SET, body: { pageId, groupId: facts.groupId, lessonId, day: facts.lessonDay } },
  };
  const { topic, homework, workType, signs } = note;
  const values = [schoolId, pageId, lessonId, facts.lessonDay, personId, workType, signs, now, topic, homework, body.expectedVersion];
  const stored = await tx.row(STORE_NOTE, [...values, ...actAndEvent(entry)]);
  if (!stored) {
    const again = await factsOf();
    const changed = again && refusalToWrite(again, today, "ahead");
    if (changed) throw new Failure("refused", changed.code, changed.facts);
    const first: Note = again?.standing ?? NONE;
    if (first.topic === note.topic && first.homework === note.homework && first.workType === note.workType) return answer(first);
    throw conflict(first);
  }
  return answer({ ...note, version: stored.version });
}
