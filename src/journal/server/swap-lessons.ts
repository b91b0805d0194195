import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { swapLessonsRoute } from "../../timetable/contract/change-lesson.ts";
import { TIMETABLE_ACTS } from "../../timetable/rules/acts.ts";
import { refusalToSwap } from "../../timetable/rules/lesson-change.ts";
import type { SwapFacts } from "../../timetable/rules/lesson-change.ts";
import { lessonInTheRoom, lessonInTheWay } from "../../timetable/rules/lesson-time.ts";
import { heldLessons, holdLesson, lessonForChange, lockDay, recordChange } from "../../timetable/server/door.ts";
import type { LessonForChange } from "../../timetable/server/door.ts";
import { laySpans, liftSpans } from "../../attendance/server/door.ts";
import { entriesOn } from "./change-queries.ts";

/** Two lessons of a group change places. A lesson with entries keeps its day and its hour. */
export async function swapLessons({ tx, actor, now }: Context, { body }: Input<typeof swapLessonsRoute>): Promise<Output<typeof swapLessonsRoute>> {
  const { schoolId, personId } = actor;
  const asked = [body.first, body.second] as const;
  const lessonOf = async ({ pageId, lessonId }: (typeof asked)[number]): Promise<LessonForChange> => {
    const lesson = await lessonForChange(tx, schoolId, pageId, lessonId);
    if (!lesson) throw new Failure("not_found", "timetable.lesson_not_found");
    return lesson;
  };
  const seen = await Promise.all([lessonOf(body.first), lessonOf(body.second)]);
  const right = permit(actor, TIMETABLE_ACTS, swapLessonsRoute.act);
  // always the earlier day first, so that two swaps of the same days cannot wait for each other
  const days = [...new Set(seen.map((l) => l.day))].sort();
  for (const day of days) await lockDay(tx, schoolId, day);
  // and the earlier row first, as a statement over many pages takes them
  const inOrder = asked.toSorted((a, b) => a.pageId - b.pageId || a.lessonId - b.lessonId);
  for (const { pageId, lessonId } of inOrder) await holdLesson(tx, schoolId, pageId, lessonId);
  const lessons = await Promise.all([lessonOf(body.first), lessonOf(body.second)]);
  for (const [i, lesson] of lessons.entries()) {
    if (lesson.version !== asked[i]!.expectedVersion) throw new Failure("conflict", "timetable.lesson_changed_meanwhile", { version: lesson.version });
  }

  const held = (await Promise.all(days.map((day) => heldLessons(tx, schoolId, day)))).flat();
  const both = asked.map((a) => a.lessonId);
  const factsOf = async (i: 0 | 1): Promise<SwapFacts> => {
    const [lesson, place] = [lessons[i], lessons[i === 0 ? 1 : 0]];
    const { hasEntries } = await entriesOn(tx, schoolId, asked[i].pageId, asked[i].lessonId, null);
    return {
      groupId: lesson.groupId,
      cancelled: lesson.cancelled,
      hasEntries,
      busyWith: lessonInTheWay(held, place, lesson.substituteId ?? lesson.teacherId, both),
      roomTakenBy: lesson.roomId === null ? null : lessonInTheRoom(held, place, lesson.roomId, both),
    };
  };
  const refusal = refusalToSwap([await factsOf(0), await factsOf(1)]);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  for (const { pageId, lessonId } of inOrder) await liftSpans({ tx, actor, now }, pageId, lessonId, swapLessonsRoute.act, right);
  const move = (i: 0 | 1) => {
    const { day, slot, term } = lessons[i === 0 ? 1 : 0];
    const reason = (body.reason ?? "").trim();
    return recordChange(tx, { kind: "moved", day, slot, term, hasEntries: false, schoolId, ...asked[i], actor: personId, right, at: now, reason });
  };
  const [first, second] = [await move(0), await move(1)];
  const pages = [...new Set(asked.map((a) => a.pageId))];
  await laySpans({ tx, actor, now }, pages, days[0]!, both, swapLessonsRoute.act, right);
  return { first, second };
}
