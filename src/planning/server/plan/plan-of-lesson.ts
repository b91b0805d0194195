import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { lagOn, offeredTo } from "../../rules/plan/lay-plan.ts";
import { laidPlans } from "./laid-plans.ts";
import type { StandingLine } from "./laid-plans.ts";

/** What the plan of a page says to one of its lessons. */
export type PlanOfLesson = {
  hasPlan: boolean;
  /** The line the lesson was given; null when none was, or the line is gone from the plan. */
  given: StandingLine | null;
  /** What to offer: the line given, else the first that nobody has had yet; null when the plan is over or there is none. */
  offered: StandingLine | null;
  /** Lines that follow the offered one, nearest first, at most a handful; for a teacher who goes another way. */
  next: StandingLine[];
  /** Lines before the offered one that no lesson has had, in their order. */
  missed: StandingLine[];
  /** Hours behind the plan at the end of the lesson's day; negative when ahead. */
  lag: number;
};

const HANDFUL = 5;

/** The plan for a lesson of a page: what to offer as its topic and homework, and the lag; null when the page has no such lesson. */
export async function planOfLesson(tx: Transaction, schoolId: number, pageId: number, lessonId: number): Promise<PlanOfLesson | null> {
  const [plan] = await laidPlans(tx, schoolId, [pageId]);
  const lesson = plan?.lessons.find((each) => each.lessonId === lessonId);
  if (!plan || !lesson) return null;
  const lineOf = (lineId: number | null) => plan.lines.find((line) => line.lineId === lineId) ?? null;
  const offered = lineOf(offeredTo(plan.laid, lessonId));
  const from = offered === null ? plan.lines.length : plan.lines.indexOf(offered);
  const had = new Set(plan.laid.hours.filter((hour) => hour.day !== null && hour.day < lesson.day).map((hour) => hour.lineId));
  return {
    hasPlan: plan.lines.length > 0,
    given: lineOf(lesson.given),
    offered: lesson.cancelled ? null : offered,
    next: plan.lines.slice(from + 1, from + 1 + HANDFUL),
    missed: plan.lines.slice(0, from).filter((line) => !had.has(line.lineId)),
    lag: lagOn(plan.laid, lesson.day),
  };
}

const GIVE = statement(
  "planning.give_line",
  `insert into planning.given_line (school_id, page_id, lesson_id, line_id)
   select $1, n.page_id, $3, n.line_id from planning.plan_line n where n.school_id = $1 and n.page_id = $2 and n.line_id = $4
   on conflict (school_id, page_id, lesson_id) do update set line_id = excluded.line_id`,
);
const TAKE_BACK = statement("planning.take_line_back", "delete from planning.given_line where school_id = $1 and page_id = $2 and lesson_id = $3");

/**
 * Keeps which line of the plan a lesson was given, or that it was given none (null). For the verb that writes the lesson's topic, in its
 * transaction; a line that is not in the plan any more is passed over. The audit row is the verb's.
 */
export async function giveLine(tx: Transaction, schoolId: number, pageId: number, lessonId: number, lineId: number | null): Promise<void> {
  if (lineId === null) await tx.rows(TAKE_BACK, [schoolId, pageId, lessonId]);
  else await tx.rows(GIVE, [schoolId, pageId, lessonId, lineId]);
}
