import { kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";
import type { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import { dueDuty } from "../../rules/duty.ts";
import type { Due } from "../../rules/duty.ts";
import { DUTY_KINDS } from "../../rules/duty-kinds.ts";
import type { DutyCode } from "../../rules/duty-kinds.ts";
import type { OpenLesson } from "./open-lessons.ts";

/** The norms that duties about lessons are judged by, and those that say what a kind of page uses. */
export const normsOfLessons = (lessons: readonly OpenLesson[]): NormCode[] => [
  ...Object.values(DUTY_KINDS).map(({ norm }) => norm),
  ...[...new Set(lessons.map(({ journalKind }) => journalKind))].map(kindNorm),
];

/** An open duty with whom it is of and where it is done. */
export type LessonDuty = Due & Pick<OpenLesson, "ownerId" | "pageId" | "lessonId" | "day" | "slot" | "groupName" | "subject">;

/** What is owed for the lessons, the earliest deadline first. What the kind of the page does not use is not owed (JRN-11). */
export function dutiesOfLessons(lessons: readonly OpenLesson[], norms: NormTimeline, timezone: string, now: Date): LessonDuty[] {
  return lessons
    .flatMap((lesson) => owed(lesson, norms).map((kind) => dutyOf(kind, lesson, norms, timezone, now)))
    .filter((duty) => duty !== null)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

function owed({ journalKind, day, noTopic, noHomework }: OpenLesson, norms: NormTimeline): DutyCode[] {
  const uses = norms.on(kindNorm(journalKind), day)?.value;
  return [...(noTopic && uses?.topics ? (["lesson_entry"] as const) : []), ...(noHomework && uses?.homework ? (["homework"] as const) : [])];
}

function dutyOf(kind: DutyCode, lesson: OpenLesson, norms: NormTimeline, timezone: string, now: Date): LessonDuty | null {
  const { ownerId, pageId, lessonId, day, slot, groupName, subject, classDayEnds } = lesson;
  const due = dueDuty(kind, { timezone, day, classDayEnds }, norms, now);
  return due && { ...due, ownerId, pageId, lessonId, day, slot, groupName, subject };
}
