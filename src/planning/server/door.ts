export { assignLoad } from "./assign-load.ts";
export type { NewLoad } from "./assign-load.ts";
export { enrolledSql, lessonFactsSql } from "./lesson-facts.ts";
export { controlWorksOf, laidPlans } from "./plan/laid-plans.ts";
export type { PageLaidPlan, PlannedControlWork, StandingLine } from "./plan/laid-plans.ts";
export { giveLine, planOfLesson } from "./plan/plan-of-lesson.ts";
export type { PlanOfLesson } from "./plan/plan-of-lesson.ts";
