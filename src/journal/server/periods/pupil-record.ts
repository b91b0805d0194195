import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { pupilRecordRoute } from "../../contract/periods/pupil-record.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { workOfMarkSql } from "./period-queries.ts";

/** Ties to a pupil of today: the homeroom of the pupil's class, and the subjects the person teaches the pupil. $1 school, $2 pupil, $3 the person, $4 the school's day. */
const PUPIL_TIES = statement<{ ownClass: boolean; subjects: number[] }>(
  "journal.pupil_ties",
  `select exists (select from people.member m join people.school_class c on c.school_id = $1 and c.group_id = m.group_id
       join people.homeroom h on h.school_id = $1 and h.class_id = c.class_id and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)
       where m.school_id = $1 and m.pupil_id = $2 and m.from_day <= $4 and (m.to_day is null or m.to_day >= $4)) as "ownClass",
     coalesce((select array_agg(distinct p.subject_id) from people.member m join timetable.page p on p.school_id = $1 and p.group_id = m.group_id
       join planning.load o on o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $3 and o.from_day <= $4 and (o.to_day is null or o.to_day >= $4)
       where m.school_id = $1 and m.pupil_id = $2 and m.from_day <= $4 and (m.to_day is null or m.to_day >= $4)), '{}') as subjects
   from people.pupil u where u.school_id = $1 and u.pupil_id = $2`,
);

/** All of a pupil's marks as one JSON text. $1 school, $2 pupil, $3 the school's day, $4 subjects that are open (null: all), $5 the person, $6 the class is the person's own. */
const PUPIL_RECORD = statement<{ record: string }>(
  "journal.pupil_record",
  `with pages as materialized (
    select distinct p.page_id, p.year, p.grade_level, p.subject_id, p.group_id from people.member m join timetable.page p on p.school_id = $1 and p.group_id = m.group_id
    where m.school_id = $1 and m.pupil_id = $2 and ($4::int[] is null or p.subject_id = any ($4::int[]))
  ), tokens as materialized (
    select value, token from regulation.mark_token
  )
  select json_build_object(
    'pupil', (select json_build_object('pupilId', f.person_id, 'name', f.surname || ' ' || f.given_name || coalesce(' ' || nullif(f.patronymic, ''), ''), 'className',
        (select c.name from people.member m join people.school_class c on c.school_id = $1 and c.group_id = m.group_id
          where m.school_id = $1 and m.pupil_id = $2 and m.from_day <= $3 order by m.from_day desc limit 1))
      from people.person f where f.school_id = $1 and f.person_id = $2),
    'today', $3::date, 'periodScale', regulation.norm_on($1, 'marks.scale_period', $3), 'currentScale', regulation.norm_on($1, 'marks.scale_current', $3),
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'year', p.year, 'groupName', g.name, 'subject', s.name,
        'terms', (select coalesce(json_agg(json_build_object('term', t.term, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.term), '[]')
          from timetable.term t where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level),
        'periods', (select coalesce(json_agg(json_build_object('term', k.term, 'mark', v.token) order by k.term), '[]')
          from journal.term_mark k join tokens v on v.value = k.value where k.school_id = $1 and k.page_id = p.page_id and k.pupil_id = $2),
        'marks', (select coalesce(json_agg(json_build_object('day', k.lesson_day, 'mark', v.token, 'work', coalesce(w.name, ''), 'weight', coalesce(w.weight, 1), 'topic', n.topic)
            order by k.lesson_day, k.lesson_id, k.work_no), '[]')
          from journal.mark k join tokens v on v.value = k.value
          left join journal.lesson_note n on n.school_id = $1 and n.page_id = p.page_id and n.lesson_id = k.lesson_id
          left join journal.work_type w on w.school_id = $1 and w.work_type = ${workOfMarkSql}
          where k.school_id = $1 and k.page_id = p.page_id and k.pupil_id = $2),
        'missed', (select count(*) from attendance.absence a where a.school_id = $1 and a.page_id = p.page_id and a.pupil_id = $2 and a.kind in (1, 2)),
        'brought', (select coalesce(json_agg(json_build_object('no', b.brought_no, 'term', b.term, 'day', b.day, 'mark', v.token, 'weight', b.weight, 'counts', b.counts, 'source', b.source, 'version', b.version)
            order by b.day, b.brought_no), '[]')
          from journal.brought_mark b join tokens v on v.value = b.value where b.school_id = $1 and b.page_id = p.page_id and b.pupil_id = $2 and not b.is_removed),
        'mayBring', $6::boolean or exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $5 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)))
        order by p.year desc, s.name collate public.ru, g.name collate public.ru), '[]')
      from pages p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id)
  )::text as record`,
);

/**
 * The pupil's card: all marks of all years the journal is kept (002 П2 §1.5). A subject teacher sees the subjects taught to the pupil,
 * those who care for the class or the school see all.
 */
export async function pupilRecord({ tx, actor }: Context, { params }: Input<typeof pupilRecordRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  const ties = await tx.row(PUPIL_TIES, [schoolId, params.pupilId, personId, today]);
  if (!ties) throw new Failure("not_found", "journal.pupil_not_found");
  permit(actor, PERIOD_ACTS, pupilRecordRoute.act, { own_class: ties.ownClass, own_page: ties.subjects.length > 0 });
  const whole = mayReach(actor, PERIOD_ACTS, pupilRecordRoute.act, "school") || (ties.ownClass && actor.roles.includes("homeroom_teacher"));
  const cares = (ties.ownClass && actor.roles.includes("homeroom_teacher")) || actor.roles.includes("deputy_studies");
  const row = await tx.row(PUPIL_RECORD, [schoolId, params.pupilId, today, whole ? null : ties.subjects, personId, cares]);
  return new JsonText(row!.record);
}
