import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { actAndEvent } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { refusalOfPart } from "../../timetable/rules/page-uses.ts";
import { isLate, normsOfLesson, refusalToWrite } from "../../planning/rules/lesson-entry.ts";
import type { WhenLate } from "../../planning/rules/late-entry.ts";
import type { LessonFacts } from "../../planning/rules/lesson-entry.ts";
import { demandInTime, demandReason, enrolledSql, lessonFactsSql } from "../../planning/server/door.ts";
import { ATTENDANCE_SET } from "../contract/events.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";
import { absenceKind, absenceNumber } from "../rules/absence-kind.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { isMissed } from "../rules/correct-absence.ts";
import { isExplained, isLateEntry, reasonOfSigns, signsOf } from "../rules/signs.ts";
import { STORE_ATTENDANCE } from "./store-attendance.ts";

type Standing = { pupilId: number; enrolled: boolean; kind: number; version: number; signs: number; setBy: number | null; setAt: string | null };

const LESSON_FOR_ATTENDANCE = statement<LessonFacts & { pupils: Standing[]; entryDue: string; whenLate: WhenLate }>(
  "attendance.lesson_for_attendance",
  lessonFactsSql(
    `norms.of ->> 'attendance.entry_due' as "entryDue", norms.of ->> 'lesson.when_late' as "whenLate", (select json_agg(json_build_object('pupilId', asked.pupil_id, 'kind', coalesce(a.kind, 0), 'version', coalesce(a.version, 0), 'signs', coalesce(a.signs, 0),
       'setBy', a.set_by, 'setAt', a.set_at,
       'enrolled', ${enrolledSql("asked.pupil_id")}))
     from unnest($6::int[]) as asked (pupil_id)
     left join attendance.absence a on a.school_id = $1 and a.page_id = $2 and a.lesson_id = $3 and a.pupil_id = asked.pupil_id) as pupils`,
    ["attendance.entry_due", "lesson.when_late"],
  ),
);

/** Records presence at a lesson for any number of its pupils: one statement, one audit row, all or nothing. A reason given stays while the lesson is missed. */
export async function setAttendance(
  { tx, actor, now, entered }: Context,
  { params, body }: Input<typeof setAttendanceRoute>,
): Promise<Output<typeof setAttendanceRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const { pageId, lessonId } = params;
  // by number, so that two statements over the same pupils wait for each other and never both
  const asked = new Map(body.entries.toSorted((a, b) => a.pupilId - b.pupilId).map((e) => [e.pupilId, e]));
  if (asked.size < body.entries.length) throw new Failure("invalid", "attendance.pupil_named_twice");
  const factsOf = () => tx.row(LESSON_FOR_ATTENDANCE, [schoolId, pageId, lessonId, personId, today, [...asked.keys()]]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, ATTENDANCE_ACTS, setAttendanceRoute.act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, { ...normsOfLesson(facts), "attendance.entry_due": facts.entryDue, "lesson.when_late": facts.whenLate });
  const refusal = refusalToWrite(facts, today, "held") ?? (body.entries.some((e) => e.kind !== "none") ? refusalOfPart(facts, "attendance") : null);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  if (facts.pupils.some((p) => !p.enrolled)) throw new Failure("refused", "people.pupil_not_in_group", { lessonDay: facts.lessonDay });

  const late = isLate({ ...facts, lessonEntry: facts.entryDue }, now, timezone, entered);
  const changes = facts.pupils.flatMap((standing) => {
    const { kind, expectedVersion } = asked.get(standing.pupilId)!;
    const wanted = absenceNumber(kind);
    if (wanted === standing.kind && standing.version >= expectedVersion) return [];
    if (standing.version !== expectedVersion) throw conflict(lessonId, standing);
    const signs = signsOf(standing.kind === 0 ? late : isLateEntry(standing.signs), isMissed(kind) ? reasonOfSigns(standing.signs) : null);
    return [{ standing, wanted, signs, version: expectedVersion }];
  });

  const firstLate = late && changes.some((c) => c.standing.kind === 0 && c.wanted !== 0);
  const corrects = changes.some((c) => c.standing.kind !== 0);
  const first = { when: facts.whenLate, late: firstLate, reason: body.correction, lessonDay: facts.lessonDay, norm: "attendance.entry_due" } as const;
  const correction = { ...demandReason(facts, corrects, body.correction, { now, entered, timezone }), ...(await demandInTime(tx, actor, first)) };

  if (changes.length > 0) {
    const pupils = changes.map((c) => c.standing.pupilId);
    const entry = {
      schoolId,
      stream: pageId,
      actor: personId,
      at: now,
      act: setAttendanceRoute.act,
      right,
      body: {
        lesson: lessonId,
        pupils: changes.map((c) => ({ pupil: c.standing.pupilId, before: absenceKind(c.standing.kind), after: absenceKind(c.wanted) })),
        ...correction,
      },
      event: { topic: ATTENDANCE_SET, body: { pageId, groupId: facts.groupId, lessonId, pupils, day: facts.lessonDay } },
    };
    const columns = [pupils, changes.map((c) => c.wanted), changes.map((c) => c.signs), changes.map((c) => c.version)];
    const stored = await tx.rows(STORE_ATTENDANCE, [schoolId, pageId, lessonId, facts.lessonDay, personId, now, ...columns, ...actAndEvent(entry)]);
    if (stored.length < changes.length) {
      const again = (await factsOf())!;
      const changed = refusalToWrite(again, today, "held");
      if (changed) throw new Failure("refused", changed.code, changed.facts);
      const fresh = again.pupils;
      // the same request came twice at once: what is asked stands
      if (stored.length === 0 && fresh.every((p) => absenceKind(p.kind) === asked.get(p.pupilId)!.kind)) return answer(fresh);
      const done = new Set(stored.map((s) => s.pupilId));
      throw conflict(
        lessonId,
        fresh.find((p) => pupils.includes(p.pupilId) && !done.has(p.pupilId))!,
      );
    }
    for (const c of changes)
      Object.assign(c.standing, { kind: c.wanted, signs: c.signs, version: stored.find((s) => s.pupilId === c.standing.pupilId)!.version });
  }
  return answer(facts.pupils);
}

const answer = (pupils: readonly Standing[]): Output<typeof setAttendanceRoute> => ({
  entries: pupils.map((p) => ({
    pupilId: p.pupilId,
    kind: absenceKind(p.kind),
    version: p.version,
    late: isLateEntry(p.signs),
    explained: isExplained(p.signs),
  })),
});

/** Names the first cell that changed meanwhile; nothing of the statement was written. */
function conflict(lessonId: number, { pupilId, kind, version, setBy, setAt }: Standing): Failure {
  return new Failure("conflict", "attendance.cell_changed_meanwhile", { lessonId, pupilId, kind: absenceKind(kind), version, setBy, setAt });
}
