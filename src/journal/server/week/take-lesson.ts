import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { substitutionDays } from "../../../regulation/rules/substitution-window.ts";
import type { takeLessonRoute } from "../../../timetable/contract/take-lesson.ts";
import { lessonInTheWay } from "../../../timetable/rules/lesson-time.ts";
import { heldLessons, holdLesson, lessonForChange, lockDay, permitTaking, recordChange } from "../../../timetable/server/door.ts";
import { entriesOn } from "../change-queries.ts";

/**
 * A teacher who gives another's lesson says so at the moment of entry (001 §1.12, 004 §5.1): from then on the journal of this lesson is open,
 * and the record keeps both names. What the teacher of the lesson has written already is not taken over.
 */
export async function takeLesson({ tx, actor, now }: Context, { params, body }: Input<typeof takeLessonRoute>): Promise<Output<typeof takeLessonRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId } = params;
  const seen = await lessonForChange(tx, schoolId, pageId, lessonId);
  if (!seen) throw new Failure("not_found", "timetable.lesson_not_found");
  const { right, window } = await permitTaking(tx, actor, seen.day);
  await lockDay(tx, schoolId, seen.day);
  const lesson = (await holdLesson(tx, schoolId, pageId, lessonId)) ?? seen;
  const names = await staffNames(tx, schoolId);
  const answer = (version: number) => ({ version, teacher: names.get(lesson.teacherId) ?? "", substitute: names.get(personId) ?? "" });

  if (lesson.substituteId === personId && !lesson.cancelled) return answer(lesson.version);
  if (lesson.teacherId === personId) throw new Failure("refused", "timetable.substitute_is_the_teacher");
  if (lesson.cancelled) throw new Failure("refused", "timetable.lesson_cancelled", { lessonDay: lesson.day });
  if (lesson.substituteId !== null) throw new Failure("refused", "timetable.substitute_named");
  if (lesson.version !== body.expectedVersion) throw new Failure("conflict", "timetable.lesson_changed_meanwhile", { version: lesson.version });
  const { from, to } = substitutionDays(window, lesson.day);
  if (today < from || today > to) throw new Failure("refused", "timetable.substitution_window_over", { from, to });
  const [{ hasEntries }, held] = await Promise.all([entriesOn(tx, schoolId, pageId, lessonId, null), heldLessons(tx, schoolId, lesson.day)]);
  if (hasEntries) throw new Failure("refused", "timetable.lesson_already_kept");
  const busy = lessonInTheWay(held, lesson, personId, [lessonId]);
  if (busy) throw new Failure("refused", "timetable.teacher_busy", { group: busy.group, slot: busy.slot, starts: busy.starts, ends: busy.ends });

  const reason = (body.reason ?? "").trim();
  const change = { kind: "substituted" as const, substituteId: personId, schoolId, pageId, lessonId, expectedVersion: lesson.version };
  const { version } = await recordChange(tx, { ...change, actor: personId, right, at: now, reason });
  return answer(version);
}
