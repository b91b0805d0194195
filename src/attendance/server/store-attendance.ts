import { statement } from "../../foundation/database.ts";

/** Stores the attendance of a lesson over the versions seen, with its audit row; a reason stays while its bit does. */
export const STORE_ATTENDANCE = statement<{ pupilId: number; version: number }>(
  "attendance.store",
  `with put as (
     insert into attendance.absence as a (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, version, kind, signs, set_at)
     select $1::int, $2::int, $3::int, e.pupil_id, $4::date, $5::int, 1, e.kind, e.signs, $6::timestamptz from unnest($7::int[], $8::smallint[], $9::smallint[], $10::int[]) as e (pupil_id, kind, signs, seen)
       join timetable.lesson l on l.school_id = $1::int and l.page_id = $2::int and l.lesson_id = $3::int and l.state = 0 and l.day = $4::date for key share of l
     on conflict (school_id, page_id, lesson_id, pupil_id)
     do update set kind = excluded.kind, signs = excluded.signs, set_by = excluded.set_by, set_at = excluded.set_at, version = a.version + 1,
         reason = case when excluded.signs & 2 = 2 then a.reason end, reason_by = case when excluded.signs & 2 = 2 then a.reason_by end,
         span_id = case when excluded.signs & 2 = 2 then a.span_id end
       where a.version = ($10::int[])[array_position($7::int[], a.pupil_id)]
     returning pupil_id, version),
   recorded as (select ledger.record($1, $2, $5, $6, $11, $12, $13, $14) as seq where (select count(*) from put) = cardinality($7::int[]))
   select pupil_id as "pupilId", version from put left join recorded on true`,
);
