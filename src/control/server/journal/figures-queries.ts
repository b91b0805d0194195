import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { lessonBegunSql } from "../../../timetable/server/door.ts";
import type { DayCount } from "../../rules/journal-figures.ts";

const HELD = `l.state = 0 and ${lessonBegunSql("$4", "$5")}`;
const ROW_OF = `case when $6 = 'teacher' then coalesce(l.substitute_id, l.teacher_id) else coalesce(g.class_id, 0) end`;

/** Held lessons by day. $1 school, $2 from, $3 to, $4 today, $5 the school's clock now, $6 by `teacher` or `class`. */
export const DAY_COUNTS = statement<DayCount>(
  "control.day_counts",
  `select ${ROW_OF} as id, p.kind, l.day, count(*)::int as held, count(n.topic)::int as topics,
     count(*) filter (where n.topic is not null and n.signs & 1 = 0)::int as "inTime",
     count(n.homework)::int as homework, count(*) filter (where n.homework is not null and n.signs & 2 = 0)::int as "homeworkInTime"
   from timetable.lesson l
   join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
   where l.school_id = $1 and l.day between $2 and least($3::date, $4::date) and ${HELD}
   group by 1, 2, 3`,
);

/** Names of the rows. $1 school. */
export const CLASS_NAMES = statement<{ id: number; name: string }>(
  "control.class_names",
  "select class_id as id, name from people.school_class where school_id = $1",
);

/** A lesson in which something is missing or was late. */
export type FoundLesson = {
  pageId: number;
  lessonId: number;
  day: LocalDate;
  slot: number;
  journalKind: JournalKind;
  groupName: string;
  subject: string;
  teacherId: number;
  classDayEnds: string | null;
  /** `missing`, `late`, or null when all is well. */
  topic: "missing" | "late" | null;
  homework: "missing" | "late" | null;
  enteredAt: Date | null;
  homeworkAt: Date | null;
};

/** As `DAY_COUNTS`, the lessons themselves. $7 the row. */
export const FOUND_LESSONS = statement<FoundLesson>(
  "control.found_lessons",
  `select l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, p.kind as "journalKind", g.name as "groupName", s.name as subject,
     coalesce(l.substitute_id, l.teacher_id) as "teacherId", to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') as "classDayEnds",
     case when n.topic is null then 'missing' when n.signs & 1 = 1 then 'late' end as topic,
     case when n.homework is null then 'missing' when n.signs & 2 = 2 then 'late' end as homework,
     coalesce(n.entered_at, n.set_at) as "enteredAt", coalesce(n.homework_at, n.set_at) as "homeworkAt"
   from timetable.lesson l
   join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
   where l.school_id = $1 and l.day between $2 and least($3::date, $4::date) and ${HELD} and ${ROW_OF} = $7
     and (n.topic is null or n.homework is null or n.signs & 3 <> 0)
   order by l.day, l.slot, l.page_id, l.lesson_id`,
);
