import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { lessonBegunSql } from "../../../timetable/server/door.ts";

/** A held lesson in which something is not written. */
export type OpenLesson = {
  ownerId: number;
  pageId: number;
  lessonId: number;
  day: LocalDate;
  slot: number;
  journalKind: JournalKind;
  groupName: string;
  subject: string;
  classDayEnds: string | null;
  noTopic: boolean;
  noHomework: boolean;
};

/** Lessons `l` that have begun and lack a topic or homework. $1 school, $2 first day, $3 today, $4 the school's clock now. */
const openSql = (
  lessons: string,
) => `select coalesce(l.substitute_id, l.teacher_id) as "ownerId", l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot,
    p.kind as "journalKind", g.name as "groupName", s.name as subject, to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') as "classDayEnds",
    n.topic is null as "noTopic", n.homework is null as "noHomework"
  from (${lessons}) l
  join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
  join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
  where (n.topic is null or n.homework is null) and ${lessonBegunSql("$3", "$4")}
  order by l.day, l.slot, l.page_id, l.lesson_id`;

/** Those of one person: of own pages, and of others where the person is the substitute. $5 the person. */
export const MY_OPEN_LESSONS = statement<OpenLesson>(
  "control.my_open_lessons",
  openSql(
    `select l.* from (select distinct o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $5) mine
       join timetable.lesson l on l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.page_id = mine.page_id and l.teacher_id = $5 and l.substitute_id is null
     union all select l.* from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.substitute_id = $5`,
  ),
);

/** Those of the whole school. */
export const OPEN_LESSONS = statement<OpenLesson>(
  "control.open_lessons",
  openSql(`select l.* from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3`),
);
