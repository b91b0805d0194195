import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Entry } from "../../../foundation/ledger.ts";
import type { StoredLine } from "../../rules/plan/plan-lines.ts";

/** A plan before it is written: whether the person teaches the page today, and what stands. */
export type PlanToWrite = { teachesPage: boolean; year: number; version: number; lastLine: number; lines: StoredLine[] };

/** SQL of the lines of the page `p` of school $1, in their order. */
const LINES_SQL = `(select coalesce(json_agg(json_build_object('lineId', n.line_id, 'hours', n.hours, 'isControl', n.is_control,
    'section', n.section, 'topic', n.topic, 'homework', n.homework) order by n.place), '[]')
  from planning.plan_line n where n.school_id = $1 and n.page_id = p.page_id)`;

/** SQL of «does person $3 teach the page `p` on day $4 by the load». */
export const TEACHES_SQL = `exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $3
    and o.from_day <= $4 and (o.to_day is null or o.to_day >= $4))`;

/** SQL of the names of who teaches the page `p` of school $1 on day $4 by the load. */
export const TEACHERS_SQL = `coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load d
    join people.person f on f.school_id = $1 and f.person_id = d.teacher_id
    where d.school_id = $1 and d.page_id = p.page_id and d.from_day <= $4 and (d.to_day is null or d.to_day >= $4)), '')`;

// two who save at once wait for each other at the page, so that the second sees what the first wrote
const TO_WRITE = statement<PlanToWrite>(
  "planning.plan_to_write",
  `select ${TEACHES_SQL} as "teachesPage", p.year, coalesce(k.version, 0) as version, coalesce(k.last_line, 0) as "lastLine", ${LINES_SQL} as lines
   from timetable.page p left join planning.lesson_plan k on k.school_id = $1 and k.page_id = p.page_id
   where p.school_id = $1 and p.page_id = $2`,
);
const STORE = statement<{ version: number }>(
  "planning.store_plan",
  `insert into planning.lesson_plan as k (school_id, page_id, version, set_by, last_line, set_at, source)
   values ($1, $2, 1, $3, $4, $5, $6)
   on conflict (school_id, page_id) do update set version = k.version + 1, set_by = excluded.set_by, last_line = excluded.last_line,
     set_at = excluded.set_at, source = excluded.source where k.version = $7
   returning version`,
);
const DROP_LINES = statement("planning.drop_plan_lines", "delete from planning.plan_line where school_id = $1 and page_id = $2");
const STORE_LINES = statement<{ seq: number }>(
  "planning.store_plan_lines",
  `with put as (
     insert into planning.plan_line (school_id, page_id, line_id, place, hours, is_control, section, topic, homework)
     select $1, $2, r."lineId", row_number() over (order by r.ordinality), r.hours, r."isControl", r.section, r.topic, r.homework
     from rows from (json_to_recordset($3::json) as ("lineId" int, hours smallint, "isControl" boolean, section text, topic text, homework text)) with ordinality
       as r("lineId", hours, "isControl", section, topic, homework, ordinality))
   select ledger.record($1, $2, $4, $5, $6, $7, $8, $9) as seq`,
);

/** What a verb must know before it writes the plan of a page; undefined when the school has no such page. */
export function planToWrite(tx: Transaction, schoolId: number, pageId: number, personId: number, today: LocalDate): Promise<PlanToWrite | undefined> {
  return tx.row(TO_WRITE, [schoolId, pageId, personId, today]);
}

export type NewPlan = { schoolId: number; pageId: number; lines: readonly StoredLine[]; lastLine: number; source: string; expectedVersion: number };

/** Writes a whole plan with its audit row over the version seen; answers the new version, or undefined when another one stands. */
export async function storePlan(tx: Transaction, plan: NewPlan, entry: Entry): Promise<number | undefined> {
  const { schoolId, pageId } = plan;
  const stored = await tx.row(STORE, [schoolId, pageId, entry.actor, plan.lastLine, entry.at, plan.source, plan.expectedVersion]);
  if (!stored) return undefined;
  await tx.rows(DROP_LINES, [schoolId, pageId]);
  await tx.row(STORE_LINES, [schoolId, pageId, JSON.stringify(plan.lines), entry.actor, entry.at, ...actAndEvent(entry)]);
  return stored.version;
}
