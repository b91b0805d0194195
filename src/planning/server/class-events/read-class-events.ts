import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Output } from "../../../foundation/route.ts";
import { classEventsRoute } from "../../contract/class-events/class-events.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { monthsBetween } from "../../rules/curriculum/year-day.ts";
import { normsOn, yearOf } from "../curriculum/curriculum-queries.ts";

type Month = { month: LocalDate; version: number; events: { day: LocalDate | null; title: string; note: string }[] };

const CLASSES = statement<{ classId: number; name: string; teacher: string; own: boolean; months: Month[] }>(
  "planning.class_events",
  `select k.class_id as "classId", k.name,
     coalesce((select string_agg(people.short_name(n.surname, n.given_name, n.patronymic), ', ') from people.homeroom h
       join people.person n on n.school_id = $1 and n.person_id = h.teacher_id
       where h.school_id = $1 and h.class_id = k.class_id and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)), '') as teacher,
     o.own,
     (select coalesce(json_agg(json_build_object('month', m.month, 'version', m.version, 'events',
         (select coalesce(json_agg(json_build_object('day', e.day, 'title', e.title, 'note', e.note) order by e.place), '[]')
           from planning.class_event e where e.school_id = $1 and e.class_id = k.class_id and e.month = m.month))), '[]')
       from planning.class_event_month m where m.school_id = $1 and m.class_id = k.class_id) as months
   from people.school_class k cross join lateral (select exists (select from people.homeroom h where h.school_id = $1 and h.class_id = k.class_id
     and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as own) o
   where k.school_id = $1 and k.year = $2 and ($5 or o.own)
   order by k.grade_level, k.name collate public.ru`,
);

/** Plans of events: of the own class for its homeroom teacher, of all classes for the heads. A month without a plan is overdue from the norm's day of it (003 §1-7). */
export async function readClassEvents({ tx, actor }: Context): Promise<Output<typeof classEventsRoute>> {
  const { schoolId, personId, today } = actor;
  const wholeSchool = mayReach(actor, PLANNING_ACTS, classEventsRoute.act, "school");
  // the list of one's own classes may be empty; the role decides whether it may be asked for
  permit(actor, PLANNING_ACTS, classEventsRoute.act, { own_class: true });
  const { year, startsOn, endsOn } = await yearOf(tx, schoolId, today);
  const { "plan.class_events_due": dueDay } = await normsOn(tx, schoolId, ["plan.class_events_due"], today);
  const rows = await tx.rows(CLASSES, [schoolId, year, personId, today, wholeSchool]);
  const isDue = (month: LocalDate) => today >= month.slice(0, 8) + String(dueDay).padStart(2, "0");
  const months = monthsBetween(startsOn, endsOn);
  return {
    today,
    dueDay,
    classes: rows.map(({ own, months: planned, ...each }) => ({
      ...each,
      mayWrite: own && actor.roles.includes("homeroom_teacher"),
      months: months.map((month) => {
        const { version, events } = planned.find((plan) => plan.month === month) ?? { version: 0, events: [] };
        return { month, version, events, overdue: events.length === 0 && isDue(month) };
      }),
    })),
  };
}
