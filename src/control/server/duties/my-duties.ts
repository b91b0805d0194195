import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { instantOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import { myDutiesRoute } from "../../contract/duties/duties.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { gatherDuties } from "./gather-duties.ts";
import { asTold } from "./told-duty.ts";

type Written = { pageId: number; lessonId: number; day: LocalDate; groupName: string; subject: string; at: Date };

/** What the person wrote today, and the lessons of the month. $1 school, $2 the person, $3 first of the month, $4 today, $5 the beginning of today. */
const MY_WORK = statement<{ held: number; inTime: number; done: Written[] | null }>(
  "control.my_work",
  `with mine as (
     select l.*, n.topic, n.signs, n.entered_at from (select distinct o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $2) own
       join timetable.lesson l on l.school_id = $1 and l.page_id = own.page_id and l.state = 0 and l.day between $3 and $4 and coalesce(l.substitute_id, l.teacher_id) = $2
       left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
   )
   select count(*)::int as held, count(*) filter (where topic is not null and signs & 1 = 0)::int as "inTime",
     (select json_agg(json_build_object('pageId', m.page_id, 'lessonId', m.lesson_id, 'day', m.day, 'groupName', g.name, 'subject', s.name, 'at', m.entered_at) order by m.entered_at desc)
      from mine m join timetable.page p on p.school_id = $1 and p.page_id = m.page_id join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
      join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id where m.entered_at >= $5) as done
   from mine`,
);

/** What the person owes by the regulation of the school, and what lessons were written today. What waits for its controller is told and not owed. */
export async function myDuties({ tx, actor, now }: Context): Promise<Output<typeof myDutiesRoute>> {
  permit(actor, CONTROL_ACTS, myDutiesRoute.act, { self: true });
  const { schoolId, personId, today, timezone } = actor;
  const [{ duties }, work] = await Promise.all([
    gatherDuties(tx, actor, now, personId),
    tx.row(MY_WORK, [schoolId, personId, `${today.slice(0, 7)}-01`, today, instantOf(today, "00:00", timezone)]),
  ]);
  const { held, inTime, done } = work!;
  return {
    now: now.toISOString(),
    duties: duties.map(asTold),
    done: (done ?? []).map((lesson) => ({ ...lesson, at: new Date(lesson.at).toISOString() })),
    month: { held, inTime },
  };
}
