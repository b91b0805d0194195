import { statement } from "../../../foundation/database.ts";
import { CONDUCT, EXAM, FINAL, YEAR } from "../../rules/period-mark.ts";

const CLOSING = "'closedOn', c.closed_on, 'openThrough', c.open_through";
const closedSql = (term: string) => `left join planning.closed_term c on c.school_id = $1 and c.page_id = $2 and c.term = ${term}`;

/**
 * Terms and periods of a page with their closings, their marks, marks brought from other schools, as one JSON text.
 * $1 school, $2 page, $3 the school's day.
 */
export const PAGE_PERIODS = statement<{ periods: string }>(
  "journal.page_periods",
  `with page as materialized (
    select p.year, p.grade_level, p.kind, p.subject_id, p.group_id, regulation.norms_on($1, '{period_attestation.columns,period_attestation.round_up_from,period_attestation.regulation,marks.scale_conduct}', $3) as norms
    from timetable.page p where p.school_id = $1 and p.page_id = $2
  ), terms as materialized (
    select t.* from timetable.term t, page p where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level
  ), whole as materialized (
    select min(starts_on) as starts_on, max(ends_on) as ends_on from terms
  ), more as materialized (
    select q.n as term, q.kind, w.starts_on, w.ends_on, ${YEAR} as base from page p, whole w, (values (${YEAR}, 'year'), (${EXAM}, 'exam'), (${FINAL}, 'final')) as q (n, kind)
      where p.norms -> 'period_attestation.columns' -> q.kind @> to_jsonb(p.grade_level) and w.starts_on is not null
    union all select ${CONDUCT} + t.term, 'conduct', t.starts_on, t.ends_on, t.term from page p, terms t where jsonb_array_length(coalesce(p.norms -> 'marks.scale_conduct', '[]')) > 0
    union all select ${CONDUCT + YEAR}, 'conduct', w.starts_on, w.ends_on, ${YEAR} from page p, whole w
      where jsonb_array_length(coalesce(p.norms -> 'marks.scale_conduct', '[]')) > 0 and p.norms -> 'period_attestation.columns' -> 'year' @> to_jsonb(p.grade_level) and w.starts_on is not null
  )
  select json_build_object(
    'terms', (select coalesce(json_agg(json_build_object('term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on, ${CLOSING}) order by t.term), '[]')
      from terms t ${closedSql("t.term")}),
    'periods', (select coalesce(json_agg(json_build_object('term', m.term, 'kind', m.kind, 'startsOn', m.starts_on, 'endsOn', m.ends_on, ${CLOSING}) order by m.term), '[]')
      from more m ${closedSql("m.base")}),
    'conductScale', coalesce(p.norms -> 'marks.scale_conduct', '[]'),
    'roundUpFrom', p.norms -> 'period_attestation.round_up_from',
    'assessment', p.norms -> 'period_attestation.regulation',
    'termMarks', (select coalesce(json_agg(json_build_object('term', k.term, 'pupil', k.pupil_id, 'mark', t.token, 'version', k.version, 'late', k.signs & 1 = 1, 'short', k.signs & 2 = 2, 'offered', f.token)), '[]')
      from journal.term_mark k left join regulation.mark_token t on t.value = k.value left join regulation.mark_token f on f.value = k.proposed where k.school_id = $1 and (k.page_id = $2
        or k.page_id in (select q.page_id from page p join timetable.page q on q.school_id = $1 and q.year = p.year and q.subject_id = p.subject_id and q.kind in ('home_study', 'family_education')
            where p.kind in ('class', 'subgroup', 'elective'))
          and exists (select from page p join people.member m on m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = k.pupil_id))),
    'brought', (select coalesce(json_agg(json_build_object('pupil', b.pupil_id, 'no', b.brought_no, 'term', b.term, 'day', b.day, 'mark', t.token, 'weight', b.weight, 'counts', b.counts, 'source', b.source, 'version', b.version)
        order by b.day, b.brought_no), '[]')
      from journal.brought_mark b join regulation.mark_token t on t.value = b.value where b.school_id = $1 and b.page_id = $2 and not b.is_removed)
  )::text as periods from page p`,
);
