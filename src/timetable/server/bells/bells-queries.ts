import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { BellSlot, HourLimits } from "../../rules/week/checks.ts";

/** A variant of the bells; `taken`: hours of the usual week in which lessons stand from today on. */
export type BellsRow = { bellScheduleId: number; name: string; isUsual: boolean; slots: BellSlot[] };
export type AllBells = {
  bells: BellsRow[];
  days: { day: LocalDate; bellScheduleId: number }[];
  taken: { shift: number; slot: number }[];
  limits: HourLimits | null;
  editors: string[] | null;
};

const BELLS = statement<{ all: AllBells }>(
  "timetable.all_bells",
  `select json_build_object(
    'bells', (select coalesce(json_agg(json_build_object('bellScheduleId', s.bell_schedule_id, 'name', s.name, 'isUsual', s.is_usual,
        'slots', (select coalesce(json_agg(json_build_object('shift', b.shift, 'slot', b.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI')) order by b.shift = 0, b.shift, b.slot), '[]')
          from timetable.bell_slot b where b.school_id = $1 and b.bell_schedule_id = s.bell_schedule_id)) order by s.is_usual desc, s.bell_schedule_id), '[]')
      from timetable.bell_schedule s where s.school_id = $1),
    'days', (select coalesce(json_agg(json_build_object('day', d.day, 'bellScheduleId', d.bell_schedule_id) order by d.day), '[]') from timetable.calendar_day d
      where d.school_id = $1 and d.day >= $2::date and d.bell_schedule_id is not null),
    'taken', (select coalesce(json_agg(distinct jsonb_build_object('shift', p.shift, 'slot', w.slot)), '[]') from timetable.weekly_lesson w
      join timetable.page p on p.school_id = $1 and p.page_id = w.page_id where w.school_id = $1 and (w.to_day is null or w.to_day >= $2::date)),
    'limits', regulation.norm_on($1, 'timetable.hour_limits', $2::date),
    'editors', regulation.norm_on($1, 'timetable.editor', $2::date)) as all`,
);

/** Every variant of the bells and the days to come that ring by one of their own. */
export async function allBells(tx: Transaction, schoolId: number, today: LocalDate): Promise<AllBells> {
  return (await tx.row(BELLS, [schoolId, today]))!.all;
}

const RENAME = statement("timetable.rename_bells", "update timetable.bell_schedule set name = $3 where school_id = $1 and bell_schedule_id = $2");
const ADD = statement("timetable.add_bells", "insert into timetable.bell_schedule (school_id, bell_schedule_id, is_usual, name) values ($1, $2, $3, $4)");
const CLEAR = statement("timetable.clear_bells", "delete from timetable.bell_slot where school_id = $1 and (bell_schedule_id = $2 or shift = 0)");
const FILL = statement(
  "timetable.fill_bells",
  `insert into timetable.bell_slot (school_id, bell_schedule_id, shift, slot, starts, ends)
   select $1, s.bell_schedule_id, r.shift, r.slot, r.starts, r.ends from json_to_recordset($3::json) as r(shift smallint, slot smallint, starts time, ends time)
   join timetable.bell_schedule s on s.school_id = $1 and (s.bell_schedule_id = $2 or r.shift = 0)`,
);

/** Writes a variant whole; the hours after lessons (shift 0) become those of every variant. Answers its number. */
export async function storeBells(
  tx: Transaction,
  schoolId: number,
  known: number | null,
  isUsual: boolean,
  name: string,
  slots: readonly BellSlot[],
): Promise<number> {
  const id = known ?? (await tx.newIds(schoolId, "bell_schedule"));
  if (known === null) await tx.rows(ADD, [schoolId, id, isUsual, name]);
  else await tx.rows(RENAME, [schoolId, id, name]);
  await tx.rows(CLEAR, [schoolId, id]);
  await tx.rows(FILL, [schoolId, id, JSON.stringify(slots)]);
  return id;
}

const CHOOSE = statement(
  "timetable.choose_bells",
  `insert into timetable.calendar_day (school_id, day, bell_schedule_id, is_study) values ($1, $2, $3, true)
   on conflict (school_id, day) do update set bell_schedule_id = excluded.bell_schedule_id`,
);
// a row that says nothing more than the usual week is no special day
const FORGET = statement(
  "timetable.forget_plain_day",
  "delete from timetable.calendar_day where school_id = $1 and day = $2 and bell_schedule_id is null and is_study and as_weekday is null and name = '' and extract(isodow from day) <= $3",
);

/** The bells of one day; null is the usual variant. `daysPerWeek`: a working Saturday of a five-day week stays a special day. */
export async function storeBellsOfDay(tx: Transaction, schoolId: number, day: LocalDate, bellScheduleId: number | null, daysPerWeek: number): Promise<void> {
  await tx.rows(CHOOSE, [schoolId, day, bellScheduleId]);
  if (bellScheduleId === null) await tx.rows(FORGET, [schoolId, day, daysPerWeek]);
}
