import type { Transaction } from "../../../foundation/database.ts";
import { giveLine, planOfLesson } from "../../../planning/server/door.ts";

/**
 * Tells the plan which of its lines the lesson has by the topic written: the line offered, else the nearest one of the same words.
 * Words of the teacher's own change nothing, and a topic taken away takes the line back.
 */
export async function giveTopic(tx: Transaction, schoolId: number, pageId: number, lessonId: number, topic: string | null): Promise<void> {
  if (topic === null) return giveLine(tx, schoolId, pageId, lessonId, null);
  const plan = await planOfLesson(tx, schoolId, pageId, lessonId);
  if (!plan?.hasPlan) return;
  const same = [plan.offered, ...plan.missed, ...plan.next].find((line) => line?.topic === topic);
  if (same) await giveLine(tx, schoolId, pageId, lessonId, same.lineId);
}
