import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { lessonBegunSql, yearBegunSql } from "../../../timetable/server/door.ts";

export type InspectionKind = "deputy" | "director" | "department" | "homeroom";
export type InspectionRow = {
  inspectionId: number;
  kind: InspectionKind;
  madeBy: string;
  madeOn: LocalDate;
  from: LocalDate;
  to: LocalDate;
  pages: number;
  grades: number[];
  department: string | null;
  findings: string;
  remarks: number;
  openRemarks: number;
};

const NAME = (alias: string) => `people.short_name(${alias}.surname, ${alias}.given_name, ${alias}.patronymic)`;
const inspectionsSql = (which: string) => `select i.inspection_id as "inspectionId", i.kind, ${NAME("f")} as "madeBy", i.made_on as "madeOn",
    i.from_day as "from", i.to_day as "to", cardinality(i.page_ids) as pages, i.findings, d.name as department,
    (select coalesce(json_agg(distinct p.grade_level order by p.grade_level), '[]') from timetable.page p where p.school_id = $1 and p.page_id = any (i.page_ids)) as grades,
    (select count(*)::int from control.remark r where r.school_id = $1 and r.inspection_id = i.inspection_id) as remarks,
    (select count(*)::int from control.remark r where r.school_id = $1 and r.inspection_id = i.inspection_id and r.state <> 'accepted') as "openRemarks"
  from control.inspection i join people.person f on f.school_id = $1 and f.person_id = i.made_by
  left join people.department d on d.school_id = $1 and d.department_id = i.department_id
  where i.school_id = $1 and ${which} order by i.made_at desc, i.inspection_id desc`;

/** Entries that touch the days and a page of the grades. $2 from, $3 to, $4 grades, null all. */
export const INSPECTIONS = statement<InspectionRow>(
  "control.inspections",
  inspectionsSql(`i.from_day <= $3 and i.to_day >= $2 and ($4::int[] is null
    or exists (select from timetable.page p where p.school_id = $1 and p.page_id = any (i.page_ids) and p.grade_level = any ($4::int[])))`),
);
export const INSPECTION = statement<InspectionRow>("control.inspection", inspectionsSql("i.inspection_id = $2"));

/** An entry that says the same already. $2 kind, $3 by whom, $4 from, $5 to, $6 pages, $7 findings. */
export const SAME_INSPECTION = statement<{ inspectionId: number }>(
  "control.same_inspection",
  `select inspection_id as "inspectionId" from control.inspection
   where school_id = $1 and kind = $2 and made_by = $3 and from_day = $4 and to_day = $5 and page_ids = $6::int[] and findings = $7`,
);

export type PageToCheck = {
  pageId: number;
  groupName: string;
  gradeLevel: number;
  subject: string;
  teachers: string;
  held: number;
  unwritten: number;
  checkedOn: LocalDate | null;
  checkedBy: string | null;
};

/** Pages with held lessons in the days. $1 school, $2 from, $3 to, $4 today, $5 the school's clock now, $6 grades, null all. */
export const PAGES_TO_CHECK = statement<PageToCheck>(
  "control.pages_to_check",
  `with held as (
     select l.page_id, count(*)::int as held, count(*) filter (where n.topic is null)::int as unwritten
     from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
     left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
     where l.school_id = $1 and l.day between $2 and least($3::date, $4::date) and l.state = 0 and ${lessonBegunSql("$4", "$5")} group by l.page_id
   ), checks as (
     select distinct on (page_id) page_id, i.made_on, ${NAME("f")} as name from control.inspection i cross join unnest(i.page_ids) as page_id
     join people.person f on f.school_id = $1 and f.person_id = i.made_by
     where i.school_id = $1 and i.kind in ('deputy', 'director') and i.from_day <= $3 and i.to_day >= $2 order by page_id, i.made_at desc
   )
   select p.page_id as "pageId", g.name as "groupName", p.grade_level as "gradeLevel", s.name as subject, h.held, h.unwritten, c.made_on as "checkedOn", c.name as "checkedBy",
     coalesce((select string_agg(distinct ${NAME("f")}, ', ') from planning.load o join people.person f on f.school_id = $1 and f.person_id = o.teacher_id
       where o.school_id = $1 and o.page_id = p.page_id and o.from_day <= $3 and (o.to_day is null or o.to_day >= $2)), '') as teachers
   from held h join timetable.page p on p.school_id = $1 and p.page_id = h.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   left join checks c on c.page_id = p.page_id
   where $6::int[] is null or p.grade_level = any ($6::int[])
   order by p.grade_level, g.name collate public.ru, s.name collate public.ru, p.page_id`,
);

export type TermRow = { term: number; kind: string; from: LocalDate; to: LocalDate; checkedOn: LocalDate | null; checkedBy: string | null };

/** The terms of the year that have begun, with the director's first check made in each. $2 today. */
export const TERMS_CHECKED = statement<TermRow>(
  "control.terms_checked",
  `with year as (${yearBegunSql("$2")}),
   term as (select distinct t.term, t.kind, t.starts_on, t.ends_on from timetable.term t join year y on y.year = t.year where t.school_id = $1 and t.starts_on <= $2)
   select t.term, t.kind, t.starts_on as "from", t.ends_on as "to", i.made_on as "checkedOn", i.name as "checkedBy"
   from term t left join lateral (
     select i.made_on, ${NAME("f")} as name from control.inspection i join people.person f on f.school_id = $1 and f.person_id = i.made_by
     where i.school_id = $1 and i.kind = 'director' and i.made_on >= t.starts_on and i.from_day <= t.ends_on and i.to_day >= t.starts_on
     order by i.made_at limit 1) i on true
   order by t.starts_on, t.ends_on, t.term`,
);

/** Grades of pages that stand. $2 pages. */
export const GRADES_OF_PAGES = statement<{ pageId: number; gradeLevel: number }>(
  "control.grades_of_pages",
  `select page_id as "pageId", grade_level as "gradeLevel" from timetable.page where school_id = $1 and page_id = any ($2::int[])`,
);

/** Pages of a class: its own group, parts of it and its streams. $2 class, $3 the person, $4 the school's day. No row without such a class. */
export const CLASS_PAGES = statement<{ name: string; pages: number[]; ownClass: boolean }>(
  "control.class_pages",
  `select c.name, (select coalesce(array_agg(p.page_id order by p.page_id), '{}') from timetable.page p where p.school_id = $1 and p.year = c.year and p.group_id in (
       select g.group_id from people.study_group g where g.school_id = $1 and g.class_id = $2
       union all select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id = $2)) as pages,
     exists (select from people.homeroom h where h.school_id = $1 and h.class_id = $2 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass"
   from people.school_class c where c.school_id = $1 and c.class_id = $2`,
);

/** Pages of the lessons that people of a department gave in the days. $2 department, $3 from, $4 to. No row without such a department. */
export const DEPARTMENT_PAGES = statement<{ pages: number[] }>(
  "control.department_pages",
  `select (select coalesce(array_agg(distinct l.page_id order by l.page_id), '{}') from timetable.lesson l join people.department_member m
       on m.school_id = $1 and m.department_id = $2 and m.person_id = coalesce(l.substitute_id, l.teacher_id) and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)
     where l.school_id = $1 and l.day between $3 and $4 and l.state = 0) as pages
   from people.department d where d.school_id = $1 and d.department_id = $2`,
);

export type DepartmentDay = {
  departmentId: number;
  name: string;
  heads: string[];
  day: LocalDate | null;
  held: number;
  unwritten: number;
  checkedAt: Date | null;
  checkedBy: string | null;
};

/** Days of departments with lessons, the last first; a department without lessons has one row without a day. $2 from, $3 to (not after today), $4 departments, null all. */
export const DEPARTMENT_DAYS = statement<DepartmentDay>(
  "control.department_days",
  `with given as (
     select m.department_id, l.day, count(*)::int as held, count(*) filter (where n.topic is null)::int as unwritten
     from people.department_member m join timetable.lesson l on l.school_id = $1 and l.day between $2 and $3 and l.state = 0
       and coalesce(l.substitute_id, l.teacher_id) = m.person_id and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)
     left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
     where m.school_id = $1 group by 1, 2
   )
   select d.department_id as "departmentId", d.name, g.day, coalesce(g.held, 0) as held, coalesce(g.unwritten, 0) as unwritten, i.made_at as "checkedAt", i.name as "checkedBy",
     (select coalesce(json_agg(${NAME("f")} order by f.surname), '[]') from people.department_member m join people.person f on f.school_id = $1 and f.person_id = m.person_id
       where m.school_id = $1 and m.department_id = d.department_id and m.is_head and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)) as heads
   from people.department d left join given g on g.department_id = d.department_id
   left join lateral (select i.made_at, ${NAME("f")} as name from control.inspection i join people.person f on f.school_id = $1 and f.person_id = i.made_by
     where i.school_id = $1 and i.kind = 'department' and i.department_id = d.department_id and g.day between i.from_day and i.to_day order by i.made_at limit 1) i on true
   where d.school_id = $1 and ($4::int[] is null or d.department_id = any ($4::int[]))
   order by d.name collate public.ru, d.department_id, g.day desc`,
);

export type ClassLesson = {
  pageId: number;
  subject: string;
  groupName: string;
  journalKind: string;
  lessonId: number;
  day: LocalDate;
  slot: number;
  teacher: string;
  noTopic: boolean;
  noHomework: boolean;
};

/** Held lessons of pages in the days. $2 pages, $3 from, $4 to, $5 today, $6 the school's clock now. */
export const CLASS_LESSONS = statement<ClassLesson>(
  "control.class_lessons",
  `select l.page_id as "pageId", s.name as subject, g.name as "groupName", p.kind as "journalKind", l.lesson_id as "lessonId", l.day, l.slot, ${NAME("f")} as teacher,
     n.topic is null as "noTopic", n.homework is null as "noHomework"
   from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   join people.person f on f.school_id = $1 and f.person_id = coalesce(l.substitute_id, l.teacher_id)
   left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
   where l.school_id = $1 and l.page_id = any ($2::int[]) and l.day between $3 and least($4::date, $5::date) and l.state = 0 and ${lessonBegunSql("$5", "$6")}
   order by s.name collate public.ru, g.name collate public.ru, l.page_id, l.day, l.slot`,
);

/** The homeroom teacher's check of a class in the days, the last. $2 class, $3 from, $4 to. */
export const CLASS_CHECK = statement<{ madeOn: LocalDate; madeBy: string; findings: string }>(
  "control.class_check",
  `select i.made_on as "madeOn", ${NAME("f")} as "madeBy", i.findings from control.inspection i join people.person f on f.school_id = $1 and f.person_id = i.made_by
   where i.school_id = $1 and i.kind = 'homeroom' and i.class_id = $2 and i.from_day <= $4 and i.to_day >= $3 order by i.made_at desc limit 1`,
);

/**
 * Writes a check and takes the remarks in that its maker gave on its pages in its days or on the day itself. $1 school, $2 number, $3 kind, $4 by whom,
 * $5 the day, $6 from, $7 to, $8 the instant, $9 pages, $10 department, $11 class, $12 findings, then the act and the body.
 */
export const MAKE_INSPECTION = statement<{ inspectionId: number }>(
  "control.make_inspection",
  `with put as (
     insert into control.inspection (school_id, inspection_id, kind, made_by, made_on, from_day, to_day, made_at, page_ids, department_id, class_id, findings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning inspection_id
   ), taken as (
     update control.remark r set inspection_id = $2 where r.school_id = $1 and r.set_by = $4 and r.inspection_id is null and r.page_id = any ($9::int[])
       and r.set_on between $6 and greatest($5::date, $7::date)
   )
   select inspection_id as "inspectionId", ledger.record($1, 0, $4, $8, $13, $14, $15, $16) from put`,
);
