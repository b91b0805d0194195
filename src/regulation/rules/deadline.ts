import type { LocalDate } from "../../foundation/day.ts";
import { dueOf } from "./deadline/due.ts";
import { parseDeadline } from "./deadline/notation.ts";
import type { Deadline } from "./deadline/notation.ts";

/** What a deadline of a lesson may hang on. */
export type LessonFacts = {
  lessonDay: LocalDate;
  /** When the class's own last lesson of that day ends by the bells of that day, `14:05`; null when no bell says. */
  classDayEnds: string | null;
  /** The next lesson of the page that is held on a later day, with its beginning by the bells; null when there is none. Asked only by `next_lesson`. */
  nextLesson?: { day: LocalDate; starts: string | null } | null | undefined;
  timezone: string;
};

/** A deadline that hangs on a lesson: `class_day_end + 1h30m`. */
export type LessonDeadline = Extract<Deadline, { kind: "anchor" }>;

const OF_A_LESSON: readonly LessonDeadline["anchor"][] = ["lesson_date", "lesson_date.end", "work_date", "school_day.end", "class_day_end", "next_lesson"];

/** Reads a deadline of a lesson; null when the text is none, hangs on something else, or would come before the lesson. */
export function parseLessonDeadline(text: string): LessonDeadline | null {
  const deadline = parseDeadline(text);
  if (deadline?.kind !== "anchor" || !OF_A_LESSON.includes(deadline.anchor)) return null;
  const { days, workingDays, minutes } = deadline.offset;
  return workingDays === 0 && days >= 0 && minutes >= 0 ? deadline : null;
}

/** Later than any entry: a deadline that hangs on a lesson that will not come. */
const NEVER = new Date(8.64e15);

/**
 * The instant after which an entry is late: the last instant on time (see `dueOf`).
 *
 * `next_lesson` is the beginning of the page's next lesson (002 П4 §4.2.4в); when there is none, nothing is late.
 * A text that is no deadline of a lesson is a fault of the norm: RangeError.
 */
export function dueAt(text: string, { lessonDay, ...facts }: LessonFacts): Date {
  const deadline = parseLessonDeadline(text);
  if (!deadline) throw new RangeError(`not a deadline: ${text}`);
  return dueOf(deadline, { ...facts, day: lessonDay }) ?? NEVER;
}
