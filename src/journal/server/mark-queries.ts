import { statement } from "../../foundation/database.ts";
import type { WhenLate } from "../../planning/rules/late-entry.ts";
import type { LessonFacts } from "../../planning/rules/lesson-entry.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { enrolledSql, lessonFactsSql } from "../../planning/server/door.ts";
import type { Forbidden } from "../rules/mark-entry.ts";

/** A mark as it stands: null mark is an empty cell that was filled once, version 0 one that never was. */
export type Standing = { mark: string | null; version: number; signs: number; setBy: number | null; setAt: Date | null };

/** A work type with the norm of the term of its marks and its value. */
export type Given = { type: number; norm: string; due: string | null; nextLesson: { day: LocalDate; starts: string | null } | null };

export type MarkFactsRow = LessonFacts & {
  enrolled: boolean;
  pupilUnmarked: boolean;
  scale: string[];
  outside: string[];
  forbidden: Forbidden[];
  value: number | null;
  standing: Standing | null;
  /** The work type of the column: chosen for it, else the school's usual one. */
  columnType: number | null;
  /** What the mark is given for; null when there is no such type. */
  given: Given | null;
  /** The mark that a retake mends. */
  first: string | null;
  /** `marks.when_late` */
  whenLate: WhenLate;
};

// the norm of the deadline by how the work is checked
const NORM_OF_DUE = "'marks.' || w.form || '_due'";
/** SQL of the school's usual work type, by the norm of the lesson's day. */
const USUAL_TYPE = "(select u.work_type from journal.work_type u where u.school_id = $1 and u.code = norms.of ->> 'marks.usual_work')";
const COLUMN_TYPE = `coalesce((select n.work_type from journal.lesson_note n where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3), ${USUAL_TYPE})`;
// a retake is given for the work of the mark it mends
const firstSql = (what: string) => `(select ${what} from journal.mark f left join regulation.mark_token t on t.value = f.value
       where f.school_id = $1 and f.page_id = $2 and f.lesson_id = $3 and f.pupil_id = $6 and f.work_no = $7 - 10 and $7 >= 10)`;

/** Norms of work types: the usual one, and the terms of marks by how the work is checked. */
const WORK_NORMS = ["marks.usual_work", "marks.oral_due", "marks.written_due", "marks.control_due"];
/** SQL of a work type with the term of its marks. */
const givenSql = (type: string) => `(select json_build_object('type', w.work_type, 'norm', ${NORM_OF_DUE}, 'due', norms.of ->> (${NORM_OF_DUE}),
        'nextLesson', case when norms.of ->> (${NORM_OF_DUE}) like 'next\\_lesson%' then timetable.next_lesson($1, $2, l.day) end)
       from journal.work_type w where w.school_id = $1 and w.work_type = ${type})`;

/** All facts of one cell in one trip. $6 pupil, $7 work of the lesson, $8 the token to be put, $9 the work type asked for (null: the column's). */
export const LESSON_FOR_MARK = statement<MarkFactsRow>(
  "journal.lesson_for_mark",
  lessonFactsSql(
    `${enrolledSql("$6")} as enrolled,
    timetable.is_unmarked($1, p.group_id, p.grade_level, $6, l.day, norms.of -> 'marks.unmarked_grades') as "pupilUnmarked",
    norms.of -> 'marks.scale_current' as scale, norms.of -> 'marks.outside_average' as outside, norms.of -> 'marks.forbidden' as forbidden, norms.of ->> 'marks.when_late' as "whenLate",
    (select value from regulation.mark_token where token = $8) as value,
    ${COLUMN_TYPE} as "columnType",
    ${givenSql(`coalesce($9::smallint, ${firstSql("f.signs >> 4")}, ${COLUMN_TYPE})`)} as given,
    ${firstSql("t.token")} as first,
    (select json_build_object('mark', t.token, 'version', k.version, 'signs', k.signs, 'setBy', k.set_by, 'setAt', k.set_at)
       from journal.mark k left join regulation.mark_token t on t.value = k.value
      where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.pupil_id = $6 and k.work_no = $7) as standing`,
    ["marks.scale_current", "marks.outside_average", "marks.forbidden", "marks.when_late", ...WORK_NORMS],
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

/** What a change of the column's work type means: the usual type and the new one. $6 the new type, null for the usual. */
export const LESSON_FOR_RETYPE = statement<LessonFacts & { usual: number | null; given: Given | null }>(
  "journal.lesson_for_retype",
  lessonFactsSql(`${USUAL_TYPE} as usual, ${givenSql(`coalesce($6::smallint, ${USUAL_TYPE})`)} as given`, WORK_NORMS),
);

/**
 * Marks given for the work of the column follow it, without a new version: their values stand. A mark is judged by the term of its new kind where its
 * time tells when it came: one in time by that term is late no more, one never corrected may turn late. $4 type before, $5 type after, $6 end of the term.
 */
export const RETYPE_MARKS = statement(
  "journal.retype_marks",
  `update journal.mark k set signs = ((k.signs & 14) | ($5::int << 4) | (k.set_at > $6::timestamptz and (k.version = 1 or k.signs & 1 = 1))::int)::smallint
   where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.value is not null and k.signs >> 4 = $4::int`,
);
