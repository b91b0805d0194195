import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { changeLessonRoute } from "../../timetable/contract/change-lesson.ts";
import { TIMETABLE_ACTS } from "../../timetable/rules/acts.ts";
import { refusalToChange } from "../../timetable/rules/lesson-change.ts";
import { lessonInTheRoom, lessonInTheWay } from "../../timetable/rules/lesson-time.ts";
import { hasRoom, heldLessons, holdLesson, isTeacher, lessonForChange, lockDay, recordChange } from "../../timetable/server/door.ts";
import type { LessonChange, LessonForChange } from "../../timetable/server/door.ts";
import { laySpans, liftSpans } from "../../attendance/server/door.ts";
import { entriesOn } from "./change-queries.ts";

type Asked = Input<typeof changeLessonRoute>["body"];

function alreadyStands(asked: Asked, l: LessonForChange): boolean {
  if (asked.change === "substitute") return !l.cancelled && asked.substituteId !== undefined && l.substituteId === asked.substituteId;
  if (asked.change === "cancel") return l.cancelled;
  if (asked.change === "restore") return !l.cancelled && l.substituteId === null;
  return l.roomId === (asked.roomId ?? null);
}

/** The steps to what is asked: a substitute for a cancelled lesson first brings it back. */
function stepsTo(
  asked: Asked,
  l: LessonForChange,
): ({ kind: "substituted"; substituteId: number } | { kind: "cancelled" | "restored" } | { kind: "room"; roomId: number | null })[] {
  if (asked.change === "cancel") return [{ kind: "cancelled" }];
  if (asked.change === "restore") return [{ kind: "restored" }];
  if (asked.change === "room") return [{ kind: "room", roomId: asked.roomId ?? null }];
  return [...(l.cancelled ? [{ kind: "restored" as const }] : []), { kind: "substituted", substituteId: asked.substituteId! }];
}

/** Substitutes, cancels, takes back or gives another room to a dated lesson. What is asked and already stands is answered as done. */
export async function changeLesson({ tx, actor, now }: Context, { params, body }: Input<typeof changeLessonRoute>): Promise<Output<typeof changeLessonRoute>> {
  const { schoolId, personId } = actor;
  const { pageId, lessonId } = params;
  const seen = await lessonForChange(tx, schoolId, pageId, lessonId);
  if (!seen) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, TIMETABLE_ACTS, changeLessonRoute.act);
  await lockDay(tx, schoolId, seen.day);
  const lesson = (await holdLesson(tx, schoolId, pageId, lessonId)) ?? seen;
  if (alreadyStands(body, lesson)) return answer(lesson);
  if (lesson.version !== body.expectedVersion) throw new Failure("conflict", "timetable.lesson_changed_meanwhile", { version: lesson.version });

  const reason = (body.reason ?? "").trim();
  const substituteId = body.change === "substitute" ? (body.substituteId ?? null) : null;
  const roomId = body.change === "room" ? (body.roomId ?? null) : null;
  const [written, held, teaches, room] = await Promise.all([
    entriesOn(tx, schoolId, pageId, lessonId, lesson.substituteId),
    heldLessons(tx, schoolId, lesson.day),
    substituteId === null ? false : isTeacher(tx, schoolId, lesson.day, substituteId),
    roomId === null ? true : hasRoom(tx, schoolId, roomId),
  ]);
  if (!room) throw new Failure("not_found", "timetable.room_not_found");
  const refusal = refusalToChange(body.change, substituteId, reason, {
    ...lesson,
    ...written,
    isTeacher: teaches,
    busyWith: lessonInTheWay(held, lesson, substituteId ?? lesson.teacherId, [lessonId]),
    roomTakenBy: roomId === null ? null : lessonInTheRoom(held, lesson, roomId, [lessonId]),
  });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  if (body.change === "cancel") await liftSpans({ tx, actor, now }, pageId, lessonId, changeLessonRoute.act, right);
  let { version } = lesson;
  for (const step of stepsTo(body, lesson)) {
    const told: LessonChange = { ...step, schoolId, pageId, lessonId, expectedVersion: version, actor: personId, right, at: now, reason };
    ({ version } = await recordChange(tx, told));
  }
  if (lesson.cancelled) await laySpans({ tx, actor, now }, [pageId], lesson.day, [lessonId], changeLessonRoute.act, right);
  return answer({ ...lesson, version, ...afterwards(body, lesson) });
}

const answer = ({ version, cancelled, substituteId, roomId }: LessonForChange) => ({ version, cancelled, substituteId, roomId });

function afterwards(asked: Asked, l: LessonForChange): Pick<LessonForChange, "cancelled" | "substituteId" | "roomId"> {
  if (asked.change === "substitute") return { cancelled: false, substituteId: asked.substituteId ?? null, roomId: l.roomId };
  if (asked.change === "cancel") return { cancelled: true, substituteId: l.substituteId, roomId: l.roomId };
  if (asked.change === "restore") return { cancelled: false, substituteId: null, roomId: l.roomId };
  return { cancelled: l.cancelled, substituteId: l.substituteId, roomId: asked.roomId ?? null };
}
