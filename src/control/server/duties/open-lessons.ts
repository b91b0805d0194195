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
  gradeLevel: number;
  subjectId: number;
  journalKind: JournalKind;
  groupName: string;
  subject: string;
  classDayEnds: string | null;
  nextLesson: { day: LocalDate; starts: string | null } | null;
  noTopic: boolean;
  noHomework: boolean;
  /** How the work of its column is checked, while no mark of that work stands; null: no work is named, or marks stand. */
  unmarked: "oral" | "written" | "control" | null;
};

/**
 * Lessons `l` that have begun and lack a topic, homework, or the marks of the work they name. $1 school, $2 first day, $3 today, $4 the school's clock now,
 * $5 from which day the end of the class's day is asked: of older lessons the day itself says enough where only lateness is counted.
 */
const openSql = (
  lessons: string,
) => `select coalesce(l.substitute_id, l.teacher_id) as "ownerId", l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, p.grade_level as "gradeLevel",
    p.subject_id as "subjectId", p.kind as "journalKind", g.name as "groupName", s.name as subject,
    case when l.day >= $5::date then to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') end as "classDayEnds",
    n.topic is null as "noTopic", n.homework is null as "noHomework", u.form as unmarked,
    case when u.form = 'control' then timetable.next_lesson($1, l.page_id, l.day) end as "nextLesson"
  from (${lessons}) l
  join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
  join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
  left join planning.control_work c on c.school_id = $1 and c.page_id = l.page_id and c.lesson_id = l.lesson_id and not c.is_removed
  left join journal.work_type w on w.school_id = $1 and w.work_type = coalesce(c.work_type, n.work_type)
  left join lateral (select w.form where w.form is not null and not exists (select from journal.mark k where k.school_id = $1 and k.page_id = l.page_id
    and k.lesson_id = l.lesson_id and k.value is not null and k.signs >> 4 = w.work_type)) u on true
  where (n.topic is null or n.homework is null or u.form is not null) and ${lessonBegunSql("$3", "$4")}
  order by l.day, l.slot, l.page_id, l.lesson_id`;

/** Those of one person: of own pages, and of others where the person is the substitute. $6 the person. */
export const MY_OPEN_LESSONS = statement<OpenLesson>(
  "control.my_open_lessons",
  openSql(
    `select l.* from (select distinct o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $6) mine
       join timetable.lesson l on l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.page_id = mine.page_id and l.teacher_id = $6 and l.substitute_id is null
     union all select l.* from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.substitute_id = $6`,
  ),
);

const MARKED = (page: string, lesson: string, work: string) =>
  `exists (select from journal.mark k where k.school_id = $1 and k.page_id = ${page} and k.lesson_id = ${lesson} and k.value is not null and k.signs >> 4 = ${work})`;

/**
 * Those of the whole school. What is complete is taken away as a set, so that a year costs two readings of its lessons, whatever the planner
 * thinks of their number; the few that are left are looked at one by one.
 */
export const OPEN_LESSONS = statement<OpenLesson>(
  "control.open_lessons",
  openSql(
    `select l.* from (
       (select h.page_id, h.lesson_id from timetable.lesson h where h.school_id = $1 and h.state = 0 and h.day between $2 and $3
        except select n.page_id, n.lesson_id from journal.lesson_note n where n.school_id = $1 and n.day between $2 and $3 and n.topic is not null and n.homework is not null
          and (n.work_type is null or ${MARKED("n.page_id", "n.lesson_id", "n.work_type")}))
       union select c.page_id, c.lesson_id from planning.control_work c where c.school_id = $1 and not c.is_removed and c.day between $2 and $3
          and not ${MARKED("c.page_id", "c.lesson_id", "c.work_type")}) i
     join timetable.lesson l on l.school_id = $1 and l.page_id = i.page_id and l.lesson_id = i.lesson_id and l.state = 0 and l.day between $2 and $3`,
  ),
);
