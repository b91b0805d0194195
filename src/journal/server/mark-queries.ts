import { statement } from "../../foundation/database.ts";
import type { LessonFacts } from "../../planning/rules/lesson-entry.ts";
import { enrolledSql, lessonFactsSql } from "../../planning/server/door.ts";

/** A mark as it stands: null mark is an empty cell that was filled once, version 0 one that never was. */
export type Standing = { mark: string | null; version: number; signs: number; setBy: number | null; setAt: Date | null };

export type MarkFactsRow = LessonFacts & { enrolled: boolean; pupilUnmarked: boolean; scale: string[]; value: number | null; standing: Standing | null };

/** All facts of one cell in one trip. $6 pupil, $7 work of the lesson, $8 the token to be put. */
export const LESSON_FOR_MARK = statement<MarkFactsRow>(
  "journal.lesson_for_mark",
  lessonFactsSql(
    `${enrolledSql("$6")} as enrolled,
    timetable.is_unmarked($1, p.group_id, p.grade_level, $6, l.day, norms.of -> 'marks.unmarked_grades') as "pupilUnmarked",
    norms.of -> 'marks.scale_current' as scale,
    (select value from regulation.mark_token where token = $8) as value,
    (select json_build_object('mark', t.token, 'version', k.version, 'signs', k.signs, 'setBy', k.set_by, 'setAt', k.set_at)
       from journal.mark k left join regulation.mark_token t on t.value = k.value
      where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.pupil_id = $6 and k.work_no = $7) as standing`,
    ["marks.scale_current"],
  ),
);

/**
 * Stores the mark only over the version seen (0: a cell never filled), then the audit row and the event, in one statement.
 * No row back means that somebody was first, or that the lesson was cancelled or moved meanwhile: it is held as it was read until the save ends.
 * $1 school, $2 page, $3 lesson, $4 pupil, $5 lesson's day, $6 who, $7 work, $8 value, $9 signs, $10 at,
 * $11 version seen, then the act, the audit's body, the topic, the event and the answer.
 */
export const STORE_MARK = statement<{ version: number; seq: number }>(
  "journal.store_mark",
  `with put as (
     insert into journal.mark as k (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, version, work_no, value, signs, set_at)
     select $1::int, $2::int, $3::int, $4::int, $5::date, $6::int, 1, $7::smallint, $8::smallint, $9::smallint, $10::timestamptz
       from timetable.lesson l where l.school_id = $1::int and l.page_id = $2::int and l.lesson_id = $3::int and l.state = 0 and l.day = $5::date for key share
     on conflict (school_id, page_id, lesson_id, pupil_id, work_no)
     do update set value = excluded.value, signs = excluded.signs, set_by = excluded.set_by, set_at = excluded.set_at, version = k.version + 1 where k.version = $11
     returning version)
   select version, ledger.record($1, $2, $6, $10, $12, $13, $14, $15, $16) as seq from put`,
);
