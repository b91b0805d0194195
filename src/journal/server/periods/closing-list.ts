import { permit } from "../../../access/rules/permit.ts";
import { gradesInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import { closingListRoute } from "../../contract/periods/closing-list.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { YEAR } from "../../rules/period-mark.ts";

const name = (f: string) => `people.short_name(${f}.surname, ${f}.given_name, ${f}.patronymic)`;

/** Marks of a term over the school as one JSON text, but for `care`. $1 school, $2 the school's day, $3 kind of the term, $4 its number. */
const CLOSING_LIST = statement<{ list: string }>(
  "journal.closing_list",
  `with year as materialized (${yearBegunSql("$2")}), all_terms as materialized (
    select t.* from timetable.term t join year y on y.year = t.year where t.school_id = $1
  ), term as materialized (
    select grade_level, starts_on, ends_on from all_terms where kind = $3 and term = $4::int
    union all select grade_level, min(starts_on), max(ends_on) from all_terms where $3 = 'year' and
      regulation.norm_on($1, 'period_attestation.columns', $2) -> 'year' @> to_jsonb(grade_level) group by grade_level
  ), kinds as materialized (
    select k.kind, (regulation.norm_on($1, 'journal.kind.' || k.kind, $2) ->> 'marks')::boolean as marks from (select distinct kind from timetable.page where school_id = $1) k
  ), pages as materialized (
    select p.page_id, p.group_id, p.grade_level, p.subject_id, t.starts_on, t.ends_on from year y join timetable.page p on p.school_id = $1 and p.year = y.year
    join term t on t.grade_level = p.grade_level join kinds k on k.kind = p.kind
    where coalesce(p.uses_marks, k.marks, true) and not coalesce(regulation.norm_on($1, 'marks.unmarked_grades', $2) @> to_jsonb(p.grade_level), false)
  ), members as materialized (
    select distinct p.page_id, m.pupil_id from pages p join people.member m on m.school_id = $1 and m.group_id = p.group_id
      and m.from_day <= greatest(least(p.ends_on, $2), p.starts_on) and (m.to_day is null or m.to_day >= greatest(least(p.ends_on, $2), p.starts_on))
  ), put as materialized (
    select k.*, v.token, o.token as offered from pages p join journal.term_mark k on k.school_id = $1 and k.page_id = p.page_id and k.term = $4::int
      join regulation.mark_token v on v.value = k.value left join regulation.mark_token o on o.value = k.proposed
  )
  select json_build_object('today', $2::date, 'year', (select year from year),
    'terms', (select coalesce(json_agg(json_build_object('kind', q.kind, 'term', q.term, 'startsOn', q.starts_on, 'endsOn', q.ends_on) order by q.place, q.kind, q.term), '[]') from (
      select kind, term, min(starts_on) as starts_on, max(ends_on) as ends_on, 1 as place from all_terms group by kind, term
      union all select 'year', ${YEAR}, min(starts_on), max(ends_on), 2 from all_terms having count(*) > 0) q),
    'orders', (select coalesce(json_agg(json_build_object('gradeLevel', o.grade_level, 'dueOn', o.due_on, 'orderRef', o.order_ref, 'version', o.version) order by o.grade_level), '[]')
      from year y join planning.attestation_order o on o.school_id = $1 and o.year = y.year and o.term = $4::int join term t on t.grade_level = o.grade_level),
    'lines', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'groupName', g.name, 'className', coalesce(c.name, g.name), 'classId', c.class_id, 'gradeLevel', p.grade_level,
        'subject', s.name, 'pupils', (select count(*) from members m where m.page_id = p.page_id),
        'marked', (select count(*) from members m join put k on k.page_id = m.page_id and k.pupil_id = m.pupil_id where m.page_id = p.page_id),
        'late', (select count(*) from put k where k.page_id = p.page_id and k.signs & 1 = 1),
        'teachers', coalesce((select string_agg(distinct ${name("f")}, ', ') from planning.load d join people.person f on f.school_id = $1 and f.person_id = d.teacher_id
          where d.school_id = $1 and d.page_id = p.page_id and d.from_day <= $2 and (d.to_day is null or d.to_day >= $2)), ''),
        'closing', (select json_build_object('closedOn', x.closed_on, 'openThrough', x.open_through, 'reason', x.reason, 'version', x.version)
          from planning.closed_term x where x.school_id = $1 and x.page_id = p.page_id and x.term = $4::int))
        order by p.grade_level, coalesce(c.name, g.name) collate public.ru, s.name collate public.ru, g.name collate public.ru), '[]')
      from pages p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id left join people.school_class c on c.school_id = $1 and c.class_id = g.class_id
      join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id),
    'short', (select coalesce(json_agg(json_build_object('pageId', k.page_id, 'pupilId', k.pupil_id, 'pupil', u.surname || ' ' || u.given_name, 'mark', k.token, 'offered', k.offered, 'by', ${name("f")})
        order by k.page_id, u.surname collate public.ru, u.given_name collate public.ru), '[]')
      from put k join people.person u on u.school_id = $1 and u.person_id = k.pupil_id join people.person f on f.school_id = $1 and f.person_id = k.set_by where k.signs & 2 = 2)
  )::text as list`,
);

/** What of a term's marks is not put yet, what came late, what stands on too few current marks, and which pages are closed. */
export async function closingList({ tx, actor }: Context, { params }: Input<typeof closingListRoute>): Promise<JsonText> {
  permit(actor, PERIOD_ACTS, closingListRoute.act);
  const row = await tx.row(CLOSING_LIST, [actor.schoolId, actor.today, params.kind, params.term]);
  const care = await gradesInCare(tx, actor, "deputy_studies");
  return new JsonText(`{"care":${JSON.stringify(care)},${row!.list.slice(1)}`);
}
