import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** A variant of the bells: `08:30` to `09:15` by shift and slot. One variant of a school is the usual one. */
export type NewBells = { name: string; isUsual?: boolean; slots: readonly { shift: number; slot: number; starts: string; ends: string }[] };

const KNOWN = statement<{ id: number; name: string }>(
  "timetable.known_bells",
  "select bell_schedule_id as id, name from timetable.bell_schedule where school_id = $1",
);
const PUT = statement(
  "timetable.put_bells",
  `insert into timetable.bell_schedule (school_id, bell_schedule_id, is_usual, name) values ($1, $2, $3, $4)
   on conflict (school_id, bell_schedule_id) do update set is_usual = excluded.is_usual`,
);
const CLEAR_SLOTS = statement("timetable.clear_bell_slots", "delete from timetable.bell_slot where school_id = $1 and bell_schedule_id = $2");
const ADD_SLOTS = statement(
  "timetable.add_bell_slots",
  `insert into timetable.bell_slot (school_id, bell_schedule_id, shift, slot, starts, ends)
   select $1, $2, r.shift, r.slot, r.starts, r.ends from json_to_recordset($3::json) as r(shift smallint, slot smallint, starts time, ends time)`,
);
const ONE_USUAL = statement(
  "timetable.one_usual_bells",
  "update timetable.bell_schedule set is_usual = false where school_id = $1 and bell_schedule_id <> $2 and is_usual",
);

/** Sets variants of the bells by name; the slots of a known variant are replaced. Answers their numbers in the order given. */
export async function setBells(tx: Transaction, schoolId: number, variants: readonly NewBells[]): Promise<number[]> {
  const known = new Map((await tx.rows(KNOWN, [schoolId])).map((b) => [b.name, b.id]));
  const ids: number[] = [];
  for (const bells of variants) {
    const id = known.get(bells.name) ?? (await tx.newIds(schoolId, "bell_schedule"));
    await tx.rows(PUT, [schoolId, id, bells.isUsual ?? false, bells.name]);
    if (bells.isUsual) await tx.rows(ONE_USUAL, [schoolId, id]);
    await tx.rows(CLEAR_SLOTS, [schoolId, id]);
    await tx.rows(ADD_SLOTS, [schoolId, id, JSON.stringify(bells.slots)]);
    ids.push(id);
  }
  return ids;
}
