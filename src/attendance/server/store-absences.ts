import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { actAndEvent } from "../../foundation/ledger.ts";
import { ATTENDANCE_SET } from "../contract/events.ts";
import { absenceKind, absenceNumber } from "../rules/absence-kind.ts";
import type { Absence } from "../rules/correct-absence.ts";
import { isLateEntry, signsOf } from "../rules/signs.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";

/** A lesson of a pupil with what stands in it. `kind` is a number of ABSENCE_KINDS, version 0 an empty place. */
export type Place = {
  pageId: number;
  lessonId: number;
  pupilId: number;
  groupId: number;
  day: LocalDate;
  kind: number;
  reason: number | null;
  version: number;
  signs: number;
  setBy: number | null;
  spanId: number | null;
};

/** What is to stand in a place instead; `bySpan` when the span wrote the absence itself. */
export type Write = { place: Place; after: Absence; spanId: number | null; bySpan?: boolean };

const STORE = statement<{ lessonId: number; pupilId: number; version: number }>(
  "attendance.store_page",
  `with put as (
     insert into attendance.absence as a (school_id, page_id, set_by, set_at, lesson_id, pupil_id, lesson_day, version, kind, signs, reason, reason_by, span_id)
     select $1, $2, $3::int, $4, e.lesson_id, e.pupil_id, e.day, e.seen + 1, e.kind, e.signs, e.reason, case when e.reason is not null then $3::int end, e.span_id
       from unnest($5::int[], $6::int[], $7::date[], $8::int[], $9::smallint[], $10::smallint[], $11::smallint[], $12::int[]) as e (lesson_id, pupil_id, day, seen, kind, signs, reason, span_id)
       join timetable.lesson l on l.school_id = $1 and l.page_id = $2 and l.lesson_id = e.lesson_id and l.state = 0 and l.day = e.day
       order by e.lesson_id, e.pupil_id for key share of l
     on conflict (school_id, page_id, lesson_id, pupil_id)
     do update set version = excluded.version, kind = excluded.kind, signs = excluded.signs, reason = excluded.reason, span_id = excluded.span_id,
         set_by = case when a.kind = excluded.kind then a.set_by else excluded.set_by end, set_at = case when a.kind = excluded.kind then a.set_at else excluded.set_at end,
         reason_by = case when a.reason is not distinct from excluded.reason then a.reason_by else excluded.reason_by end
       where a.version = excluded.version - 1
     returning lesson_id, pupil_id, version),
   recorded as (select ledger.record($1, $2, $3::int, $4, $13, $14, $15, $16) as seq where (select count(*) from put) = cardinality($5::int[]))
   select lesson_id as "lessonId", pupil_id as "pupilId", version from put left join recorded on true`,
);

/**
 * Writes absences of any pages over the versions that the places hold: one statement and one audit row a page, pages in the order of their numbers,
 * so two writers never wait for one another. All or nothing: one place that changed meanwhile refuses them all.
 */
export async function storeAbsences(
  { tx, actor, now }: Pick<Context, "tx" | "actor" | "now">,
  writes: readonly Write[],
  act: string,
  right: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { schoolId, personId } = actor;
  const pages = new Map<number, Write[]>();
  for (const w of writes) pages.set(w.place.pageId, [...(pages.get(w.place.pageId) ?? []), w]);
  const stored = await Promise.all(
    [...pages]
      .sort(([a], [b]) => a - b)
      .map(async ([pageId, own]) => {
        const days = [...new Set(own.map((w) => w.place.day))];
        const entry = {
          schoolId,
          stream: pageId,
          actor: personId,
          at: now,
          act,
          right,
          body: {
            ...more,
            lessons: own.map(({ place, after }) => ({
              lesson: place.lessonId,
              pupil: place.pupilId,
              before: { kind: absenceKind(place.kind), reason: place.reason, setBy: place.setBy },
              after,
            })),
          },
          event: {
            topic: ATTENDANCE_SET,
            body: {
              pageId,
              groupId: own[0]!.place.groupId,
              pupils: [...new Set(own.map((w) => w.place.pupilId))],
              ...(days.length === 1 ? { day: days[0] } : { days }),
            },
          },
        };
        const rows = await tx.rows(STORE, [
          schoolId,
          pageId,
          personId,
          now,
          own.map((w) => w.place.lessonId),
          own.map((w) => w.place.pupilId),
          own.map((w) => w.place.day),
          own.map((w) => w.place.version),
          own.map((w) => absenceNumber(w.after.kind)),
          own.map(signs),
          own.map((w) => w.after.reason),
          own.map((w) => w.spanId),
          ...actAndEvent(entry),
        ]);
        const done = new Set(rows.map((r) => `${r.lessonId} ${r.pupilId}`));
        return own.filter(({ place }) => !done.has(`${place.lessonId} ${place.pupilId}`));
      }),
  );
  const [missing] = stored.flat();
  if (missing) throw await changedMeanwhile({ tx, actor }, missing.place);
}

function signs({ place, after, bySpan }: Write): number {
  const late = after.kind !== "none" && place.kind !== 0 && isLateEntry(place.signs);
  return signsOf(late, after.reason, bySpan);
}
