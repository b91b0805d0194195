import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { fulfilmentRoute } from "../../contract/load/load.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { CURRICULUM_HOURS_SQL, yearOf } from "../curriculum/curriculum-queries.ts";

const TERMS = statement<{ terms: number[] }>(
  "planning.terms_of_year",
  "select array(select distinct term::int from timetable.term where school_id = $1 and year = $2 order by 1) as terms",
);
const FULFILMENT = statement<Output<typeof fulfilmentRoute>["pages"][number]>(
  "planning.fulfilment",
  `select p.page_id as "pageId", g.name as "groupName", s.name as subject, p.grade_level as "gradeLevel",
     coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load d
       join people.person f on f.school_id = $1 and f.person_id = d.teacher_id
       where d.school_id = $1 and d.page_id = p.page_id and d.from_day <= $3 and (d.to_day is null or d.to_day >= $3)), '') as teachers,
     case when $4::int is null then ${CURRICULUM_HOURS_SQL} end as curriculum,
     l.planned, l.held, l.lost, l.planned - l.held - l.lost as ahead
   from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   join lateral (select count(*)::int as planned, (count(*) filter (where l.state = 0 and l.day <= $3))::int as held, (count(*) filter (where l.state = 1))::int as lost
     from timetable.lesson l where l.school_id = $1 and l.page_id = p.page_id and ($4::int is null or l.term = $4)) l on l.planned > 0
   where p.school_id = $1 and p.year = $2
   order by p.grade_level, g.name collate public.ru, s.name collate public.ru, p.page_id`,
);

/** Fulfilment of the educational programme (002 П2 §2.16): a cancelled lesson is a lost hour until another is put in its place. */
export async function readFulfilment({ tx, actor }: Context, { query }: Input<typeof fulfilmentRoute>): Promise<Output<typeof fulfilmentRoute>> {
  permit(actor, PLANNING_ACTS, fulfilmentRoute.act);
  const { schoolId, today } = actor;
  const { year } = await yearOf(tx, schoolId, today);
  const [terms, pages] = await Promise.all([tx.row(TERMS, [schoolId, year]), tx.rows(FULFILMENT, [schoolId, year, today, query.term ?? null])]);
  return { year, terms: terms!.terms, pages };
}
