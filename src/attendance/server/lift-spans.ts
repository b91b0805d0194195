import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { storeAbsences } from "./store-absences.ts";
import type { Place } from "./store-absences.ts";

/** Absences of a lesson that a span of days wrote and nobody touched since; the fourth sign is theirs (rules/signs.ts). */
const BY_SPANS = statement<Place>(
  "attendance.lesson_by_spans",
  `select a.page_id as "pageId", a.lesson_id as "lessonId", a.pupil_id as "pupilId", p.group_id as "groupId", l.day, a.kind, a.reason, a.version, a.signs,
     a.set_by as "setBy", a.span_id as "spanId"
   from attendance.absence a join timetable.page p on p.school_id = $1 and p.page_id = a.page_id
   join timetable.lesson l on l.school_id = $1 and l.page_id = a.page_id and l.lesson_id = a.lesson_id
   where a.school_id = $1 and a.page_id = $2 and a.lesson_id = $3 and a.kind <> 0 and a.signs & 4 = 4 order by a.pupil_id`,
);

/** Takes what spans of days wrote ahead off a lesson that will not be held at its time: nobody misses it. `act` and `right` are of whoever changes the lesson. */
export async function liftSpans(context: Pick<Context, "tx" | "actor" | "now">, pageId: number, lessonId: number, act: string, right: string): Promise<void> {
  const places = await context.tx.rows(BY_SPANS, [context.actor.schoolId, pageId, lessonId]);
  const writes = places.map((place) => ({ place, after: { kind: "none" as const, reason: null }, spanId: null }));
  if (writes.length > 0) await storeAbsences(context, writes, act, right);
}
