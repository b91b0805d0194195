import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { HeldLesson } from "../../rules/lesson-time.ts";
import { yearDays } from "../year-days.ts";

/** Where on a day a lesson of a page could stand: its term (null on a day without lessons), the hours that ring, and the lessons of the same pupils. */
export type DayOfPage = {
  term: number | null;
  hours: { slot: number; starts: string; ends: string }[];
  ofPupils: HeldLesson[];
};

const DAY = statement<{ year: number; gradeLevel: number; shift: number; hours: DayOfPage["hours"]; ofPupils: HeldLesson[] }>(
  "timetable.day_of_page",
  `with page as materialized (select * from timetable.page where school_id = $1 and page_id = $2), mine as materialized (
     select m.pupil_id from people.member m, page p where m.school_id = $1 and m.group_id = p.group_id and m.from_day <= $3::date and (m.to_day is null or m.to_day >= $3::date)
   ), groups as materialized (
     select group_id from page union
     select m.group_id from people.member m join mine on mine.pupil_id = m.pupil_id where m.school_id = $1 and m.from_day <= $3::date and (m.to_day is null or m.to_day >= $3::date)
   ), rings as materialized (
     select b.* from timetable.bell_slot b where b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, $3::date)
   )
   select p.year, p.grade_level as "gradeLevel", p.shift,
     (select coalesce(json_agg(json_build_object('slot', b.slot, 'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI')) order by b.starts), '[]')
       from rings b where b.shift = p.shift) as hours,
     (select coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'day', l.day, 'slot', l.slot, 'shift', q.shift, 'starts', to_char(b.starts, 'HH24:MI'),
         'ends', to_char(b.ends, 'HH24:MI'), 'group', g.name, 'personId', coalesce(l.substitute_id, l.teacher_id), 'roomId', l.room_id)), '[]')
       from groups r join timetable.page q on q.school_id = $1 and q.group_id = r.group_id
       join timetable.lesson l on l.school_id = $1 and l.page_id = q.page_id and l.day = $3::date and l.state = 0
       join people.study_group g on g.school_id = $1 and g.group_id = q.group_id
       left join rings b on b.shift = q.shift and b.slot = l.slot) as "ofPupils"
   from page p`,
);

/** What a day has for a lesson of a page; undefined when the school has no such page. */
export async function dayOfPage(tx: Transaction, schoolId: number, pageId: number, day: LocalDate): Promise<DayOfPage | undefined> {
  const row = await tx.row(DAY, [schoolId, pageId, day]);
  if (!row) return undefined;
  const days = await yearDays(tx, schoolId, row.year);
  const isStudyDay = (row.shift === 0 ? days?.clubDays : days?.days)?.some((d) => d.day === day) ?? false;
  const term = days?.termsOf(row.gradeLevel).find((t) => t.startsOn <= day && day <= t.endsOn);
  return { term: isStudyDay ? (term?.term ?? null) : null, hours: row.hours, ofPupils: row.ofPupils };
}
