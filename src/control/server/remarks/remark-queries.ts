import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { RemarkState } from "../../rules/remarks/remark.ts";

/** A remark with what stands around it. */
export type RemarkRow = {
  remarkId: number;
  version: number;
  state: RemarkState;
  pageId: number;
  lessonId: number | null;
  pupilId: number | null;
  gradeLevel: number;
  groupName: string;
  subject: string;
  day: LocalDate | null;
  slot: number | null;
  pupil: string | null;
  teacherId: number;
  teacher: string;
  setById: number;
  setBy: string;
  setOn: LocalDate;
  dueOn: LocalDate;
  text: string;
  note: string | null;
  comment: string | null;
  sinceSeq: number;
  setAt: Date;
  fixedAt: Date | null;
  settledAt: Date | null;
};

const lastStep = (kind: string) =>
  `(select x.text from control.remark_step x where x.school_id = $1 and x.remark_id = r.remark_id and x.kind = '${kind}' order by x.step_no desc limit 1)`;

/** Remarks `r` of a school. $1 school. */
const remarksSql = (
  which: string,
) => `select r.remark_id as "remarkId", r.version, r.state, r.page_id as "pageId", r.lesson_id as "lessonId", r.pupil_id as "pupilId",
    p.grade_level as "gradeLevel", g.name as "groupName", s.name as subject, l.day, l.slot, u.surname || ' ' || u.given_name as pupil,
    r.teacher_id as "teacherId", people.short_name(t.surname, t.given_name, t.patronymic) as teacher, r.set_by as "setById",
    people.short_name(b.surname, b.given_name, b.patronymic) as "setBy", r.set_on as "setOn", r.due_on as "dueOn", r.text,
    ${lastStep("fixed")} as note, ${lastStep("returned")} as comment,
    r.since_seq as "sinceSeq", r.set_at as "setAt", r.fixed_at as "fixedAt", r.settled_at as "settledAt"
  from control.remark r
  join timetable.page p on p.school_id = $1 and p.page_id = r.page_id
  join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  join people.person t on t.school_id = $1 and t.person_id = r.teacher_id
  join people.person b on b.school_id = $1 and b.person_id = r.set_by
  left join timetable.lesson l on l.school_id = $1 and l.page_id = r.page_id and l.lesson_id = r.lesson_id
  left join people.person u on u.school_id = $1 and u.person_id = r.pupil_id
  where r.school_id = $1 and ${which}
  order by r.state = 'accepted', r.due_on, r.remark_id`;

export const REMARK = statement<RemarkRow>("control.remark", remarksSql("r.remark_id = $2"));

/** $2 the teacher, $3 accepted ones since this instant. */
export const MY_REMARKS = statement<RemarkRow>("control.my_remarks", remarksSql("r.teacher_id = $2 and (r.state <> 'accepted' or r.settled_at >= $3)"));

/** $2 page. */
export const PAGE_REMARKS = statement<RemarkRow>("control.page_remarks", remarksSql("r.page_id = $2 and r.state <> 'accepted'"));

/** $2 grades in care, null all; $3 the person, who sees own remarks whatever the grade. */
export const WAITING_REMARKS = statement<RemarkRow>(
  "control.waiting_remarks",
  remarksSql("r.state <> 'accepted' and ($2::int[] is null or p.grade_level = any ($2::int[]) or r.set_by = $3)"),
);

/** As `WAITING_REMARKS`, the accepted ones of the year. $4 the year's first day. */
export const ACCEPTED_REMARKS = statement<RemarkRow>(
  "control.accepted_remarks",
  remarksSql("r.state = 'accepted' and ($2::int[] is null or p.grade_level = any ($2::int[]) or r.set_by = $3) and r.set_on >= $4"),
);

export type StepRow = { kind: "set" | "fixed" | "returned" | "accepted"; by: string; at: Date; dueOn: LocalDate; text: string };

/** The steps of a remark, the first first. $2 remark. */
export const STEPS = statement<StepRow>(
  "control.remark_steps",
  `select x.kind, people.short_name(f.surname, f.given_name, f.patronymic) as by, x.made_at as at, x.due_on as "dueOn", x.text
   from control.remark_step x join people.person f on f.school_id = $1 and f.person_id = x.made_by
   where x.school_id = $1 and x.remark_id = $2 order by x.step_no`,
);

export type PlaceRow = {
  gradeLevel: number;
  /** Of the lesson asked about; null where the page has no such lesson. */
  lessonTeacherId: number | null;
  hasLesson: boolean;
  lessonDay: LocalDate | null;
  hasPupil: boolean;
  teachesPage: boolean;
  ownClass: boolean;
  /** Those whose load on the page is in force, the greatest first. */
  teachers: { personId: number; name: string }[];
};

/** The place of a remark. $1 school, $2 page, $3 lesson, $4 pupil, $5 the person, $6 the school's day. */
export const PLACE = statement<PlaceRow>(
  "control.remark_place",
  `select p.grade_level as "gradeLevel", coalesce(l.substitute_id, l.teacher_id) as "lessonTeacherId", l.lesson_id is not null as "hasLesson", l.day as "lessonDay",
     exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = $4 and m.from_day <= l.day
       and (m.to_day is null or m.to_day >= l.day)) as "hasPupil",
     exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $5 and o.from_day <= $6 and (o.to_day is null or o.to_day >= $6))
       or exists (select from timetable.lesson x where x.school_id = $1 and x.page_id = $2 and x.substitute_id = $5) as "teachesPage",
     exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $5 and h.from_day <= $6 and (h.to_day is null or h.to_day >= $6)
       and h.class_id in (select g.class_id from people.study_group g where g.school_id = $1 and g.group_id = p.group_id
         union select c.class_id from people.stream_class c where c.school_id = $1 and c.group_id = p.group_id)) as "ownClass",
     (select coalesce(json_agg(json_build_object('personId', d.teacher_id, 'name', d.name) order by d.hours desc, d.teacher_id), '[]') from (
       select o.teacher_id, sum(o.weekly_hours) as hours, people.short_name(f.surname, f.given_name, f.patronymic) as name
       from planning.load o join people.person f on f.school_id = $1 and f.person_id = o.teacher_id
       where o.school_id = $1 and o.page_id = $2 and o.from_day <= $6 and (o.to_day is null or o.to_day >= $6) group by o.teacher_id, name) d) as teachers
   from timetable.page p left join timetable.lesson l on l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3
   where p.school_id = $1 and p.page_id = $2`,
);

/**
 * Gives a remark, writes its first step and tells the chain of its page. $1 school, $2 remark, $3 page, $4 lesson, $5 pupil, $6 teacher, $7 by whom,
 * $8 the day, $9 the term, $10 the instant, $11 the text, then the act and the body.
 */
export const SET_REMARK = statement<{ remarkId: number }>(
  "control.set_remark",
  `with put as (
     insert into control.remark (school_id, remark_id, page_id, lesson_id, pupil_id, teacher_id, set_by, set_on, due_on, set_at, text, since_seq)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce((select h.seq from ledger.head h where h.school_id = $1 and h.stream = $3), 0) returning remark_id
   ), step as (
     insert into control.remark_step (school_id, remark_id, step_no, made_by, due_on, made_at, kind, text) select $1, remark_id, 1, $7, $9, $10, 'set', $11 from put
   )
   select remark_id as "remarkId", ledger.record($1, $3, $7, $10, $12, $13, $14, $15) from put`,
);

/**
 * Does a step over the version seen; no row when somebody was first. $1 school, $2 remark, $3 version, $4 the new state, $5 by whom, $6 the term,
 * $7 the instant, $8 the kind, $9 the text, $10 the page, then the act and the body.
 */
export const STEP_REMARK = statement<{ version: number }>(
  "control.step_remark",
  `with put as (
     update control.remark r set state = $4, version = r.version + 1, due_on = $6,
       fixed_at = case $4 when 'fixed' then $7::timestamptz when 'open' then null else r.fixed_at end,
       settled_at = case $4 when 'accepted' then $7::timestamptz end
     where r.school_id = $1 and r.remark_id = $2 and r.version = $3 returning r.version
   ), step as (
     insert into control.remark_step (school_id, remark_id, step_no, made_by, due_on, made_at, kind, text)
     select $1, $2, (select max(x.step_no) + 1 from control.remark_step x where x.school_id = $1 and x.remark_id = $2), $5, $6, $7, $8, $9 from put
   )
   select version, ledger.record($1, $10, $5, $7, $11, $12, $13, $14) from put`,
);
