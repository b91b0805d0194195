import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { lessonBegunSql, yearBegunSql } from "../../../timetable/server/door.ts";

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
  usesMarks: boolean | null;
  groupName: string;
  subject: string;
  /** Null also where no bell was looked up. */
  classDayEnds: string | null;
  nextLesson: { day: LocalDate; starts: string | null } | null;
  noTopic: boolean;
  noHomework: boolean;
  /** How the work of its column is checked, while no mark of that work stands; null: no work is named, or marks stand. */
  unmarked: "oral" | "written" | "control" | null;
};

/**
 * Lessons that have begun and lack a topic, homework, or the marks of the work they name.
 * $1 school, $2 first day, $3 today, $4 the school's clock now, $5 from which day on the last bells are looked up.
 *
 * The notes and works of a year are read from their indexes alone and taken away from the lessons; names, bells and the rest are asked only for what is left.
 * Each step is kept apart, because a plan for any school does not know how many days it is asked for (decisions/0026).
 */
const openSql = (lessons: string, pages: string) => `with lesson as (${lessons}),
  taught as materialized (
    select p.page_id, p.shift, p.grade_level, p.subject_id, p.kind, p.uses_marks, coalesce(c.group_id, p.group_id) as of_class, g.name as group_name, s.name as subject
    from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
    left join people.school_class c on c.school_id = $1 and c.class_id = g.class_id
    where p.school_id = $1 and p.page_id = any (array(${pages}))
  ), whole as materialized (
    select n.page_id, n.lesson_id from journal.lesson_note n
    where n.school_id = $1 and n.page_id = any (array(select page_id from taught)) and n.topic is not null and n.homework is not null
  ), begun as materialized (
    select n.page_id, n.lesson_id from journal.lesson_note n
    where n.school_id = $1 and n.page_id = any (array(select page_id from taught)) and n.topic is not null and n.homework is null
  ), named as materialized (
    select page_id, lesson_id, coalesce(c.work_type, n.work_type) as work_type
    from (select n.page_id, n.lesson_id, n.work_type from journal.lesson_note n
        where n.school_id = $1 and n.page_id = any (array(select page_id from taught)) and n.work_type is not null) n
      full join (select c.page_id, c.lesson_id, c.work_type from planning.control_work c
        where c.school_id = $1 and c.page_id = any (array(select page_id from taught)) and not c.is_removed) c using (page_id, lesson_id)
  ), unmarked as materialized (
    select w.page_id, w.lesson_id, t.form from named w join journal.work_type t on t.school_id = $1 and t.work_type = w.work_type and t.form is not null
    left join lateral (select true as stands from journal.mark k where k.school_id = $1 and k.page_id = w.page_id and k.lesson_id = w.lesson_id
      and k.value is not null and k.signs >> 4 = w.work_type limit 1) k on true
    where k.stands is null
  ), open as materialized (
    select l.*, u.form, w.lesson_id is not null as is_whole, b.lesson_id is not null as is_begun
    from lesson l left join whole w on w.page_id = l.page_id and w.lesson_id = l.lesson_id
    left join unmarked u on u.page_id = l.page_id and u.lesson_id = l.lesson_id left join begun b on b.page_id = l.page_id and b.lesson_id = l.lesson_id
    where w.lesson_id is null or u.form is not null
  ), bell as materialized (
    select b.of_class, b.day, to_char(timetable.class_day_ends($1, b.of_class, b.day), 'HH24:MI') as ends
    from (select distinct p.of_class, l.day from open l join taught p on p.page_id = l.page_id where l.day >= $5::date) b
  )
  select coalesce(l.substitute_id, l.teacher_id) as "ownerId", l.page_id as "pageId", l.lesson_id as "lessonId", l.day, l.slot, p.grade_level as "gradeLevel",
    p.subject_id as "subjectId", p.kind as "journalKind", p.uses_marks as "usesMarks", p.group_name as "groupName", p.subject,
    case when l.day >= $5::date then (select b.ends from bell b where b.of_class = p.of_class and b.day = l.day) end as "classDayEnds",
    not l.is_whole and not l.is_begun and n.topic is null as "noTopic", not l.is_whole and (l.is_begun or n.homework is null) as "noHomework", l.form as unmarked,
    case when l.form = 'control' then timetable.next_lesson($1, l.page_id, l.day) end as "nextLesson"
  from open l join taught p on p.page_id = l.page_id
  left join journal.lesson_note n on n.school_id = $1 and n.page_id = case when not l.is_whole and not l.is_begun then l.page_id end and n.lesson_id = l.lesson_id
  where ${lessonBegunSql("$3", "$4")}
  order by l.day, l.slot, l.page_id, l.lesson_id`;

const COLUMNS = "l.page_id, l.lesson_id, l.day, l.slot, l.teacher_id, l.substitute_id";

/** Those of one person: of own pages, and of others where the person is the substitute. $6 the person. */
export const MY_OPEN_LESSONS = statement<OpenLesson>(
  "control.my_open_lessons",
  openSql(
    `select ${COLUMNS} from (select distinct o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $6) mine
       join timetable.lesson l on l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.page_id = mine.page_id and l.teacher_id = $6 and l.substitute_id is null
     union all select ${COLUMNS} from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and l.substitute_id = $6`,
    "select page_id from lesson",
  ),
);

/** Those of the whole school. */
export const OPEN_LESSONS = statement<OpenLesson>(
  "control.open_lessons",
  openSql(
    `select ${COLUMNS} from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3`,
    `select y.page_id from timetable.page y where y.school_id = $1 and y.year = (${yearBegunSql("$3::date")})`,
  ),
);

/** Those of one person, or of the whole school (null): from a day until today and the clock, with the bells from a day on. */
export const openLessons = (
  tx: Transaction,
  personId: number | null,
  of: readonly [schoolId: number, from: LocalDate, today: LocalDate, clock: string, bellsFrom: LocalDate],
): Promise<OpenLesson[]> => (personId === null ? tx.rows(OPEN_LESSONS, of) : tx.rows(MY_OPEN_LESSONS, [...of, personId]));

/** When the class's own last lesson ends, of pages on days. $1 school, $2 pages, $3 their days. */
export const LAST_BELLS = statement<{ pageId: number; day: LocalDate; ends: string | null }>(
  "control.last_bells",
  `select k.page_id as "pageId", k.day, to_char(timetable.class_day_ends($1, p.group_id, k.day), 'HH24:MI') as ends
   from (select distinct page_id, day from unnest($2::int[], $3::date[]) as k(page_id, day)) k join timetable.page p on p.school_id = $1 and p.page_id = k.page_id`,
);
