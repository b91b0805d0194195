import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Output } from "../../../foundation/route.ts";
import { plansRoute } from "../../contract/plan/list-plans.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { dayOfYear, isOverdue } from "../../rules/curriculum/year-day.ts";
import { documentsOf } from "../../rules/teacher-documents.ts";
import { CURRICULUM_HOURS_SQL, normsOn, yearOf } from "../curriculum/curriculum-queries.ts";
import { TEACHERS_SQL, TEACHES_SQL } from "./plan-queries.ts";

type Row = Omit<Output<typeof plansRoute>["pages"][number], "work"> & { workVersion: number; programme: string; paperCopy: boolean };

// the lag of a whole school is counted by numbers of lessons, not line by line: hours the timetable had by today, less those that were held
const PLANS = statement<Row>(
  "planning.plans",
  `select p.page_id as "pageId", p.year, g.name as "groupName", s.name as subject, p.grade_level as "gradeLevel", p.kind, ${TEACHERS_SQL} as teachers,
     p.year = $2 and ${TEACHES_SQL} as own, coalesce(k.version, 0) as version, coalesce(n.lines, 0) as lines, coalesce(n.hours, 0) as "planHours",
     ${CURRICULUM_HOURS_SQL} as "curriculumHours",
     case when n.lines > 0 and p.year = $2 then least(l.due, n.hours) - least(l.held, n.hours) + coalesce(x.extra, 0) end as lag,
     coalesce(w.version, 0) as "workVersion", coalesce(w.programme, '') as programme, coalesce(w.paper_copy, false) as "paperCopy"
   from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   left join planning.lesson_plan k on k.school_id = $1 and k.page_id = p.page_id
   left join planning.page_programme w on w.school_id = $1 and w.page_id = p.page_id
   left join lateral (select count(*)::int as lines, sum(i.hours)::int as hours from planning.plan_line i where i.school_id = $1 and i.page_id = p.page_id) n on true
   left join lateral (select (count(*) filter (where coalesce(m.before_day, l.day) <= $4))::int as due, (count(*) filter (where l.state = 0 and l.day <= $4))::int as held
     from timetable.lesson l left join (select distinct on (c.lesson_id) c.lesson_id, c.before_day from timetable.lesson_change c
       where c.school_id = $1 and c.page_id = p.page_id and c.kind = 'moved' order by c.lesson_id, c.change_no) m on m.lesson_id = l.lesson_id
     where n.lines > 0 and p.year = $2 and l.school_id = $1 and l.page_id = p.page_id) l on true
   left join lateral (select sum(greatest(t.times - t.hours, 0))::int as extra from (select count(*) as times, min(i.hours) as hours from planning.given_line v
       join planning.plan_line i on i.school_id = $1 and i.page_id = p.page_id and i.line_id = v.line_id
       join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.lesson_id = v.lesson_id and l.state = 0 and l.day <= $4
       where v.school_id = $1 and v.page_id = p.page_id group by v.line_id) t) x on true
   where p.school_id = $1 and (p.year = $2 or n.lines > 0)
   order by p.year desc, p.grade_level, s.name collate public.ru, g.name collate public.ru, p.page_id`,
);

const HOMEROOM = statement<{ isHomeroom: boolean }>(
  "planning.is_homeroom",
  `select exists (select from people.homeroom h where h.school_id = $1 and h.teacher_id = $2 and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)) as "isHomeroom"`,
);

/** The school's one base of plans over subjects and grades (004 §2.7), with what is missing and since when (004 §4.9.3). */
export async function listPlans({ tx, actor }: Context): Promise<Output<typeof plansRoute>> {
  permit(actor, PLANNING_ACTS, plansRoute.act);
  const { schoolId, personId, today } = actor;
  const { year } = await yearOf(tx, schoolId, today);
  const norms = await normsOn(tx, schoolId, ["plan.lesson_plan_due", "plan.work_programmes_due", "plan.import_limit"], today);
  const rows = await tx.rows(PLANS, [schoolId, year, personId, today]);
  const { isHomeroom } = (await tx.row(HOMEROOM, [schoolId, personId, today]))!;
  const own = rows.filter((row) => row.own).map(({ pageId, kind, programme }) => ({ pageId, kind, hasProgramme: programme !== "" }));
  const planDue = dayOfYear(year, norms["plan.lesson_plan_due"]);
  const programmeDue = dayOfYear(year, norms["plan.work_programmes_due"]);
  return {
    year,
    today,
    planDue,
    planOverdue: isOverdue(planDue, today),
    programmeDue,
    programmeOverdue: isOverdue(programmeDue, today),
    importLimit: norms["plan.import_limit"],
    documents: documentsOf(own, isHomeroom).map(({ document, pages, missing }) => ({ document, pages: [...pages], missing: [...missing] })),
    pages: rows.map(({ workVersion, programme, paperCopy, ...page }) => ({ ...page, work: { version: workVersion, programme, paperCopy } })),
  };
}
