import { statement } from "../../../foundation/database.ts";
import type { WhenLate } from "../../../planning/rules/late-entry.ts";
import type { LessonFacts } from "../../../planning/rules/lesson-entry.ts";
import { lessonFactsSql } from "../../../planning/server/door.ts";
import type { LessonNote } from "../../rules/lesson-note.ts";

export type StandingNote = LessonNote & { version: number; signs: number; setBy: number | null; setAt: string | null };

export type FactsForNote = LessonFacts & {
  standing: StandingNote | null;
  workTypeKnown: boolean;
  lessonKindKnown: boolean;
  /** `homework.entry`, and the end of the class's day where that norm hangs on it. */
  homeworkEntry: string;
  homeworkDayEnds: string | null;
  /** `lesson.when_late`, `homework.when_late` */
  lessonWhenLate: WhenLate;
  homeworkWhenLate: WhenLate;
  /** `lesson.kind_required`; null where the school does not say. */
  kindRequired: boolean | null;
};

/** Facts of a lesson before something of it is written. After the parameters of `lessonFactsSql`: $6 work type, $7 kind of lesson. */
export const LESSON_FOR_NOTE = statement<FactsForNote>(
  "journal.lesson_for_note",
  lessonFactsSql(
    `($6::smallint is null or exists (select from journal.work_type w where w.school_id = $1 and w.work_type = $6)) as "workTypeKnown",
    ($7::smallint is null or exists (select from journal.lesson_kind w where w.school_id = $1 and w.lesson_kind = $7)) as "lessonKindKnown",
    norms.of ->> 'homework.entry' as "homeworkEntry", norms.of ->> 'lesson.when_late' as "lessonWhenLate", norms.of ->> 'homework.when_late' as "homeworkWhenLate",
    (norms.of ->> 'lesson.kind_required')::boolean as "kindRequired",
    case when norms.of ->> 'homework.entry' like 'class\\_day\\_end%' then to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') end as "homeworkDayEnds",
    (select json_build_object('topic', n.topic, 'homework', n.homework, 'workType', n.work_type, 'lessonKind', d.lesson_kind, 'tasks', d.tasks, 'minutes', d.minutes,
         'dueOn', d.due_on, 'version', n.version, 'signs', n.signs, 'setBy', n.set_by, 'setAt', n.set_at)
       from journal.lesson_note n left join journal.lesson_detail d on d.school_id = $1 and d.page_id = $2 and d.lesson_id = $3
       where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3) as standing`,
    ["homework.entry", "lesson.when_late", "homework.when_late", "lesson.kind_required"],
  ),
);

/**
 * Writes the note and its detail over the version seen, with the audit row and the event.
 * $1 school, $2 page, $3 lesson, $4 its day, $5 by, $6 work type, $7 signs, $8 at, $9 topic, $10 homework, $11 version seen, $12 to $15 the ledger's,
 * $16 whether there is a detail to write, $17 kind of lesson, $18 minutes, $19 due day, $20 tasks.
 */
export const STORE_NOTE = statement<{ version: number }>(
  "journal.store_note",
  `with put as (
     insert into journal.lesson_note as n (school_id, page_id, lesson_id, day, set_by, version, work_type, signs, set_at, topic, homework, homework_by, homework_at, entered_at)
     select $1::int, $2::int, $3::int, $4::date, $5::int, 1, $6::smallint, $7::smallint, $8::timestamptz, $9::text, $10::text,
         case when $10::text is not null then $5::int end, case when $10::text is not null then $8::timestamptz end,
         case when $9::text is not null or $10::text is not null then $8::timestamptz end
       from timetable.lesson l where l.school_id = $1::int and l.page_id = $2::int and l.lesson_id = $3::int and l.state = 0 and l.day = $4::date for key share
     on conflict (school_id, page_id, lesson_id)
     do update set topic = excluded.topic, homework = excluded.homework, work_type = excluded.work_type, signs = excluded.signs, set_by = excluded.set_by,
       set_at = excluded.set_at, version = n.version + 1,
       homework_by = case when n.homework is distinct from excluded.homework then excluded.homework_by when n.homework is not null then coalesce(n.homework_by, n.set_by) end,
       homework_at = case when n.homework is distinct from excluded.homework then excluded.homework_at when n.homework is not null then coalesce(n.homework_at, n.set_at) end,
       entered_at = case when n.topic is null and n.homework is null then excluded.entered_at else coalesce(n.entered_at, n.set_at) end
     where n.version = $11
     returning version
   ), detail as (
     insert into journal.lesson_detail as d (school_id, page_id, lesson_id, lesson_kind, minutes, due_on, tasks)
     select $1::int, $2::int, $3::int, $17::smallint, $18::smallint, $19::date, $20::text from put where $16::boolean
     on conflict (school_id, page_id, lesson_id)
     do update set lesson_kind = excluded.lesson_kind, minutes = excluded.minutes, due_on = excluded.due_on, tasks = excluded.tasks
   )
   select version, ledger.record($1, $2, $5, $8, $12, $13, $14, $15) as seq from put`,
);
