import { statement } from "../../foundation/database.ts";
import type { PageKindFacts } from "../../timetable/rules/page-uses.ts";
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

export type TermFactsRow = PageKindFacts & {
  groupId: number;
  teachesPage: boolean;
  startsOn: string | null;
  endsOn: string | null;
  enrolled: boolean;
  scale: string[];
  value: number | null;
  standing: Omit<Standing, "signs"> | null;
};

/** All facts of a term's cell. $1 school, $2 page, $3 term, $4 the person, $5 the school's day, $6 pupil, $7 the token. */
export const PAGE_FOR_TERM_MARK = statement<TermFactsRow>(
  "journal.page_for_term_mark",
  `select p.group_id as "groupId", t.starts_on as "startsOn", t.ends_on as "endsOn",
    exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $4 and o.from_day <= $5 and (o.to_day is null or o.to_day >= $5)) as "teachesPage",
    exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = $6
      and m.from_day <= t.ends_on and (m.to_day is null or m.to_day >= t.starts_on)) as enrolled,
    p.kind as "journalKind", p.uses_marks as "usesMarks", regulation.norm_on($1, 'journal.kind.' || p.kind, coalesce(least(t.ends_on, $5), $5)) as "kindNorm",
    coalesce(timetable.is_unmarked($1, p.group_id, p.grade_level, $6, coalesce(least(t.ends_on, $5), $5), regulation.norm_on($1, 'marks.unmarked_grades', coalesce(least(t.ends_on, $5), $5))), false) as unmarked,
    regulation.norm_on($1, 'marks.scale_period', coalesce(t.ends_on, $5)) as scale,
    (select value from regulation.mark_token where token = $7) as value,
    (select json_build_object('mark', v.token, 'version', k.version, 'setBy', k.set_by, 'setAt', k.set_at)
       from journal.term_mark k left join regulation.mark_token v on v.value = k.value
      where k.school_id = $1 and k.page_id = $2 and k.term = $3 and k.pupil_id = $6) as standing
  from timetable.page p left join timetable.term t on t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and t.term = $3
  where p.school_id = $1 and p.page_id = $2`,
);

/** As `STORE_MARK`, for the mark of a term. $3 term, $4 pupil, $5 who, $6 value, $7 at, $8 version seen. */
export const STORE_TERM_MARK = statement<{ version: number; seq: number }>(
  "journal.store_term_mark",
  `with put as (
     insert into journal.term_mark as k (school_id, page_id, term, pupil_id, set_by, version, value, set_at)
     values ($1, $2, $3, $4, $5, 1, $6, $7)
     on conflict (school_id, page_id, term, pupil_id)
     do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at, version = k.version + 1 where k.version = $8
     returning version)
   select version, ledger.record($1, $2, $5, $7, $9, $10, $11, $12, $13) as seq from put`,
);
