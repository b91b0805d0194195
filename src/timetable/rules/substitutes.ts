import { lessonInTheWay } from "./lesson-time.ts";
import type { HeldLesson, LessonTime } from "./lesson-time.ts";

/** A teacher who might give a lesson. `replaced`: somebody else gives the teacher's own lesson that day, so the teacher is probably away. */
export type Candidate = { personId: number; name: string; teachesClass: boolean; teachesSubject: boolean; replaced: boolean };
export type Substitute = Candidate & { lessonsThatDay: number };

/**
 * Who is free at the time of a lesson, the most fitting first: not away that day, teaches the class, teaches the subject,
 * has the fewest lessons that day; the order of the candidates settles the rest.
 */
export function freeSubstitutes(
  candidates: readonly Candidate[],
  held: readonly HeldLesson[],
  lesson: LessonTime & { lessonId: number; teacherId: number },
): Substitute[] {
  return candidates
    .filter((c) => c.personId !== lesson.teacherId && lessonInTheWay(held, lesson, c.personId, [lesson.lessonId]) === null)
    .map((c) => ({ ...c, lessonsThatDay: held.filter((h) => h.personId === c.personId && h.day === lesson.day && h.lessonId !== lesson.lessonId).length }))
    .sort(
      (a, b) =>
        Number(a.replaced) - Number(b.replaced) ||
        Number(b.teachesClass) - Number(a.teachesClass) ||
        Number(b.teachesSubject) - Number(a.teachesSubject) ||
        a.lessonsThatDay - b.lessonsThatDay,
    );
}
