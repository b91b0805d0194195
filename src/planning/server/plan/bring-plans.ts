import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { record } from "../../../foundation/ledger.ts";
import type { PlanLine } from "../../rules/plan/plan-lines.ts";

/** What a school had before it came here: plans and programmes of pages, its curriculum with both orders, events with classes. */
export type BroughtPlans = {
  year: number;
  plans: { pageId: number; setBy: number; lines: PlanLine[]; programme: string }[];
  curriculum: { gradeLevel: number; subject: string; weeklyHours: number; yearHours: number }[];
  approved: { by: number; on: LocalDate; orderRef: string; tariffication: string };
  events: { classId: number; setBy: number; month: LocalDate; day: LocalDate | null; title: string; note: string }[];
};

const PLANS = statement(
  "planning.bring_plans",
  `with plan as (select * from json_to_recordset($2::json) as r("pageId" int, "setBy" int, lines json, programme text)),
   work as (insert into planning.page_programme (school_id, page_id, set_by, paper_copy, set_at, programme)
     select $1, "pageId", "setBy", true, $3, programme from plan where programme <> ''),
   head as (insert into planning.lesson_plan (school_id, page_id, set_by, last_line, set_at)
     select $1, "pageId", "setBy", json_array_length(lines), $3 from plan where json_array_length(lines) > 0)
   insert into planning.plan_line (school_id, page_id, line_id, place, hours, is_control, section, topic, homework)
   select $1, p."pageId", l.ordinality, l.ordinality, (l.value ->> 'hours')::smallint, (l.value ->> 'isControl')::boolean, l.value ->> 'section', l.value ->> 'topic', l.value ->> 'homework'
   from plan p cross join lateral json_array_elements(p.lines) with ordinality as l(value, ordinality)`,
);
const CURRICULUM = statement(
  "planning.bring_curriculum",
  `with head as (insert into planning.curriculum (school_id, year, set_by, approved_by, approved_on, set_at, order_ref) values ($1, $2, $3, $3, $4, $5, $6)),
   salary as (insert into planning.tariffication (school_id, year, set_by, order_on, set_at, order_no) values ($1, $2, $3, $4, $5, $7))
   insert into planning.curriculum_line (school_id, year, grade_level, subject_id, year_hours, weekly_hours)
   select $1, $2, r."gradeLevel", s.subject_id, r."yearHours", r."weeklyHours"
   from json_to_recordset($8::json) as r("gradeLevel" smallint, subject text, "yearHours" smallint, "weeklyHours" numeric)
   join timetable.subject s on s.school_id = $1 and s.name = r.subject`,
);
const EVENTS = statement(
  "planning.bring_class_events",
  `with event as (select * from json_to_recordset($2::json) as r("classId" int, "setBy" int, month date, day date, title text, note text)),
   head as (insert into planning.class_event_month (school_id, class_id, month, set_by, set_at) select distinct $1::int, "classId", month, "setBy", $3::timestamptz from event)
   insert into planning.class_event (school_id, class_id, month, place, day, title, note)
   select $1, "classId", month, row_number() over (partition by "classId", month order by day nulls last, title), day, title, note from event`,
);

/** Brings in the plans of a school that has none here yet, with one row in the audit. */
export async function bringPlans(tx: Transaction, schoolId: number, brought: BroughtPlans, at: Date): Promise<void> {
  const { year, plans, curriculum, approved, events } = brought;
  await tx.rows(PLANS, [schoolId, JSON.stringify(plans), at]);
  await tx.rows(CURRICULUM, [schoolId, year, approved.by, approved.on, at, approved.orderRef, approved.tariffication, JSON.stringify(curriculum)]);
  await tx.rows(EVENTS, [schoolId, JSON.stringify(events), at]);
  const body = { year, plans: plans.filter((plan) => plan.lines.length > 0).length, curriculum: curriculum.length, events: events.length };
  await record(tx, { schoolId, stream: 0, actor: approved.by, at, act: "planning.plans.bring", right: "command line", body });
}
