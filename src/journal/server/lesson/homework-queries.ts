import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { NormValue } from "../../../regulation/rules/norms.ts";
import type { SetHomework } from "../../rules/homework-load.ts";

/** SQL of the pages whose groups belong to a class: its own group, its subgroups, the streams it is part of. $1 is the school. */
export const pagesOfClassSql = (
  classId: string,
): string => `select q.page_id, q.group_id, q.subject_id, q.kind from timetable.page q where q.school_id = $1 and q.group_id in
  (select g.group_id from people.study_group g where g.school_id = $1 and g.class_id = ${classId}
   union select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id = ${classId})`;

export type HintFacts = {
  day: LocalDate;
  subject: string;
  groupId: number;
  limits: NormValue<"homework.day_minutes"> | null;
  percent: NormValue<"homework.day_off_percent"> | null;
  classes: { className: string; gradeLevel: number; beforeDayOff: boolean; others: SetHomework[] }[];
};

/** The classes of a lesson with the homework they have for its day from other lessons. $1 school, $2 page, $3 lesson. */
export const LESSON_FOR_HINTS = statement<HintFacts>(
  "journal.lesson_for_hints",
  `select l.day, s.name as subject, p.group_id as "groupId",
    regulation.norm_on($1, 'homework.day_minutes', l.day) as limits, regulation.norm_on($1, 'homework.day_off_percent', l.day) as percent,
    (select coalesce(json_agg(json_build_object('className', k.name, 'gradeLevel', k.grade_level,
        'beforeDayOff', not exists (select from (${pagesOfClassSql("k.class_id")}) q join timetable.lesson o on o.school_id = $1 and o.page_id = q.page_id and o.day = l.day + 1),
        'others', (select coalesce(json_agg(json_build_object('subject', u.name, 'groupId', q.group_id, 'minutes', d.minutes)), '[]')
           from (${pagesOfClassSql("k.class_id")}) q
           join timetable.lesson o on o.school_id = $1 and o.page_id = q.page_id and o.day = l.day and o.state = 0 and (o.page_id, o.lesson_id) <> ($2, $3)
           join journal.lesson_detail d on d.school_id = $1 and d.page_id = o.page_id and d.lesson_id = o.lesson_id and d.minutes is not null
           join timetable.subject u on u.school_id = $1 and u.subject_id = q.subject_id)) order by k.name), '[]')
      from people.school_class k where k.school_id = $1 and k.class_id in
        (select g.class_id from people.study_group g where g.school_id = $1 and g.group_id = p.group_id
         union select c.class_id from people.stream_class c where c.school_id = $1 and c.group_id = p.group_id)) as classes
  from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = $2
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3`,
);
