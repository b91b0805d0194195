import type { Actor } from "../../../access/rules/permit.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LessonFacts } from "../../../planning/rules/lesson-entry.ts";
import { demandInTime } from "../../../planning/server/door.ts";
import type { LessonNote } from "../../rules/lesson-note.ts";
import type { FactsForNote, StandingNote } from "./lesson-queries.ts";

export const LESSON_LATE = 1;
export const HOMEWORK_LATE = 2;

/** Late is the first record of a lesson, and the first of its homework, each by its own norm of the lesson's day. */
export function signsOf(facts: FactsForNote, standing: StandingNote, note: LessonNote, late: (f: LessonFacts) => boolean): number {
  const first = standing.topic === null && standing.homework === null;
  const lesson = first ? Number(late(facts)) * LESSON_LATE : standing.signs & LESSON_LATE;
  if (note.homework === null) return lesson;
  if (standing.homework !== null) return lesson | (standing.signs & HOMEWORK_LATE);
  return lesson | (late(asHomework(facts)) ? HOMEWORK_LATE : 0);
}

/** The facts with the term of homework in the place of the lesson's. */
const asHomework = (facts: FactsForNote): LessonFacts => ({ ...facts, lessonEntry: facts.homeworkEntry, classDayEnds: facts.homeworkDayEnds });

type Written = { facts: FactsForNote; standing: StandingNote; note: LessonNote; reason: string | undefined; late: (f: LessonFacts) => boolean };

/** A topic or homework that is written for the first time after its term, each by its own norm. */
export async function demandFirstInTime(tx: Transaction, actor: Actor, { facts, standing, note, reason, late }: Written): Promise<{ correction?: string }> {
  const { lessonDay, lessonWhenLate, homeworkWhenLate } = facts;
  const topic = note.topic !== null && standing.topic === null && late(facts);
  const homework = note.homework !== null && standing.homework === null && late(asHomework(facts));
  return {
    ...(await demandInTime(tx, actor, { when: lessonWhenLate, late: topic, reason, lessonDay, norm: "lesson.entry" })),
    ...(await demandInTime(tx, actor, { when: homeworkWhenLate, late: homework, reason, lessonDay, norm: "homework.entry" })),
  };
}
