import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { refusalToWrite } from "../../../planning/rules/lesson-entry.ts";
import type { LessonFacts } from "../../../planning/rules/lesson-entry.ts";
import { enrolledSql, lessonFactsSql } from "../../../planning/server/door.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { setPupilNoteRoute } from "../../contract/set-pupil-note.ts";
import { PUPIL_NOTE_SET } from "../../contract/events.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";

type Note = { homework: string | null; comment: string | null };
type Standing = Note & { version: number; setBy: number | null; setAt: string | null };
const NONE: Standing = { homework: null, comment: null, version: 0, setBy: null, setAt: null };

const LESSON_FOR_PUPIL_NOTE = statement<LessonFacts & { enrolled: boolean; standing: Standing | null }>(
  "journal.lesson_for_pupil_note",
  lessonFactsSql(`${enrolledSql("$6")} as enrolled,
    (select json_build_object('homework', n.homework, 'comment', n.comment, 'version', n.version, 'setBy', n.set_by, 'setAt', n.set_at)
       from journal.pupil_note n where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3 and n.pupil_id = $6) as standing`),
);

const STORE_PUPIL_NOTE = statement<{ version: number }>(
  "journal.store_pupil_note",
  `with put as (
     insert into journal.pupil_note as n (school_id, page_id, lesson_id, pupil_id, day, set_by, set_at, homework, comment)
     select $1::int, $2::int, $3::int, $4::int, $5::date, $6::int, $7::timestamptz, $8::text, $9::text
       from timetable.lesson l where l.school_id = $1::int and l.page_id = $2::int and l.lesson_id = $3::int and l.state = 0 and l.day = $5::date for key share
     on conflict (school_id, page_id, lesson_id, pupil_id)
     do update set homework = excluded.homework, comment = excluded.comment, set_by = excluded.set_by, set_at = excluded.set_at, version = n.version + 1
       where n.version = $10
     returning version)
   select version, ledger.record($1, $2, $6, $7, $11, $12, $13, $14) as seq from put`,
);

const tidy = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());
const same = (a: Note, b: Note) => a.homework === b.homework && a.comment === b.comment;
const shown = ({ homework, comment }: Note): Note => ({ homework, comment });

/** Writes homework of one pupil or the comment on the pupil (002 П2 §1.10; 002 П3 §2.14). Only that pupil's diary shows them and hears of them. */
export async function setPupilNote({ tx, actor, now }: Context, { params, body }: Input<typeof setPupilNoteRoute>): Promise<Output<typeof setPupilNoteRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId, pupilId } = params;
  const factsOf = () => tx.row(LESSON_FOR_PUPIL_NOTE, [schoolId, pageId, lessonId, personId, today, pupilId]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, JOURNAL_ACTS, setPupilNoteRoute.act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, { "lesson.entry": facts.lessonEntry, "timetable.substitution_window": facts.window });
  const refusal = refusalToWrite(facts, today, "ahead");
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  if (!facts.enrolled) throw new Failure("refused", "people.pupil_not_in_group", { lessonDay: facts.lessonDay });

  const standing = facts.standing ?? NONE;
  const note: Note = {
    homework: body.homework === undefined ? standing.homework : tidy(body.homework),
    comment: body.comment === undefined ? standing.comment : tidy(body.comment),
  };
  if (same(note, standing) && standing.version >= body.expectedVersion) return { ...note, version: standing.version };
  const conflict = ({ version, setBy, setAt, ...n }: Standing) =>
    new Failure("conflict", "journal.pupil_note_changed_meanwhile", { lessonId, pupilId, version, setBy, setAt, ...shown(n) });
  if (standing.version !== body.expectedVersion) throw conflict(standing);

  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setPupilNoteRoute.act,
    right,
    body: { lesson: lessonId, pupil: pupilId, before: shown(standing), after: note },
    event: { topic: PUPIL_NOTE_SET, body: { pageId, groupId: facts.groupId, lessonId, pupils: [pupilId], day: facts.lessonDay } },
  };
  const values = [schoolId, pageId, lessonId, pupilId, facts.lessonDay, personId, now, note.homework, note.comment, body.expectedVersion];
  const stored = await tx.row(STORE_PUPIL_NOTE, [...values, ...actAndEvent(entry)]);
  if (stored) return { ...note, version: stored.version };
  const again = await factsOf();
  const changed = again && refusalToWrite(again, today, "ahead");
  if (changed) throw new Failure("refused", changed.code, changed.facts);
  const first = again?.standing ?? NONE;
  if (same(first, note)) return { ...note, version: first.version };
  throw conflict(first);
}
