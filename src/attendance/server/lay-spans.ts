import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { enrolledSql } from "../../planning/server/door.ts";
import { storeAbsences } from "./store-absences.ts";
import type { Place } from "./store-absences.ts";

/**
 * Lessons of pages from a day on that stand in somebody's span of days and have no word of anybody: made after the span was entered, or moved into it.
 * A presence that somebody wrote by hand has a row and stays; of the lessons named as moved the row is of the place they left.
 * $1 school, $2 pages, $3 from, $4 moved lessons.
 */
const UNCOVERED = statement<Place & { spanId: number; spanReason: number; shows: number }>(
  "attendance.lessons_not_covered",
  `select l.page_id as "pageId", l.lesson_id as "lessonId", n.pupil_id as "pupilId", p.group_id as "groupId", l.day, coalesce(a.kind, 0) as kind, a.reason,
     coalesce(a.version, 0) as version, coalesce(a.signs, 0) as signs, a.set_by as "setBy", n.span_id as "spanId", n.reason as "spanReason", r.kind as shows
   from timetable.page p join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.day >= $3::date and l.state = 0
   join attendance.absence_span n on n.school_id = $1 and not n.is_removed and l.day between n.from_day and n.to_day
   join attendance.reason r on r.school_id = $1 and r.reason = n.reason
   left join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.pupil_id = n.pupil_id
   where p.school_id = $1 and p.page_id = any($2::int[]) and (a.pupil_id is null or a.kind = 0 and l.lesson_id = any($4::int[])) and ${enrolledSql("n.pupil_id")}
     and (regulation.norm_on($1, 'journal.kind.' || p.kind, l.day) -> 'attendance')::boolean
   order by n.span_id, l.page_id, l.lesson_id`,
);

/** Writes standing spans of days into lessons that came into them later: of a new week, moved, brought back. `act` and `right` are of whoever changes the lessons. */
export async function laySpans(
  context: Pick<Context, "tx" | "actor" | "now">,
  pageIds: readonly number[],
  from: LocalDate,
  moved: readonly number[],
  act: string,
  right: string,
): Promise<void> {
  const places = await context.tx.rows(UNCOVERED, [context.actor.schoolId, pageIds, from, moved]);
  for (const [spanId, own] of Map.groupBy(places, (place) => place.spanId)) {
    const writes = own.map((place) => ({
      place,
      after: { kind: place.shows === 2 ? ("ill" as const) : ("absent" as const), reason: place.spanReason },
      spanId,
      bySpan: true,
    }));
    await storeAbsences(context, writes, act, right, { span: spanId });
  }
}
