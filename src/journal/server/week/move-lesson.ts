import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { laySpans, liftSpans } from "../../../attendance/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { moveLessonRoute } from "../../../timetable/contract/move-lesson.ts";
import { TIMETABLE_ACTS } from "../../../timetable/rules/acts.ts";
import { refusalToMove } from "../../../timetable/rules/lesson-change.ts";
import { dayOfPage, heldLessons, holdLesson, lessonForChange, lockDay, recordChange } from "../../../timetable/server/door.ts";
import { entriesOn } from "../change-queries.ts";

/** Moves one lesson to a free hour of a day with lessons. A lesson with entries keeps its day; on that day it may go to another hour. */
export async function moveLesson({ tx, actor, now }: Context, { params, body }: Input<typeof moveLessonRoute>): Promise<Output<typeof moveLessonRoute>> {
  const { schoolId, personId } = actor;
  const { pageId, lessonId } = params;
  const seen = await lessonForChange(tx, schoolId, pageId, lessonId);
  if (!seen) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, TIMETABLE_ACTS, moveLessonRoute.act);
  const day = parseDay(body.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: body.day });
  // always the earlier day first, as a swap takes them
  for (const each of [...new Set([seen.day, day])].toSorted()) await lockDay(tx, schoolId, each);
  const lesson = (await holdLesson(tx, schoolId, pageId, lessonId)) ?? seen;
  if (lesson.day === day && lesson.slot === body.slot) return { version: lesson.version, day, slot: body.slot };
  if (lesson.version !== body.expectedVersion) throw new Failure("conflict", "timetable.lesson_changed_meanwhile", { version: lesson.version });

  const [place, held, { hasEntries }] = await Promise.all([
    dayOfPage(tx, schoolId, pageId, day),
    heldLessons(tx, schoolId, day),
    entriesOn(tx, schoolId, pageId, lessonId, null),
  ]);
  const { term, hours, ofPupils } = place!;
  const hour = hours.find((h) => h.slot === body.slot) ?? null;
  const keepsDay = hasEntries && day !== lesson.day;
  const refusal = refusalToMove({ ...lesson, lessonId, day, slot: body.slot }, { term, hour, keepsDay, held, ofPupils });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  // on another day the pupils of a span are perhaps here
  if (day !== lesson.day) await liftSpans({ tx, actor, now }, pageId, lessonId, moveLessonRoute.act, right);
  const reason = (body.reason ?? "").trim();
  const moved = { kind: "moved" as const, day, slot: body.slot, term: term ?? lesson.term, hasEntries: false };
  const { version } = await recordChange(tx, {
    ...moved,
    schoolId,
    pageId,
    lessonId,
    expectedVersion: lesson.version,
    actor: personId,
    right,
    at: now,
    reason,
  });
  if (day !== lesson.day) await laySpans({ tx, actor, now }, [pageId], day, [lessonId], moveLessonRoute.act, right);
  return { version, day, slot: body.slot };
}
