import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import type { Closing } from "../../../planning/rules/closed-term.ts";
import type { setDebtRoute, setStateExamRoute } from "../../contract/periods/class-summary.ts";
import { debtJson, debtTokens } from "./summary-queries.ts";

type Exam = Output<typeof setStateExamRoute>;
type Debt = Output<typeof setDebtRoute>;

/** $1 school, $2 page, $3 pupil, $4 day. */
export const PAGE_FOR_EXAM = statement<{ gradeLevel: number; enrolled: boolean; scale: string[] | null; standing: Exam | null }>(
  "journal.page_for_exam",
  `select p.grade_level as "gradeLevel", regulation.norm_on($1, 'marks.scale_period', $4) as scale,
     exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = $3) as enrolled,
     (select json_build_object('pageId', e.page_id, 'pupilId', e.pupil_id, 'form', e.form, 'heldOn', e.held_on, 'score', e.score, 'mark', v.token, 'version', e.version)
        from journal.state_exam e left join regulation.mark_token v on v.value = e.value where e.school_id = $1 and e.page_id = $2 and e.pupil_id = $3) as standing
   from timetable.page p where p.school_id = $1 and p.page_id = $2`,
);

/** $1 school, $2 page, $3 pupil, $4 who, $5 at, $6 version seen, $7 form, $8 day, $9 score, $10 the token, then the act and the body. */
export const STORE_EXAM = statement<{ version: number }>(
  "journal.store_exam",
  `with put as (
     insert into journal.state_exam as e (school_id, page_id, pupil_id, set_by, set_at, form, held_on, score, value)
     values ($1, $2, $3, $4, $5, $7, $8, $9, (select value from regulation.mark_token where token = $10))
     on conflict (school_id, page_id, pupil_id) do update set set_by = excluded.set_by, set_at = excluded.set_at, form = excluded.form, held_on = excluded.held_on,
       score = excluded.score, value = excluded.value, version = e.version + 1 where e.version = $6
     returning version)
   select version, ledger.record($1, $2, $4, $5, $11, $12, $13, $14) from put`,
);

/** $1 school, $2 page, $3 pupil, $4 day. */
export const DEBT = statement<{ gradeLevel: number; scale: string[] | null; standing: Debt | null }>(
  "journal.debt_of_pupil",
  `select p.grade_level as "gradeLevel", regulation.norm_on($1, 'marks.scale_period', $4) as scale,
     (select ${debtJson} from journal.academic_debt d ${debtTokens} where d.school_id = $1 and d.page_id = $2 and d.pupil_id = $3) as standing
   from timetable.page p where p.school_id = $1 and p.page_id = $2`,
);

/** $1 school, $2 page, $3 pupil, $4 who, $5 at, $6 version seen, $7 and $8 the first attempt, $9 and $10 the second, then the act and the body. */
export const STORE_DEBT = statement<{ version: number }>(
  "journal.store_debt",
  `with put as (
     update journal.academic_debt d set set_by = $4, set_at = $5, version = d.version + 1,
       first_on = $7, first_value = (select value from regulation.mark_token where token = $8),
       second_on = $9, second_value = (select value from regulation.mark_token where token = $10)
     where d.school_id = $1 and d.page_id = $2 and d.pupil_id = $3 and d.version = $6 returning version)
   select version, ledger.record($1, $2, $4, $5, $11, $12, $13, $14) from put`,
);

export type BroughtStanding = { day: LocalDate; mark: string; weight: number; counts: boolean; source: string; version: number; removed: boolean };

/** $1 school, $2 page, $3 pupil, $4 the person, $5 the school's day, $6 no, $7 the day of the mark. */
export const PAGE_FOR_BROUGHT = statement<{
  gradeLevel: number;
  teachesPage: boolean;
  ownClass: boolean;
  enrolled: boolean;
  groupId: number;
  scale: string[] | null;
  term: number | null;
  closing: Closing | null;
  standing: BroughtStanding | null;
}>(
  "journal.page_for_brought",
  `select p.grade_level as "gradeLevel", p.group_id as "groupId", regulation.norm_on($1, 'marks.scale_current', $5) as scale, t.term,
     exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $4 and o.from_day <= $5 and (o.to_day is null or o.to_day >= $5)) as "teachesPage",
     exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $4 and h.from_day <= $5 and (h.to_day is null or h.to_day >= $5)
       and h.class_id in (select g.class_id from people.study_group g where g.school_id = $1 and g.group_id = p.group_id
         union select s.class_id from people.stream_class s where s.school_id = $1 and s.group_id = p.group_id)) as "ownClass",
     exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = $3) as enrolled,
     (select json_build_object('term', c.term, 'kind', t.kind, 'closedOn', c.closed_on, 'openThrough', c.open_through)
       from planning.closed_term c where c.school_id = $1 and c.page_id = $2 and c.term = t.term) as closing,
     (select json_build_object('day', b.day, 'mark', v.token, 'weight', b.weight, 'counts', b.counts, 'source', b.source, 'version', b.version, 'removed', b.is_removed)
       from journal.brought_mark b join regulation.mark_token v on v.value = b.value
       where b.school_id = $1 and b.page_id = $2 and b.pupil_id = $3 and b.brought_no = $6) as standing
   from timetable.page p left join timetable.term t on t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and $7::date <= t.ends_on
     and $7::date >= coalesce((select max(x.ends_on) + 1 from timetable.term x where x.school_id = $1 and x.year = p.year and x.grade_level = p.grade_level and x.ends_on < t.starts_on), t.starts_on)
   where p.school_id = $1 and p.page_id = $2`,
);

/**
 * $1 school, $2 page, $3 pupil, $4 who, $5 at, $6 version seen, $7 no (0 a new one), $8 day, $9 term, $10 the token, $11 weight, $12 counts, $13 source, $14 removed,
 * then the act and the body.
 */
export const STORE_BROUGHT = statement<{ no: number; version: number }>(
  "journal.store_brought",
  `with put as (
     insert into journal.brought_mark as b (school_id, page_id, pupil_id, brought_no, set_by, set_at, day, term, value, weight, counts, source, is_removed)
     select $1, $2, $3, case when $7::int > 0 then $7::int else coalesce((select max(x.brought_no) from journal.brought_mark x where x.school_id = $1 and x.page_id = $2 and x.pupil_id = $3), 0) + 1 end,
       $4, $5, $8, $9, (select value from regulation.mark_token where token = $10), $11, $12, $13, $14
     on conflict (school_id, page_id, pupil_id, brought_no) do update set set_by = excluded.set_by, set_at = excluded.set_at, day = excluded.day, term = excluded.term,
       value = excluded.value, weight = excluded.weight, counts = excluded.counts, source = excluded.source, is_removed = excluded.is_removed, version = b.version + 1
       where b.version = $6
     returning brought_no, version)
   select brought_no as no, version, ledger.record($1, $2, $4, $5, $15, $16, $17, $18) from put`,
);
