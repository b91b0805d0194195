import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/** A pupil in a group between two days, both inclusive; without `to` until further notice. */
export type NewMember = { groupId: number; pupilId: number; from: LocalDate; to?: LocalDate | null; order?: string };
export type NewHomeroom = { classId: number; teacherId: number; from: LocalDate; to?: LocalDate | null; order?: string };

/** The streams that have every pupil of the class whose group `a` names. */
const WHOLE_STREAMS = `join people.school_class k on k.school_id = $1 and k.group_id = a."groupId"
  join people.stream_class c on c.school_id = $1 and c.class_id = k.class_id
  join people.study_group s on s.school_id = $1 and s.group_id = c.group_id and s.whole`;
const ENROL = statement<{ added: number }>(
  "people.enrol",
  `with asked as (
     select * from json_to_recordset($2::json) as r("groupId" int, "pupilId" int, "from" date, "to" date, "order" text)
   ), coming as (
     select * from asked
     union select s.group_id, a."pupilId", a."from", a."to", a."order" from asked a ${WHOLE_STREAMS}
   )
   insert into people.member (school_id, group_id, pupil_id, from_day, to_day, order_ref)
   select $1, r."groupId", r."pupilId", r."from", r."to", coalesce(r."order", '') from coming r
   where not exists (select from people.member m where m.school_id = $1 and m.group_id = r."groupId" and m.pupil_id = r."pupilId"
     and daterange(m.from_day, m.to_day, '[]') && daterange(r."from", r."to", '[]'))
   returning 1 as added`,
);
const LEAVE = statement(
  "people.leave_group",
  `with asked as (
     select * from json_to_recordset($2::json) as r("groupId" int, "pupilId" int, "lastDay" date, "order" text)
   ), leaving as (
     select * from asked
     union select s.group_id, a."pupilId", a."lastDay", a."order" from asked a ${WHOLE_STREAMS}
   )
   update people.member m set to_day = r."lastDay", left_order_ref = coalesce(r."order", '')
   from leaving r
   where m.school_id = $1 and m.group_id = r."groupId" and m.pupil_id = r."pupilId" and m.from_day <= r."lastDay" and (m.to_day is null or m.to_day > r."lastDay")`,
);
const ASSIGN_HOMEROOM = statement(
  "people.assign_homeroom",
  `insert into people.homeroom (school_id, class_id, teacher_id, from_day, to_day, order_ref)
   select $1, r."classId", r."teacherId", r."from", r."to", coalesce(r."order", '')
   from json_to_recordset($2::json) as r("classId" int, "teacherId" int, "from" date, "to" date, "order" text)
   on conflict do nothing`,
);

/** Puts pupils into groups, with a class into its whole streams too; who is in the group on any of those days already stays as he is. Answers how many came in. */
export async function enrol(tx: Transaction, schoolId: number, members: readonly NewMember[]): Promise<number> {
  return (await tx.rows(ENROL, [schoolId, JSON.stringify(members)])).length;
}

/** Ends membership in groups, with a class in its whole streams too, with a last day. */
export async function leaveGroups(
  tx: Transaction,
  schoolId: number,
  leaving: readonly { groupId: number; pupilId: number; lastDay: LocalDate; order?: string }[],
): Promise<void> {
  await tx.rows(LEAVE, [schoolId, JSON.stringify(leaving)]);
}

/** Gives classes into the care of homeroom teachers. */
export async function assignHomeroom(tx: Transaction, schoolId: number, homerooms: readonly NewHomeroom[]): Promise<void> {
  await tx.rows(ASSIGN_HOMEROOM, [schoolId, JSON.stringify(homerooms)]);
}
