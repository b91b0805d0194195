import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { enrolledSql } from "../../planning/server/door.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import { absenceKind, absenceNumber } from "../rules/absence-kind.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { corrected } from "../rules/correct-absence.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { CLASS_TIES } from "./class-queries.ts";
import { REASONS } from "./reason-queries.ts";
import { storeAbsences } from "./store-absences.ts";
import type { Place, Write } from "./store-absences.ts";

type Found = Place & { cancelled: boolean; inClass: boolean; enrolled: boolean };

/** The places asked for, in the order of pages, lessons and pupils. $1 school, $2 class, then pages, lessons, pupils. */
const PLACES = statement<Found>(
  "attendance.places_to_correct",
  `select e.page_id as "pageId", e.lesson_id as "lessonId", e.pupil_id as "pupilId", p.group_id as "groupId", l.day, l.state = 1 as cancelled,
     coalesce(a.kind, 0) as kind, a.reason, coalesce(a.version, 0) as version, coalesce(a.signs, 0) as signs, a.set_by as "setBy", a.span_id as "spanId",
     exists (select from people.member m where m.school_id = $1 and m.group_id = c.group_id and m.pupil_id = e.pupil_id and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)) as "inClass",
     ${enrolledSql("e.pupil_id")} as enrolled
   from unnest($3::int[], $4::int[], $5::int[]) as e (page_id, lesson_id, pupil_id)
   join people.school_class c on c.school_id = $1 and c.class_id = $2
   join timetable.lesson l on l.school_id = $1 and l.page_id = e.page_id and l.lesson_id = e.lesson_id
   join timetable.page p on p.school_id = $1 and p.page_id = e.page_id
   left join attendance.absence a on a.school_id = $1 and a.page_id = e.page_id and a.lesson_id = e.lesson_id and a.pupil_id = e.pupil_id
   order by e.page_id, e.lesson_id, e.pupil_id`,
);

const keyOf = (e: { pageId: number; lessonId: number; pupilId: number }) => `${e.pageId} ${e.lessonId} ${e.pupilId}`;

/** Gives reasons of absences of the homeroom class and corrects them, on any pages, all or nothing (002 П2 §2.14). Marks are not touched. */
export async function setAbsenceReason(context: Context, { params, body }: Input<typeof setAbsenceReasonRoute>): Promise<Output<typeof setAbsenceReasonRoute>> {
  const { tx, actor } = context;
  const { schoolId, personId, today } = actor;
  const asked = new Map(body.entries.map((e) => [keyOf(e), e]));
  if (asked.size < body.entries.length) throw new Failure("invalid", "attendance.pupil_named_twice");
  const wanted = [...asked.values()];
  const [ties, reasons, places] = await Promise.all([
    tx.row(CLASS_TIES, [schoolId, params.classId, personId, today]),
    tx.rows(REASONS, [schoolId]),
    tx.rows(PLACES, [schoolId, params.classId, wanted.map((e) => e.pageId), wanted.map((e) => e.lessonId), wanted.map((e) => e.pupilId)]),
  ]);
  if (!ties) throw new Failure("not_found", "attendance.class_not_found");
  const right = permit(actor, ATTENDANCE_ACTS, setAbsenceReasonRoute.act, { own_class: ties.ownClass });
  if (places.length < wanted.length) throw new Failure("not_found", "timetable.lesson_not_found");

  const writes: Write[] = [];
  for (const place of places) {
    const { kind, reason, expectedVersion } = asked.get(keyOf(place))!;
    if (!place.inClass || !place.enrolled) throw new Failure("refused", "people.pupil_not_in_group", { lessonDay: place.day });
    if (place.cancelled) throw new Failure("refused", "timetable.lesson_cancelled", { lessonDay: place.day });
    if (place.day > today) throw new Failure("refused", "timetable.lesson_not_held_yet", { lessonDay: place.day });
    const known = reasons.find((r) => r.reason === reason);
    if (known?.retired && place.reason !== reason) throw new Failure("refused", "attendance.reason_retired", { name: known.name });
    if (reason !== null && !known) throw new Failure("refused", "attendance.reason_unknown", { reason });
    const after = corrected({ kind: absenceKind(place.kind), reason: place.reason }, { reason, ...(kind && { kind }) }, known?.kind ?? null);
    if ("code" in after) throw new Failure("refused", after.code, after.facts);
    if (absenceNumber(after.kind) === place.kind && after.reason === place.reason && place.version >= expectedVersion) continue;
    if (place.version !== expectedVersion) throw await changedMeanwhile(context, place);
    writes.push({ place, after, spanId: null });
  }
  await storeAbsences(context, writes, setAbsenceReasonRoute.act, right);

  const written = new Map(writes.map((w) => [keyOf(w.place), w.after]));
  return {
    entries: places.map((place) => {
      const { pageId, lessonId, pupilId, version } = place;
      const after = written.get(keyOf(place));
      return { pageId, lessonId, pupilId, ...(after ? { ...after, version: version + 1 } : { kind: absenceKind(place.kind), reason: place.reason, version }) };
    }),
  };
}
