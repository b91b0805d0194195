import type { Transaction } from "../../foundation/database.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { dueAt } from "../../regulation/rules/deadline.ts";
import { LESSON_FOR_RETYPE, RETYPE_MARKS } from "./mark-queries.ts";

type Retyping = { pageId: number; lessonId: number; before: number | null; after: number | null };

/** The work of a column was chosen anew: marks that were given for it go with it. Where the column has no work any more, marks keep theirs. */
export async function retypeMarks(tx: Transaction, actor: { schoolId: number; personId: number; today: string; timezone: string }, r: Retyping): Promise<void> {
  const { schoolId, personId, today, timezone } = actor;
  const facts = await tx.row(LESSON_FOR_RETYPE, [schoolId, r.pageId, r.lessonId, personId, today, r.after]);
  const before = r.before ?? facts?.usual ?? null;
  const given = facts?.given;
  if (!facts || !given || before === null || given.type === before) return;
  demandNorms(facts.lessonDay, { [given.norm]: given.due });
  const due = dueAt(given.due!, { ...facts, nextLesson: given.nextLesson, timezone });
  await tx.rows(RETYPE_MARKS, [schoolId, r.pageId, r.lessonId, before, given.type, due.getTime() >= 8.64e15 ? "infinity" : due]);
}
