import { statement } from "../../../foundation/database.ts";
import { EXAM, FINAL, YEAR } from "../../rules/period-mark.ts";

/** Whether there is such a class and whether the person cares for it today. $1 school, $2 class, $3 the person, $4 the school's day. */
export const CLASS_CARE = statement<{ ownClass: boolean }>(
  "journal.class_care",
  `select exists (select from people.homeroom h where h.school_id = $1 and h.class_id = $2 and h.teacher_id = $3
     and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass"
   from people.school_class c where c.school_id = $1 and c.class_id = $2`,
);

export const debtJson = `json_build_object('pageId', d.page_id, 'pupilId', d.pupil_id, 'mark', m.token, 'openedOn', d.opened_on, 'closedOn', d.closed_on,
  'first', json_build_object('on', d.first_on, 'mark', f.token), 'second', json_build_object('on', d.second_on, 'mark', s.token), 'version', d.version)`;
export const debtTokens = `join regulation.mark_token m on m.value = d.value left join regulation.mark_token f on f.value = d.first_value left join regulation.mark_token s on s.value = d.second_value`;

/** The summary sheet of a class as one JSON text. $1 school, $2 class, $3 the school's day. */
export const CLASS_SUMMARY = statement<{ summary: string }>(
  "journal.class_summary",
  `with class as materialized (
    select c.*, regulation.norms_on($1, '{period_attestation.columns,period_attestation.regulation,marks.scale_conduct}', $3) as norms
    from people.school_class c where c.school_id = $1 and c.class_id = $2
  ), pages as materialized (
    select p.page_id, p.group_id, s.name as subject, g.name as group_name, g.kind from class c
    join people.study_group g on g.school_id = $1 and (g.class_id = $2 or g.group_id in (select x.group_id from people.stream_class x where x.school_id = $1 and x.class_id = $2))
    join timetable.page p on p.school_id = $1 and p.group_id = g.group_id and p.year = c.year
      and coalesce(p.uses_marks, (regulation.norm_on($1, 'journal.kind.' || p.kind, $3) ->> 'marks')::boolean, true)
    join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  ), pupils as materialized (
    select distinct m.pupil_id from class c join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)
  )
  select json_build_object(
    'class', json_build_object('classId', c.class_id, 'name', c.name, 'gradeLevel', c.grade_level), 'year', c.year, 'today', $3::date,
    'terms', (select coalesce(json_agg(json_build_object('term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.term), '[]')
      from timetable.term t where t.school_id = $1 and t.year = c.year and t.grade_level = c.grade_level),
    'periods', (select coalesce(json_agg(json_build_object('term', q.n, 'kind', q.kind) order by q.n), '[]')
      from (values (${YEAR}, 'year'), (${EXAM}, 'exam'), (${FINAL}, 'final')) as q (n, kind) where c.norms -> 'period_attestation.columns' -> q.kind @> to_jsonb(c.grade_level)),
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'subject', p.subject, 'groupName', p.group_name) order by p.subject collate public.ru, p.group_name), '[]') from pages p),
    'pupils', (select coalesce(json_agg(json_build_object('pupilId', f.person_id, 'name', f.surname || ' ' || f.given_name)
        order by f.surname collate public.ru, f.given_name collate public.ru, f.person_id), '[]') from pupils u join people.person f on f.school_id = $1 and f.person_id = u.pupil_id),
    'marks', (select coalesce(json_agg(json_build_object('pageId', k.page_id, 'pupilId', k.pupil_id, 'term', k.term, 'mark', v.token, 'offered', o.token, 'late', k.signs & 1 = 1, 'short', k.signs & 2 = 2)), '[]')
      from pages p join journal.term_mark k on k.school_id = $1 and k.page_id = p.page_id join pupils u on u.pupil_id = k.pupil_id
      join regulation.mark_token v on v.value = k.value left join regulation.mark_token o on o.value = k.proposed),
    'exams', (select coalesce(json_agg(json_build_object('pageId', e.page_id, 'pupilId', e.pupil_id, 'form', e.form, 'heldOn', e.held_on, 'score', e.score, 'mark', v.token, 'version', e.version)), '[]')
      from pages p join journal.state_exam e on e.school_id = $1 and e.page_id = p.page_id left join regulation.mark_token v on v.value = e.value),
    'debts', (select coalesce(json_agg(${debtJson}), '[]') from pages p join journal.academic_debt d on d.school_id = $1 and d.page_id = p.page_id ${debtTokens}),
    'assessment', c.norms -> 'period_attestation.regulation'
  )::text as summary from class c`,
);
