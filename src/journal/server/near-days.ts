import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { JsonText } from "../../foundation/serve.ts";
import { nearDaysRoute } from "../contract/near-days.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";

/** A school day is a day on which the school has lessons. Farther than a month nothing is near. $1 school, $2 the person, $3 the school's day. */
const NEAR_DAYS = statement<{ days: string }>(
  "journal.near_days",
  `with days as materialized (
    select max(l.day) as day from timetable.lesson l where l.school_id = $1 and l.day between $3::date - 31 and $3::date - 1
    union select $3::date
    union (select distinct l.day from timetable.lesson l where l.school_id = $1 and l.day between $3::date + 1 and $3::date + 31 order by l.day limit 2)
  )
  select json_build_object('today', $3::date, 'days', (select json_agg(json_build_object('day', d.day, 'lessons', coalesce(
      (select json_agg(json_build_object('lessonId', l.lesson_id, 'pageId', l.page_id, 'groupName', g.name, 'subject', s.name, 'slot', l.slot,
          'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'), 'room', r.name, 'cancelled', l.state = 1, 'substitution', l.substitute_id is not null,
          'topic', n.topic, 'homework', n.homework) order by b.starts nulls last, l.slot, l.lesson_id)
        from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
        join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
        left join timetable.room r on r.school_id = $1 and r.room_id = l.room_id
        left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, d.day) and b.shift = p.shift and b.slot = l.slot
        left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
        where l.school_id = $1 and l.day = d.day and (l.teacher_id = $2 or l.substitute_id = $2)), '[]')) order by d.day)
    from days d where d.day is not null))::text as days`,
);

/** The person's lessons around today, for a device that keeps them. Its pages are asked one by one, each by its own right. */
export async function nearDays({ tx, actor }: Context): Promise<JsonText> {
  permit(actor, JOURNAL_ACTS, nearDaysRoute.act, { self: true });
  const row = await tx.lastRow(NEAR_DAYS, [actor.schoolId, actor.personId, actor.today]);
  return new JsonText(row!.days);
}
