import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import type { CorrectionFacts } from "../../planning/rules/late-correction.ts";
import { demandReason, enrolledSql } from "../../planning/server/door.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import { absenceKind, absenceNumber } from "../rules/absence-kind.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { corrected, isCorrection } from "../rules/correct-absence.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { CLASS_TIES } from "./class-queries.ts";
import { REASONS } from "./reason-queries.ts";
import { storeAbsences } from "./store-absences.ts";
import type { Place, Write } from "./store-absences.ts";

type Found = Place & Omit<CorrectionFacts, "lessonDay"> & { cancelled: boolean; inClass: boolean; enrolled: boolean };

/** The places asked for, in the order of pages, lessons and pupils. $1 school, $2 class, then pages, lessons, pupils. */
const PLACES = statement<Found>(
  "attendance.places_to_correct",
  `select e.page_id as "pageId", e.lesson_id as "lessonId", e.pupil_id as "pupilId", p.group_id as "groupId", l.day, l.state = 1 as cancelled,
     coalesce(a.kind, 0) as kind, a.reason, coalesce(a.version, 0) as version, coalesce(a.signs, 0) as signs, a.set_by as "setBy", a.span_id as "spanId",
     exists (select from people.member m where m.school_id = $1 and m.group_id = c.group_id and m.pupil_id = e.pupil_id and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)) as "inClass",
     ${enrolledSql("e.pupil_id")} as enrolled,
     norms.of ->> 'corrections.reason_after' as "reasonAfter", norms.of -> 'lesson.entry_counts' as "entryCounts",
     case when norms.of::text like '%"class\\_day\\_end%' then to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') end as "classDayEnds"
   from unnest($3::int[], $4::int[], $5::int[]) as e (page_id, lesson_id, pupil_id)
   join people.school_class c on c.school_id = $1 and c.class_id = $2
   join timetable.lesson l on l.school_id = $1 and l.page_id = e.page_id and l.lesson_id = e.lesson_id
   join timetable.page p on p.school_id = $1 and p.page_id = e.page_id
   cross join lateral (select regulation.norms_on($1, '{corrections.reason_after,lesson.entry_counts}', l.day, p.grade_level, p.subject_id) as of offset 0) norms
   left join attendance.absence a on a.school_id = $1 and a.page_id = e.page_id and a.lesson_id = e.lesson_id and a.pupil_id = e.pupil_id
   order by e.page_id, e.lesson_id, e.pupil_id`,
);

const keyOf = (e: { pageId: number; lessonId: number; pupilId: number }) => `${e.pageId} ${e.lessonId} ${e.pupilId}`;

/**
 * Gives reasons of absences of the homeroom class and corrects them, on any pages, all or nothing (002 П2 §2.14). Marks are not touched.
 * What replaces a word that stands after the term of the norm needs its reason, as a teacher's correction does (002 П2 §2.16).
 */
export async function setAbsenceReason(context: Context, { params, body }: Input<typeof setAbsenceReasonRoute>): Promise<Output<typeof setAbsenceReasonRoute>> {
  const { tx, actor, now, entered } = context;
  const { schoolId, personId, today, timezone } = actor;
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
  let correction = {};
  for (const place of places) {
    const { kind, reason, expectedVersion } = asked.get(keyOf(place))!;
    if (!place.inClass || !place.enrolled) throw new Failure("refused", "people.pupil_not_in_group", { lessonDay: place.day });
    if (place.cancelled) throw new Failure("refused", "timetable.lesson_cancelled", { lessonDay: place.day });
    if (place.day > today) throw new Failure("refused", "timetable.lesson_not_held_yet", { lessonDay: place.day });
    const known = reasons.find((r) => r.reason === reason);
    if (known?.retired && place.reason !== reason) throw new Failure("refused", "attendance.reason_retired", { name: known.name });
    if (reason !== null && !known) throw new Failure("refused", "attendance.reason_unknown", { reason });
    const standing = { kind: absenceKind(place.kind), reason: place.reason };
    const after = corrected(standing, { reason, ...(kind && { kind }) }, known?.kind ?? null);
    if ("code" in after) throw new Failure("refused", after.code, after.facts);
    if (absenceNumber(after.kind) === place.kind && after.reason === place.reason && place.version >= expectedVersion) continue;
    if (place.version !== expectedVersion) throw await changedMeanwhile(context, place);
    if (isCorrection(standing, after)) {
      demandNorms(place.day, { "corrections.reason_after": place.reasonAfter, "lesson.entry_counts": place.entryCounts });
      correction = { ...correction, ...demandReason({ ...place, lessonDay: place.day }, true, body.correction, { now, entered, timezone }) };
    }
    writes.push({ place, after, spanId: null });
  }
  await storeAbsences(context, writes, setAbsenceReasonRoute.act, right, correction);

  const written = new Map(writes.map((w) => [keyOf(w.place), w.after]));
  return {
    entries: places.map((place) => {
      const { pageId, lessonId, pupilId, version } = place;
      const after = written.get(keyOf(place));
      return { pageId, lessonId, pupilId, ...(after ? { ...after, version: version + 1 } : { kind: absenceKind(place.kind), reason: place.reason, version }) };
    }),
  };
}
