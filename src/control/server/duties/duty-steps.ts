import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { DutyCode } from "../../rules/duties/duty-kinds.ts";
import type { LastStep } from "../../rules/duties/steps.ts";

const COLUMNS = `d.kind, d.about_id as "aboutId", d.day, d.step_no as "stepNo", d.step, d.made_by as "madeBy", d.made_at as "madeAt",
  (d.made_at at time zone c.timezone)::date as "doneOn", d.note, d.document`;

/** The last step of each duty that was spoken of. $1 school, $2 from which day, $3 kinds, $4 what they are about, null: all. */
export const LAST_STEPS = statement<LastStep>(
  "control.last_steps",
  `select ${COLUMNS} from (
     select distinct on (e.kind, e.about_id, e.day) e.* from control.duty_step e
     where e.school_id = $1 and e.kind = any ($3::text[]) and ($4::int[] is null or e.about_id = any ($4::int[])) and e.day >= $2
     order by e.kind, e.about_id, e.day, e.step_no desc) d
   join access.school c on c.school_id = $1`,
);

/** The last step of one duty. $1 school, $2 kind, $3 what it is about, $4 its day. */
export const LAST_STEP = statement<LastStep>(
  "control.last_step",
  `select ${COLUMNS} from control.duty_step d join access.school c on c.school_id = $1
   where d.school_id = $1 and d.kind = $2 and d.about_id = $3 and d.day = $4 order by d.step_no desc limit 1`,
);

/** One step more after the one seen, with its row of the ledger; no row when another one came between. */
export const ADD_STEP = statement<{ stepNo: number }>(
  "control.add_step",
  `with put as (
     insert into control.duty_step (school_id, kind, about_id, day, step_no, made_by, made_at, step, note, document)
     values ($1, $2, $3, $4, $5::int + 1, $6, $7, $8, $9, $10) on conflict do nothing returning step_no)
   select step_no as "stepNo", ledger.record($1, 0, $6, $7, $11, $12, $13, $14) as seq from put`,
);

export type NewStep = { kind: DutyCode; aboutId: number; day: LocalDate; seen: number; step: LastStep["step"]; note: string; document: string };
