import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import { curriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { dayOfYear, isOverdue } from "../../rules/curriculum/year-day.ts";
import { normsOn, yearOf } from "./curriculum-queries.ts";

type Standing = Pick<
  Output<typeof curriculumRoute>,
  "version" | "approvedBy" | "orderRef" | "setBy" | "setAt" | "grades" | "subjects" | "lines" | "classes"
> & {
  approvedOn: LocalDate | null;
  tariffication: { version: number; orderNo: string | null; orderOn: LocalDate | null };
};

const CURRICULUM = statement<{ standing: Standing }>(
  "planning.curriculum",
  `select json_build_object('version', coalesce(c.version, 0), 'approvedOn', c.approved_on, 'orderRef', coalesce(c.order_ref, ''), 'setAt', c.set_at,
     'approvedBy', (select people.short_name(n.surname, n.given_name, n.patronymic) from people.person n where n.school_id = $1 and n.person_id = c.approved_by),
     'setBy', (select people.short_name(n.surname, n.given_name, n.patronymic) from people.person n where n.school_id = $1 and n.person_id = c.set_by),
     'grades', (select coalesce(json_agg(distinct k.grade_level), '[]') from people.school_class k where k.school_id = $1 and k.year = $2 and k.grade_level > 0),
     'subjects', (select coalesce(json_agg(s.name order by s.name collate public.ru), '[]') from timetable.subject s where s.school_id = $1),
     'lines', (select coalesce(json_agg(json_build_object('gradeLevel', l.grade_level, 'subject', s.name, 'weeklyHours', l.weekly_hours, 'yearHours', l.year_hours)
         order by s.name collate public.ru, l.grade_level), '[]')
       from planning.curriculum_line l join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id where l.school_id = $1 and l.year = $2),
     'tariffication', (select json_build_object('version', coalesce(max(t.version), 0), 'orderNo', max(t.order_no), 'orderOn', max(t.order_on))
       from planning.tariffication t where t.school_id = $1 and t.year = $2),
     'classes', (select coalesce(json_agg(json_build_object('classId', k.class_id, 'name', k.name, 'gradeLevel', k.grade_level, 'isIndividual', coalesce(i.is_individual, false))
         order by k.grade_level, k.name collate public.ru), '[]')
       from people.school_class k left join planning.individual_class i on i.school_id = $1 and i.class_id = k.class_id where k.school_id = $1 and k.year = $2)) as standing
   from (select) one left join planning.curriculum c on c.school_id = $1 and c.year = $2`,
);

/** The curriculum of the year with its state; both orders are overdue the day after the norm's (002 П4 §4.2.2). */
export async function readCurriculum({ tx, actor }: Context): Promise<Output<typeof curriculumRoute>> {
  permit(actor, PLANNING_ACTS, curriculumRoute.act);
  const { schoolId, today } = actor;
  const { year } = await yearOf(tx, schoolId, today);
  const norms = await normsOn(tx, schoolId, ["curriculum.approved_by", "curriculum.tariffication_by", "curriculum.study_weeks"], today);
  const { standing } = (await tx.row(CURRICULUM, [schoolId, year]))!;
  const due = dayOfYear(year, norms["curriculum.approved_by"]);
  const orderDue = dayOfYear(year, norms["curriculum.tariffication_by"]);
  return {
    ...standing,
    year,
    today,
    due,
    overdue: standing.approvedOn === null && isOverdue(due, today),
    weeks: norms["curriculum.study_weeks"],
    mayWrite: mayReach(actor, PLANNING_ACTS, "planning.curriculum.set", "school"),
    mayApprove: mayReach(actor, PLANNING_ACTS, "planning.curriculum.approve", "school"),
    tariffication: { ...standing.tariffication, due: orderDue, overdue: standing.tariffication.orderNo === null && isOverdue(orderDue, today) },
  };
}
