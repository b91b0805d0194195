import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Closing } from "../../../planning/rules/closed-term.ts";
import type { PageKindFacts } from "../../../timetable/rules/page-uses.ts";
import type { PeriodTime } from "../../../regulation/rules/period-deadline.ts";
import type { AveragedMark, RetakeRule } from "../../rules/averages.ts";
import { CONDUCT, YEAR } from "../../rules/period-mark.ts";
import type { PeriodColumns } from "../../rules/period-mark.ts";
import type { StoredMark } from "../../rules/paired-retakes.ts";
import type { Accumulation } from "../../rules/accumulation.ts";

/** A mark of a period as it stands: null mark is a cell that was filled once, version 0 one that never was. */
export type PeriodStanding = { mark: string | null; version: number; signs: number; offered: string | null; setBy: number | null; setAt: string | null };

export type PeriodNorms = {
  "marks.scale_period": string[] | null;
  "marks.scale_conduct": string[] | null;
  "marks.unsatisfactory": string[] | null;
  "period_attestation.due": PeriodTime | null;
  "period_attestation.columns": PeriodColumns | null;
  "period_attestation.round_up_from": number | null;
  "marks.outside_average": string[] | null;
  "marks.retake_counts": RetakeRule | null;
  "accumulation.min"?: Accumulation["min"];
  "accumulation.step"?: Accumulation["step"];
};

export type PeriodFacts = PageKindFacts & {
  groupId: number;
  gradeLevel: number;
  teachesPage: boolean;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  enrolled: boolean;
  norms: PeriodNorms;
  value: number | null;
  closing: Closing | null;
  orderedOn: LocalDate | null;
  marks: StoredMark[];
  /** Marks of another school that count in the term. */
  brought: AveragedMark[];
  /** Marks of the pupil's other periods on the page, by the number of the period. */
  put: Record<string, string>;
  hours: number;
  standing: PeriodStanding | null;
};

const NORMS =
  "marks.scale_period,marks.scale_conduct,marks.unsatisfactory,period_attestation.due,period_attestation.columns,period_attestation.round_up_from,marks.outside_average,marks.retake_counts,accumulation.min,accumulation.step";

/** SQL of the term that a period hangs on: conduct stands by its term, all after the terms by the year. */
const termSql = (period: string) => `least(case when ${period} > ${CONDUCT} then ${period} - ${CONDUCT} else ${period} end, ${YEAR})`;

/** The work that a mark was given for: its own, else the lesson's. */
export const workOfMarkSql = "case when k.signs >= 16 then k.signs >> 4 else n.work_type end";

/** All facts of a period's cell. $1 school, $2 page, $3 period, $4 the person, $5 the school's day, $6 pupil, $7 the token. */
export const PAGE_FOR_TERM_MARK = statement<PeriodFacts>(
  "journal.page_for_term_mark",
  `select p.group_id as "groupId", p.grade_level as "gradeLevel", t.starts_on as "startsOn", t.ends_on as "endsOn",
    exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $4 and o.from_day <= $5 and (o.to_day is null or o.to_day >= $5)) as "teachesPage",
    exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = $6
      and m.from_day <= t.ends_on and (m.to_day is null or m.to_day >= t.starts_on))
    and not (p.kind in ('class', 'subgroup', 'elective') and exists (select from people.member x join timetable.page q on q.school_id = $1 and q.group_id = x.group_id
      and q.kind in ('home_study', 'family_education') and q.subject_id = p.subject_id
      where x.school_id = $1 and x.pupil_id = $6 and x.from_day <= t.ends_on and (x.to_day is null or x.to_day >= t.ends_on))) as enrolled,
    p.kind as "journalKind", p.uses_marks as "usesMarks", regulation.norm_on($1, 'journal.kind.' || p.kind, coalesce(least(t.ends_on, $5), $5)) as "kindNorm",
    coalesce(timetable.is_unmarked($1, p.group_id, p.grade_level, $6, coalesce(least(t.ends_on, $5), $5), regulation.norm_on($1, 'marks.unmarked_grades', coalesce(least(t.ends_on, $5), $5))), false) as unmarked,
    regulation.norms_on($1, '{${NORMS}}', coalesce(t.ends_on, $5)) as norms,
    (select value from regulation.mark_token where token = $7) as value,
    (select json_build_object('term', c.term, 'kind', coalesce(t.kind, 'year'), 'closedOn', c.closed_on, 'openThrough', c.open_through)
      from planning.closed_term c where c.school_id = $1 and c.page_id = $2 and c.term = ${termSql("$3::int")}) as closing,
    (select o.due_on from planning.attestation_order o where o.school_id = $1 and o.year = p.year and o.grade_level = p.grade_level and o.term = ${termSql("$3::int")}) as "orderedOn",
    (select coalesce(json_agg(json_build_object('lesson', k.lesson_id, 'work', k.work_no, 'token', v.token, 'weight', coalesce(w.weight, 1))), '[]')
      from timetable.lesson l join journal.mark k on k.school_id = $1 and k.page_id = $2 and k.lesson_id = l.lesson_id and k.pupil_id = $6 and k.value is not null
      join regulation.mark_token v on v.value = k.value
      left join journal.lesson_note n on n.school_id = $1 and n.page_id = $2 and n.lesson_id = l.lesson_id
      left join journal.work_type w on w.school_id = $1 and w.work_type = ${workOfMarkSql}
      where l.school_id = $1 and l.page_id = $2 and l.term = $3::int) as marks,
    (select coalesce(json_agg(json_build_object('token', v.token, 'weight', b.weight)), '[]') from journal.brought_mark b join regulation.mark_token v on v.value = b.value
      where b.school_id = $1 and b.page_id = $2 and b.pupil_id = $6 and b.term = $3::int and b.counts and not b.is_removed) as brought,
    (select coalesce(json_object_agg(k.term, v.token), '{}') from journal.term_mark k join regulation.mark_token v on v.value = k.value
      where k.school_id = $1 and k.page_id = $2 and k.pupil_id = $6 and k.term <> $3::int) as put,
    coalesce((select sum(o.weekly_hours) from planning.load o where o.school_id = $1 and o.page_id = $2
      and o.from_day <= coalesce(t.ends_on, $5) and (o.to_day is null or o.to_day >= coalesce(t.ends_on, $5))), 0)::float as hours,
    (select json_build_object('mark', v.token, 'version', k.version, 'signs', k.signs, 'offered', f.token, 'setBy', k.set_by, 'setAt', k.set_at)
       from journal.term_mark k left join regulation.mark_token v on v.value = k.value left join regulation.mark_token f on f.value = k.proposed
      where k.school_id = $1 and k.page_id = $2 and k.term = $3::int and k.pupil_id = $6) as standing
  from timetable.page p left join lateral (
    select min(t.starts_on) as starts_on, max(t.ends_on) as ends_on, case when count(*) = 1 then min(t.kind) end as kind from timetable.term t
    where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and (${termSql("$3::int")} = ${YEAR} or t.term = ${termSql("$3::int")})) t on true
  where p.school_id = $1 and p.page_id = $2`,
);

/**
 * Stores the mark of a period over the version seen with what was offered, its audit row and its event.
 * $1 school, $2 page, $3 period, $4 pupil, $5 who, $6 value, $7 at, $8 version seen, $9 signs, $10 the token offered, then the act and the event.
 */
export const STORE_TERM_MARK = statement<{ version: number; seq: number }>(
  "journal.store_term_mark",
  `with put as (
     insert into journal.term_mark as k (school_id, page_id, term, pupil_id, set_by, version, value, set_at, signs, proposed)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $9, (select value from regulation.mark_token where token = $10))
     on conflict (school_id, page_id, term, pupil_id)
     do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at, signs = excluded.signs, proposed = excluded.proposed, version = k.version + 1
       where k.version = $8
     returning version)
   select version, ledger.record($1, $2, $5, $7, $11, $12, $13, $14) as seq from put`,
);

/**
 * Keeps the academic debt of a pupil in step with the year's mark: opened by an unsatisfactory one, closed by another.
 * $1 school, $2 page, $3 pupil, $4 who, $5 the school's day, $6 at, $7 the year's value, $8 whether it is a debt.
 */
export const KEEP_DEBT = statement(
  "journal.keep_debt",
  `with shut as (update journal.academic_debt d set closed_on = $5, set_by = $4, set_at = $6, version = d.version + 1
     where d.school_id = $1 and d.page_id = $2 and d.pupil_id = $3 and not $8::boolean and d.closed_on is null returning 1)
   insert into journal.academic_debt as d (school_id, page_id, pupil_id, set_by, opened_on, value, set_at)
   select $1, $2, $3, $4, $5, $7::smallint, $6 where $8::boolean
   on conflict (school_id, page_id, pupil_id) do update set value = excluded.value, closed_on = null, set_by = excluded.set_by, set_at = excluded.set_at, version = d.version + 1
     where d.closed_on is not null or d.value <> excluded.value`,
);
