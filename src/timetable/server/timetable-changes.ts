import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { daysBetween, instantOf, parseDay, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input } from "../../foundation/route.ts";
import { JsonText } from "../../foundation/serve.ts";
import { timetableChangesRoute } from "../contract/timetable-changes.ts";
import { TIMETABLE_ACTS } from "../rules/acts.ts";

const LONGEST = 100;

/**
 * Edits with what they made of the lesson, as one JSON text: a row of lesson_change holds the lesson before, the next row (or the lesson) after.
 * $1 school, $2 and $3 days of the lesson or null, $4 and $5 instants of the edit or null.
 */
const CHANGES = statement<{ changes: string }>(
  "timetable.changes",
  `with touched as materialized (
    select distinct c.page_id, c.lesson_id from timetable.lesson_change c join timetable.lesson l using (school_id, page_id, lesson_id)
    where c.school_id = $1 and ($2::date is null or l.day between $2::date and $3::date) and ($4::timestamptz is null or c.made_at >= $4 and c.made_at < $5)
  ), edits as (
    select c.*, l.day as now_day, lead(c.before_day, 1, l.day) over chain as after_day, lead(c.before_slot, 1, l.slot) over chain as after_slot,
      case when lead(c.change_no) over chain is null then l.substitute_id else lead(c.before_substitute_id) over chain end as after_substitute_id,
      case when lead(c.change_no) over chain is null then l.room_id else lead(c.before_room_id) over chain end as after_room_id,
      not exists (select from timetable.lesson_change n where n.school_id = $1 and n.page_id = c.page_id and n.lesson_id = c.lesson_id and n.change_no > c.change_no
        and (n.kind = c.kind or c.kind not in ('moved', 'room') and n.kind in ('substituted', 'cancelled', 'restored'))) as stands
    from touched t join timetable.lesson_change c on c.school_id = $1 and c.page_id = t.page_id and c.lesson_id = t.lesson_id
    join timetable.lesson l on l.school_id = $1 and l.page_id = c.page_id and l.lesson_id = c.lesson_id
    window chain as (partition by c.page_id, c.lesson_id order by c.change_no)
  )
  select coalesce(json_agg(json_build_object('pageId', e.page_id, 'lessonId', e.lesson_id, 'changeNo', e.change_no, 'kind', e.kind,
      'before', json_build_object('day', e.before_day, 'slot', e.before_slot), 'after', json_build_object('day', e.after_day, 'slot', e.after_slot),
      'groupName', g.name, 'subject', s.name, 'teacher', people.short_name(t.surname, t.given_name, t.patronymic),
      'substitute', people.short_name(u.surname, u.given_name, u.patronymic), 'roomBefore', rb.name, 'room', ra.name, 'reason', e.reason,
      'author', people.short_name(a.surname, a.given_name, a.patronymic), 'madeAt', e.made_at, 'stands', e.stands)
      order by case when $4::timestamptz is null then e.after_day end, case when $4::timestamptz is null then e.after_slot end, e.made_at, e.page_id, e.lesson_id, e.change_no), '[]')::text as changes
  from edits e join timetable.page p on p.school_id = $1 and p.page_id = e.page_id
  join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  join people.person t on t.school_id = $1 and t.person_id = e.before_teacher_id
  left join people.person u on u.school_id = $1 and u.person_id = e.after_substitute_id
  left join timetable.room rb on rb.school_id = $1 and rb.room_id = e.before_room_id
  left join timetable.room ra on ra.school_id = $1 and ra.room_id = e.after_room_id
  join people.person a on a.school_id = $1 and a.person_id = e.made_by
  where $4::timestamptz is null or e.made_at >= $4 and e.made_at < $5`,
);

function dayOf(text: string): LocalDate {
  const day = parseDay(text);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text });
  return day;
}

/** The register of changes between two days, both inclusive: by the lesson's day unless asked by the day they were made. */
export async function timetableChanges({ tx, actor }: Context, { query }: Input<typeof timetableChangesRoute>): Promise<JsonText> {
  permit(actor, TIMETABLE_ACTS, timetableChangesRoute.act);
  const [from, to] = [dayOf(query.from), dayOf(query.to)];
  if (to < from || daysBetween(from, to) > LONGEST) throw new Failure("invalid", "timetable.not_a_span", { days: LONGEST });
  const midnight = (day: LocalDate) => instantOf(day, "00:00", actor.timezone);
  const span = query.by === "made" ? [null, null, midnight(from), midnight(plusDays(to, 1))] : [from, to, null, null];
  const row = await tx.lastRow(CHANGES, [actor.schoolId, ...span]);
  return new JsonText(`{"from":"${from}","to":"${to}","changes":${row!.changes}}`);
}
