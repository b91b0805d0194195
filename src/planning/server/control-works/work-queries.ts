import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";

/** A planned work as it stands, with what the limits ask of it. */
export type WorkRow = {
  workId: number;
  pageId: number;
  groupId: number;
  classIds: number[];
  gradeLevel: number;
  groupName: string;
  subject: string;
  teachers: string;
  lessonId: number;
  day: LocalDate;
  slot: number;
  term: number;
  lost: boolean;
  first: boolean;
  last: boolean;
  weeklyHours: number;
  yearLessons: number;
  quarters: number;
  workType: number;
  minutes: number;
  lessons: number;
  wholeClass: boolean;
  title: string;
  version: number;
  teaches: boolean;
};

/** The classes whose pupils are in a group, as rows of (group_id, class_id). $1 school. */
const GROUP_CLASSES = `select group_id, class_id from people.study_group where school_id = $1 and class_id is not null
    union select group_id, class_id from people.stream_class where school_id = $1`;
/** Sums of a page `p` on the day $3: hours a week by the load, lessons of the year that are held, quarters in its terms. */
const hours = `coalesce((select sum(o.weekly_hours) from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)), 0)::float8`;
const yearLessons = `(select count(*)::int from timetable.lesson y where y.school_id = $1 and y.page_id = p.page_id and y.state = 0)`;
const quarters = `case when exists (select from timetable.term t where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and t.kind = 'half_year') then 2 else 1 end`;

/** The works of a year that stand. $1 school, $2 year, $3 the school's day, $4 the person. */
const WORKS = statement<WorkRow>(
  "planning.control_works",
  `with work as materialized (
     select w.*, p.group_id, p.grade_level, p.year, p.subject_id, coalesce(l.day, w.day) as at, coalesce(l.slot, 0) as slot, coalesce(l.term, 0) as term, coalesce(l.state, 1) = 1 as lost
     from timetable.page p join planning.control_work w on w.school_id = $1 and w.page_id = p.page_id and not w.is_removed
     left join timetable.lesson l on l.school_id = $1 and l.page_id = w.page_id and l.lesson_id = w.lesson_id
     where p.school_id = $1 and p.year = $2
   ), group_class as materialized (${GROUP_CLASSES}),
   class_day as materialized (
     select c.class_id, l.day, min(l.slot) as first, max(l.slot) as last from timetable.lesson l
     join timetable.page p on p.school_id = $1 and p.page_id = l.page_id join group_class c on c.group_id = p.group_id
     where l.school_id = $1 and l.state = 0 and l.day in (select at from work) group by 1, 2
   )
   select p.work_id as "workId", p.page_id as "pageId", p.group_id as "groupId", p.grade_level as "gradeLevel", g.name as "groupName", s.name as subject,
     array(select class_id from group_class c where c.group_id = p.group_id order by 1) as "classIds",
     coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load o
       join people.person f on f.school_id = $1 and f.person_id = o.teacher_id
       where o.school_id = $1 and o.page_id = p.page_id and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)), '') as teachers,
     p.lesson_id as "lessonId", p.at as day, p.slot, p.term, p.lost,
     coalesce((select bool_or(d.first = p.slot) from class_day d join group_class c using (class_id) where c.group_id = p.group_id and d.day = p.at), false) as first,
     coalesce((select bool_or(d.last <= p.slot + p.lessons - 1) from class_day d join group_class c using (class_id) where c.group_id = p.group_id and d.day = p.at), false) as last,
     ${hours} as "weeklyHours", ${yearLessons} as "yearLessons", ${quarters} as quarters,
     p.work_type as "workType", p.minutes, p.lessons, p.whole_class as "wholeClass", p.title, p.version,
     exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $4 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)) as teaches
   from work p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   order by p.at, p.slot, p.work_id`,
);

/** The works of a year that stand, in the order of their days. */
export const worksOfYear = (tx: Transaction, schoolId: number, year: number, today: LocalDate, personId: number): Promise<WorkRow[]> =>
  tx.rows(WORKS, [schoolId, year, today, personId]);

export type PageRow = Pick<WorkRow, "pageId" | "groupId" | "classIds" | "gradeLevel" | "groupName" | "subject" | "weeklyHours" | "yearLessons" | "quarters"> & {
  year: number;
  teaches: boolean;
};

const PAGE = statement<PageRow>(
  "planning.page_for_work",
  `select p.page_id as "pageId", p.group_id as "groupId", p.year, p.grade_level as "gradeLevel", g.name as "groupName", s.name as subject,
     array(select class_id from (${GROUP_CLASSES}) c where c.group_id = p.group_id order by 1) as "classIds",
     ${hours} as "weeklyHours", ${yearLessons} as "yearLessons", ${quarters} as quarters,
     exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $4 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)) as teaches
   from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   where p.school_id = $1 and p.page_id = $2`,
);

/** A page with what the limits ask of it, undefined when the school has none of that number. */
export const pageForWork = (tx: Transaction, schoolId: number, pageId: number, today: LocalDate, personId: number): Promise<PageRow | undefined> =>
  tx.row(PAGE, [schoolId, pageId, today, personId]);

export type LessonForWork = { lessonId: number; day: LocalDate; slot: number; term: number; firstSlot: number; lastSlot: number; cancelled: boolean };

const LESSONS = statement<LessonForWork>(
  "planning.lessons_for_work",
  `with group_class as materialized (${GROUP_CLASSES}),
   near as materialized (
     select p.page_id from timetable.page p where p.school_id = $1 and p.group_id in (select c.group_id from group_class c where c.class_id in
       (select o.class_id from group_class o join timetable.page q on q.school_id = $1 and q.page_id = $2 where o.group_id = q.group_id))
   ), class_day as materialized (
     select l.day, min(l.slot) as first, max(l.slot) as last from near n join timetable.lesson l on l.school_id = $1 and l.page_id = n.page_id and l.state = 0 group by l.day
   )
   select l.lesson_id as "lessonId", l.day, l.slot, l.term, coalesce(d.first, l.slot) as "firstSlot", coalesce(d.last, l.slot) as "lastSlot", l.state = 1 as cancelled
   from timetable.lesson l left join class_day d on d.day = l.day
   where l.school_id = $1 and l.page_id = $2 and ($3::int is null or l.lesson_id = $3) order by l.day, l.slot, l.lesson_id`,
);

/** The dated lessons of a page with the first and the last of its class's day; only one when `lessonId` is told. */
export const lessonsForWork = (tx: Transaction, schoolId: number, pageId: number, lessonId: number | null = null): Promise<LessonForWork[]> =>
  tx.rows(LESSONS, [schoolId, pageId, lessonId]);

const LOCK = statement("planning.lock_control_works", "select pg_advisory_xact_lock($1, hashtext('control works'))");

/** Works of a school are planned one after another, so that two of one day see each other. */
export const lockControlWorks = async (tx: Transaction, schoolId: number): Promise<void> => void (await tx.rows(LOCK, [schoolId]));
