import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { layPlan } from "../../rules/plan/lay-plan.ts";
import type { LaidPlan, PlanLesson } from "../../rules/plan/lay-plan.ts";

/** A line of a plan as it stands. */
export type StandingLine = { lineId: number; hours: number; isControl: boolean; section: string; topic: string; homework: string };
/** A page's plan laid on its lessons; `version` 0 and no lines where the page has none. */
export type PageLaidPlan = { pageId: number; version: number; lines: StandingLine[]; lessons: PlanLesson[]; laid: LaidPlan };

// a lesson stood first where its first move took it from
const PLANS = statement<{ pageId: number; version: number; lines: StandingLine[]; lessons: PlanLesson[] }>(
  "planning.plans_to_lay",
  `select p.page_id as "pageId", coalesce(k.version, 0) as version,
     (select coalesce(json_agg(json_build_object('lineId', n.line_id, 'hours', n.hours, 'isControl', n.is_control, 'section', n.section, 'topic', n.topic, 'homework', n.homework)
        order by n.place), '[]') from planning.plan_line n where n.school_id = $1 and n.page_id = p.page_id) as lines,
     (select coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'day', l.day, 'slot', l.slot, 'plannedDay', coalesce(m.before_day, l.day),
          'plannedSlot', coalesce(m.before_slot, l.slot), 'cancelled', l.state = 1, 'given', g.line_id)), '[]')
        from timetable.lesson l
        left join (select distinct on (c.lesson_id) c.lesson_id, c.before_day, c.before_slot from timetable.lesson_change c
          where c.school_id = $1 and c.page_id = p.page_id and c.kind = 'moved' order by c.lesson_id, c.change_no) m on m.lesson_id = l.lesson_id
        left join planning.given_line g on g.school_id = $1 and g.page_id = p.page_id and g.lesson_id = l.lesson_id
        where l.school_id = $1 and l.page_id = p.page_id) as lessons
   from timetable.page p left join planning.lesson_plan k on k.school_id = $1 and k.page_id = p.page_id
   where p.school_id = $1 and p.page_id = any($2::int[])`,
);

/** The plans of some pages laid on their lessons as they stand now; a page of another school is left out. */
export async function laidPlans(tx: Transaction, schoolId: number, pageIds: readonly number[]): Promise<PageLaidPlan[]> {
  return (await tx.rows(PLANS, [schoolId, pageIds])).map((page) => ({ ...page, laid: layPlan(page.lines, page.lessons) }));
}

/** A control work of a plan and the day its lesson falls on; `day` null where no lesson is left for it. */
export type PlannedControlWork = { pageId: number; lineId: number; topic: string; lessonId: number | null; day: LocalDate | null };

/** The control works that the plans of some pages hold, on the lessons they come to: the line's last hour is the work. */
export function controlWorksOf(plans: readonly PageLaidPlan[]): PlannedControlWork[] {
  return plans.flatMap(({ pageId, lines, laid }) =>
    lines
      .filter((line) => line.isControl)
      .map(({ lineId, topic }) => {
        const last = laid.hours.findLast((hour) => hour.lineId === lineId);
        return { pageId, lineId, topic, lessonId: last?.lessonId ?? null, day: last?.day ?? null };
      }),
  );
}
