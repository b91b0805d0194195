import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";

/** The year that the figures are of, and the levels of marks. $1 school, $2 today. */
export const PROGRESS_FRAME = statement<{ year: number; levels: unknown }>(
  "control.progress_frame",
  `select y.year, regulation.norm_on($1, 'marks.levels', least($2::date, y.ends_on)) as levels from (${yearBegunSql("$2::date", "*")}) y`,
);

/**
 * Marks of terms, a row a key, a term and a mark; the mark null: pupils without it. A term counts for a page when it is over or has a mark.
 * Pupils are those of the group on the term's last day. $1 school, $2 today, $3 year, $4 by what, $5 a class, $6 a subject (null: all).
 */
export const PROGRESS = statement<{ id: number; term: number; mark: string | null; count: number }>(
  "control.progress",
  `with page as materialized (
    select p.page_id, p.group_id, p.subject_id, p.grade_level, coalesce(g.class_id, 0) as class_id from timetable.page p
    join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
    join (select k.kind, (regulation.norm_on($1, 'journal.kind.' || k.kind, $2::date) ->> 'marks')::boolean as marks
      from (select distinct kind from timetable.page where school_id = $1 and year = $3) k offset 0) u on u.kind = p.kind
    where p.school_id = $1 and p.year = $3 and coalesce(p.uses_marks, u.marks, true)
      and not coalesce((select regulation.norm_on($1, 'marks.unmarked_grades', $2::date)) @> to_jsonb(p.grade_level), false)
      and ($6::int is null or p.subject_id = $6)
      and ($5::int is null or g.class_id = $5 or g.group_id in (select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id = $5))
  ), marked as materialized (
    select k.page_id, k.term, k.pupil_id, k.value from page p join journal.term_mark k on k.school_id = $1 and k.page_id = p.page_id and k.value is not null and (k.term < 7 or k.term = 20)
  ), begun as materialized (
    select p.page_id, p.group_id, p.subject_id, p.grade_level, p.class_id, t.term, least(t.ends_on, $2::date) as on_day from page p
    join (select t.grade_level, t.term::int as term, t.ends_on from timetable.term t where t.school_id = $1 and t.year = $3
      union all select distinct t.grade_level, 20, y.ends_on from timetable.term t join timetable.school_year y on y.school_id = $1 and y.year = $3 where t.school_id = $1 and t.year = $3) t
      on t.grade_level = p.grade_level
    where (t.ends_on < $2::date and t.term <> 20) or exists (select from marked k where k.page_id = p.page_id and k.term = t.term)
  ), stands as (
    select b.*, m.pupil_id, v.token as mark from begun b
    join people.member m on m.school_id = $1 and m.group_id = b.group_id and m.from_day <= b.on_day and (m.to_day is null or m.to_day >= b.on_day)
    left join marked k on k.page_id = b.page_id and k.term = b.term and k.pupil_id = m.pupil_id
    left join regulation.mark_token v on v.value = k.value
    where $5::int is null or exists (select from people.school_class c join people.member o on o.school_id = $1 and o.group_id = c.group_id and o.pupil_id = m.pupil_id
      and o.from_day <= b.on_day and (o.to_day is null or o.to_day >= b.on_day) where c.school_id = $1 and c.class_id = $5)
  )
  select r.id, s.term, s.mark, count(*)::int as count from stands s
  cross join lateral (
    select 0 as id where $4::text = 'school' union all select s.class_id where $4 = 'class' union all select s.subject_id where $4 = 'subject'
    union all select s.grade_level where $4 = 'grade' union all select s.pupil_id where $4 = 'pupil'
    union all select distinct o.teacher_id from planning.load o where $4 = 'teacher' and o.school_id = $1 and o.page_id = s.page_id and o.from_day <= s.on_day and (o.to_day is null or o.to_day >= s.on_day)
    union all select distinct d.department_id from planning.load o join people.department_member d on d.school_id = $1 and d.person_id = o.teacher_id and d.from_day <= s.on_day and (d.to_day is null or d.to_day >= s.on_day)
      where $4 = 'department' and o.school_id = $1 and o.page_id = s.page_id and o.from_day <= s.on_day and (o.to_day is null or o.to_day >= s.on_day)) r
  group by 1, 2, 3`,
);

/** How the rows are called, in their order. $1 school, $2 by what, $3 year. */
export const PROGRESS_NAMES = statement<{ id: number; name: string }>(
  "control.progress_names",
  `select id, name from (
    select c.class_id as id, c.name, c.grade_level as no, c.letter as word from people.school_class c where $2 = 'class' and c.school_id = $1 and c.year = $3
    union all select s.subject_id, s.name, 0, s.name from timetable.subject s where $2 = 'subject' and s.school_id = $1
    union all select f.person_id, people.short_name(f.surname, f.given_name, f.patronymic), 0, f.surname from people.person f where $2 = 'teacher' and f.school_id = $1
      and exists (select from people.staff x where x.school_id = $1 and x.person_id = f.person_id)
    union all select d.department_id, d.name, 0, d.name from people.department d where $2 = 'department' and d.school_id = $1
    union all select f.person_id, concat_ws(' ', f.surname, nullif(f.given_name, '')), 0, f.surname || f.given_name from people.pupil u join people.person f on f.school_id = $1 and f.person_id = u.pupil_id
      where $2 = 'pupil' and u.school_id = $1) r order by no, word collate public.ru, id`,
);

export const TERMS = statement<{ term: number; kind: string }>(
  "control.terms_of_year",
  "select distinct term, kind from timetable.term where school_id = $1 and year = $2 order by term, kind",
);

/** Terms of the year that most classes have. $1 school, $2 today. */
export const USUAL_TERMS = statement<{ term: number; kind: string; startsOn: LocalDate; endsOn: LocalDate }>(
  "control.usual_terms",
  `with year as materialized (${yearBegunSql("$2::date")}),
   usual as materialized (select t.kind from year y join timetable.term t on t.school_id = $1 and t.year = y.year
     join people.school_class c on c.school_id = $1 and c.year = t.year and c.grade_level = t.grade_level group by 1 order by count(distinct c.class_id) desc, 1 limit 1)
   select t.term, t.kind, min(t.starts_on) as "startsOn", max(t.ends_on) as "endsOn" from year y join usual u on true
   join timetable.term t on t.school_id = $1 and t.year = y.year and t.kind = u.kind group by 1, 2 order by 1`,
);

export type TrendRow = { id: number; name: string; pageId: number | null; month: string; count: number; sum: number; weighted: number; weight: number };

/** Whether there is such a row, what it is called, whether it is the person's own class. $1 school, $2 by what, $3 the row, $4 the person, $5 today. */
export const TREND_ROW = statement<{ name: string; ownClass: boolean }>(
  "control.trend_row",
  `select r.name, exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $4 and h.from_day <= $5 and (h.to_day is null or h.to_day >= $5) and h.class_id = r.class_id) as "ownClass"
   from (select c.name, c.class_id from people.school_class c where $2 = 'class' and c.school_id = $1 and c.class_id = $3
     union all select s.name, 0 from timetable.subject s where $2 = 'subject' and s.school_id = $1 and s.subject_id = $3
     union all select people.short_name(f.surname, f.given_name, f.patronymic), 0 from people.person f where $2 = 'teacher' and f.school_id = $1 and f.person_id = $3
       and exists (select from people.staff x where x.school_id = $1 and x.person_id = $3)
     union all (select f.surname || ' ' || f.given_name, c.class_id from people.person f join people.pupil u on u.school_id = $1 and u.pupil_id = $3
       left join people.member m on m.school_id = $1 and m.pupil_id = $3 and m.from_day <= $5 and (m.to_day is null or m.to_day >= $5)
         and m.group_id in (select k.group_id from people.school_class k where k.school_id = $1)
       left join people.school_class c on c.school_id = $1 and c.group_id = m.group_id
       where $2 = 'pupil' and f.school_id = $1 and f.person_id = $3 order by m.from_day desc nulls last limit 1)) r`,
);

/**
 * Current marks of a year by month: those of a row, and of its pupils or pages. A retake counts as the norm says, marks outside the average do not.
 * $1 school, $2 by what, $3 the row, $4 year, $5 today.
 */
export const TREND = statement<TrendRow>(
  "control.trend",
  `with norm as materialized (select regulation.norm_on($1, 'marks.retake_counts', $5::date) ->> 0 as retake, regulation.norm_on($1, 'marks.outside_average', $5::date) as outside),
  page as materialized (
    select p.page_id, g.name as group_name, s.name as subject from timetable.page p
    join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
    where p.school_id = $1 and p.year = $4 and case $2::text
      when 'class' then g.class_id = $3 or g.group_id in (select x.group_id from people.stream_class x where x.school_id = $1 and x.class_id = $3)
      when 'subject' then p.subject_id = $3
      when 'teacher' then p.page_id in (select o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $3)
      else p.group_id in (select m.group_id from people.member m where m.school_id = $1 and m.pupil_id = $3) end
  ), mark as materialized (
    select k.page_id, p.group_name, p.subject, k.pupil_id, date_trunc('month', k.lesson_day)::date as month, v.value, w.weight from page p cross join norm
    join journal.mark k on k.school_id = $1 and k.page_id = p.page_id and k.work_no < 10 and k.value between 0 and 100
    left join journal.mark r on r.school_id = $1 and r.page_id = k.page_id and r.lesson_id = k.lesson_id and r.pupil_id = k.pupil_id and r.work_no = k.work_no + 10 and r.value between 0 and 100
    join journal.work_type w on w.school_id = $1 and w.work_type = k.signs >> 4
    cross join lateral unnest(case when r.value is null then array[k.value] when norm.retake = 'both' then array[k.value, r.value]
      when norm.retake = 'best' then array[greatest(k.value, r.value)] else array[r.value] end) as v(value)
    where ($2 <> 'pupil' or k.pupil_id = $3) and not coalesce(norm.outside ? v.value::text, false)
      and ($2 <> 'class' or exists (select from people.school_class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.pupil_id = k.pupil_id
        and m.from_day <= k.lesson_day and (m.to_day is null or m.to_day >= k.lesson_day) where c.school_id = $1 and c.class_id = $3))
  ), counted as (
    select case when $2 = 'class' then pupil_id else page_id end as id, case when $2 = 'class' then null else page_id end as page_id,
      case when $2 = 'class' then '' else group_name || ', ' || subject end as name, month,
      count(*)::int as count, sum(value)::float8 as sum, sum(value * weight)::float8 as weighted, sum(weight)::float8 as weight from mark group by 1, 2, 3, 4
  )
  select k.id, r.name, k.page_id as "pageId", k.month, k.count, k.sum, k.weighted, k.weight from counted k
  left join people.person f on k.page_id is null and f.school_id = $1 and f.person_id = k.id
  cross join lateral (select coalesce(nullif(k.name, ''), concat_ws(' ', f.surname, nullif(f.given_name, ''))) as name) r
  order by r.name collate public.ru, k.id, k.month`,
);
