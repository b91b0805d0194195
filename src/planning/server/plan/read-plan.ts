import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { readPlanRoute } from "../../contract/plan/read-plan.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { hoursWithoutLesson, lagOn } from "../../rules/plan/lay-plan.ts";
import { CURRICULUM_HOURS_SQL } from "../curriculum/curriculum-queries.ts";
import { laidPlans } from "./laid-plans.ts";
import { TEACHERS_SQL, TEACHES_SQL } from "./plan-queries.ts";

type Head = {
  groupName: string;
  subject: string;
  gradeLevel: number;
  year: number;
  teachers: string;
  weeklyHours: number;
  teachesPage: boolean;
  setBy: string | null;
  setAt: string | null;
  source: string;
  curriculumHours: number | null;
};

const HEAD = statement<Head>(
  "planning.plan_head",
  `select g.name as "groupName", s.name as subject, p.grade_level as "gradeLevel", p.year, ${TEACHERS_SQL} as teachers,
     planning.weekly_hours($1, p.page_id, $4)::float8 as "weeklyHours", ${TEACHES_SQL} as "teachesPage",
     people.short_name(w.surname, w.given_name, w.patronymic) as "setBy", to_json(k.set_at) #>> '{}' as "setAt", coalesce(k.source, '') as source, ${CURRICULUM_HOURS_SQL} as "curriculumHours"
   from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   left join planning.lesson_plan k on k.school_id = $1 and k.page_id = p.page_id
   left join people.person w on w.school_id = $1 and w.person_id = k.set_by
   where p.school_id = $1 and p.page_id = $2`,
);

/** The plan of a page as it lies on the lessons today. */
export async function readPlan({ tx, actor }: Context, { params }: Input<typeof readPlanRoute>): Promise<Output<typeof readPlanRoute>> {
  const { schoolId, personId, today } = actor;
  const [head, [plan]] = await Promise.all([tx.row(HEAD, [schoolId, params.pageId, personId, today]), laidPlans(tx, schoolId, [params.pageId])]);
  if (!head || !plan) throw new Failure("not_found", "planning.page_not_found");
  permit(actor, PLANNING_ACTS, readPlanRoute.act);
  const { teachesPage, ...shown } = head;
  return {
    ...shown,
    pageId: params.pageId,
    mayWrite: teachesPage && actor.roles.includes("subject_teacher"),
    version: plan.version,
    today,
    lines: plan.lines,
    hours: [...plan.laid.hours],
    timetable: plan.lessons,
    lag: lagOn(plan.laid, today),
    withoutLesson: hoursWithoutLesson(plan.laid),
    lessons: plan.lessons.filter((lesson) => !lesson.cancelled).length,
  };
}
