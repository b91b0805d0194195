import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { NormValue } from "../../../regulation/rules/norms.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import { pagesOfClassSql } from "./homework-queries.ts";

type HomeworkLesson = {
  lessonId: number;
  pageId: number;
  groupId: number;
  slot: number;
  subject: string;
  groupName: string;
  homework: string | null;
  minutes: number | null;
};
export type HomeworkOfClass = {
  className: string;
  gradeLevel: number;
  ownClass: boolean;
  days: {
    day: LocalDate;
    beforeDayOff: boolean;
    limits: NormValue<"homework.day_minutes"> | null;
    percent: NormValue<"homework.day_off_percent"> | null;
    lessons: HomeworkLesson[];
  }[];
};

/** Homework of a class for the days of a week that have lessons. $1 school, $2 class, $3 the person, $4 the school's day, $5 Monday. */
export const HOMEWORK_OF_CLASS = statement<HomeworkOfClass>(
  "journal.homework_of_class",
  `with pages as materialized (${pagesOfClassSql("$2")}),
   lessons as materialized (
     select l.*, q.group_id, q.subject_id, (regulation.norm_on($1, 'journal.kind.' || q.kind, $4) -> 'homework')::boolean as uses from pages q join timetable.lesson l on l.school_id = $1 and l.page_id = q.page_id and l.day between $5::date and $5::date + 7
   )
   select k.name as "className", k.grade_level as "gradeLevel",
     exists (select from people.homeroom h where h.school_id = $1 and h.class_id = $2 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass",
     (select coalesce(json_agg(json_build_object('day', d.day, 'beforeDayOff', not exists (select from lessons n where n.day = d.day + 1),
         'limits', regulation.norm_on($1, 'homework.day_minutes', d.day), 'percent', regulation.norm_on($1, 'homework.day_off_percent', d.day),
         'lessons', (select json_agg(json_build_object('lessonId', l.lesson_id, 'pageId', l.page_id, 'groupId', l.group_id, 'slot', l.slot, 'subject', s.name, 'groupName', g.name,
             'homework', n.homework, 'minutes', t.minutes) order by l.slot, g.name collate public.ru, l.lesson_id)
           from lessons l join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id join people.study_group g on g.school_id = $1 and g.group_id = l.group_id
           left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
           left join journal.lesson_detail t on t.school_id = $1 and t.page_id = l.page_id and t.lesson_id = l.lesson_id
           where l.day = d.day and l.state = 0 and l.uses)) order by d.day), '[]')
       from (select distinct day from lessons where state = 0 and uses and day <= $5::date + 6) d) as days
   from people.school_class k where k.school_id = $1 and k.class_id = $2`,
);

/**
 * Held lessons of days that lack topic or homework, by page; what the kind of a page does not use is not asked of it.
 * $1 school, $2 the person, $3 the school's day, $4 first day, $5 last day, $6 the whole school.
 */
export const UNWRITTEN = statement<{ pages: string }>(
  "journal.unwritten",
  `with year as (${yearBegunSql("$5")}),
   pages as materialized (
     select p.page_id, p.grade_level, p.group_id, p.subject_id, u.uses
     from timetable.page p join year y on y.year = p.year
     join lateral (select regulation.norm_on($1, 'journal.kind.' || p.kind, $3) as uses) u on true
     where p.school_id = $1 and ($6 or exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $2
       and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)))
   ), held as materialized (
     select l.page_id, l.lesson_id, l.day, l.slot, n.topic is null and (q.uses -> 'topics')::boolean as no_topic, n.homework is null and (q.uses -> 'homework')::boolean as no_homework
     from pages q join timetable.lesson l on l.school_id = $1 and l.page_id = q.page_id and l.day between $4 and least($5::date, $3::date) and l.state = 0
     left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
   )
   select coalesce(json_agg(json_build_object('pageId', q.page_id, 'groupName', g.name, 'subject', s.name,
       'teachers', coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load d
          join people.person f on f.school_id = $1 and f.person_id = d.teacher_id
          where d.school_id = $1 and d.page_id = q.page_id and d.from_day <= $3 and (d.to_day is null or d.to_day >= $3)), ''),
       'held', h.held, 'gaps', h.gaps,
       'lastOn', (select max(n.day) from journal.lesson_note n where n.school_id = $1 and n.page_id = q.page_id and n.day <= $3
          and (n.topic is not null or not (q.uses -> 'topics')::boolean) and (n.homework is not null or not (q.uses -> 'homework')::boolean)))
     order by h.owed desc, q.grade_level, g.name collate public.ru, s.name collate public.ru), '[]')::text as pages
   from pages q join people.study_group g on g.school_id = $1 and g.group_id = q.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = q.subject_id
   join lateral (select count(*) as held, count(*) filter (where o.no_topic or o.no_homework) as owed,
       coalesce(json_agg(json_build_object('lessonId', o.lesson_id, 'day', o.day, 'noTopic', o.no_topic, 'noHomework', o.no_homework) order by o.day, o.slot)
         filter (where o.no_topic or o.no_homework), '[]') as gaps
     from held o where o.page_id = q.page_id) h on h.held > 0`,
);

export const SELF_CHECK_DAY = statement<{ day: NormValue<"records.self_check_day"> | null }>(
  "journal.self_check_day",
  "select regulation.norm_on($1, 'records.self_check_day', $2::date) as day",
);
