import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setClassEventsRoute } from "../../contract/class-events/class-events.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { monthOf } from "../../rules/curriculum/year-day.ts";

type Event = Input<typeof setClassEventsRoute>["body"]["events"][number];

const STANDING = statement<{ ownClass: boolean; version: number; events: Event[] }>(
  "planning.standing_class_events",
  `select coalesce(m.version, 0) as version, exists (select from people.homeroom h where h.school_id = $1 and h.class_id = k.class_id and h.teacher_id = $4
       and h.from_day <= $5 and (h.to_day is null or h.to_day >= $5)) as "ownClass",
     (select coalesce(json_agg(json_build_object('day', e.day, 'title', e.title, 'note', e.note) order by e.place), '[]')
       from planning.class_event e where e.school_id = $1 and e.class_id = k.class_id and e.month = $3) as events
   from people.school_class k left join planning.class_event_month m on m.school_id = $1 and m.class_id = k.class_id and m.month = $3
   where k.school_id = $1 and k.class_id = $2`,
);
const STORE = statement<{ version: number }>(
  "planning.store_class_event_month",
  `insert into planning.class_event_month as m (school_id, class_id, month, version, set_by, set_at) values ($1, $2, $3, 1, $4, $5)
   on conflict (school_id, class_id, month) do update set version = m.version + 1, set_by = excluded.set_by, set_at = excluded.set_at where m.version = $6
   returning version`,
);
const DROP = statement("planning.drop_class_events", "delete from planning.class_event where school_id = $1 and class_id = $2 and month = $3");
const ADD = statement(
  "planning.add_class_events",
  `with put as (
     insert into planning.class_event (school_id, class_id, month, place, day, title, note)
     select $1, $2, $3, r.ordinality, r.day, r.title, r.note
     from rows from (json_to_recordset($4::json) as (day date, title text, note text)) with ordinality as r(day, title, note, ordinality))
   select ledger.record($1, 0, $5, $6, $7, $8, $9, $10) as seq`,
);

/** Writes the month's plan of events with the class, whole (003 §1-7). */
export async function setClassEvents(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setClassEventsRoute>,
): Promise<Output<typeof setClassEventsRoute>> {
  const { schoolId, personId, today } = actor;
  const { classId } = params;
  const month = parseDay(params.month);
  if (month === null || month !== monthOf(month)) throw new Failure("invalid", "planning.not_a_day", { text: params.month });
  const read = () => tx.row(STANDING, [schoolId, classId, month, personId, today]);
  const standing = await read();
  if (!standing) throw new Failure("not_found", "planning.class_not_found");
  const right = permit(actor, PLANNING_ACTS, setClassEventsRoute.act, { own_class: standing.ownClass });

  const events = body.events.map((event) => ({ ...event, title: event.title.trim(), note: event.note.trim() })).filter((event) => event.title !== "");
  const outside = events.find(({ day }) => day !== null && (parseDay(day) === null || !day.startsWith(month.slice(0, 7))));
  if (outside) throw new Failure("invalid", "planning.event_outside_month", { day: outside.day });
  if (JSON.stringify(standing.events) === JSON.stringify(events) && standing.version >= body.expectedVersion) return { version: standing.version };
  const conflict = (version: number) => new Failure("conflict", "planning.events_changed_meanwhile", { version });
  if (standing.version !== body.expectedVersion) throw conflict(standing.version);
  const stored = await tx.row(STORE, [schoolId, classId, month, personId, now, body.expectedVersion]);
  if (!stored) throw conflict((await read())!.version);
  await tx.rows(DROP, [schoolId, classId, month]);
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: setClassEventsRoute.act,
    right,
    body: { classId, month, before: standing.events, after: events },
  };
  await tx.rows(ADD, [schoolId, classId, month, JSON.stringify(events), personId, now, ...actAndEvent(entry)]);
  return stored;
}
