import type { Refusal } from "../../foundation/failure.ts";
import type { HeldLesson } from "./lesson-time.ts";

export const LESSON_CHANGES = ["substitute", "cancel", "restore", "room"] as const;
export type AskedChange = (typeof LESSON_CHANGES)[number];

/** What must be known of a lesson before it is changed. */
export type ChangeFacts = {
  cancelled: boolean;
  teacherId: number;
  substituteId: number | null;
  /** How many marks and absences stand on it: a lesson that has them was held. */
  entries: number;
  /** The substitute has already written marks, absences, topic or homework. */
  substituteWrote: boolean;
  /** Whether the asked substitute teaches in the school on that day. */
  isTeacher: boolean;
  /** The other lesson of whoever would give this one, at the same time. */
  busyWith: HeldLesson | null;
  /** The other lesson in the asked room at the same time. */
  roomTakenBy: HeldLesson | null;
};

const where = (h: HeldLesson) => ({ group: h.group, slot: h.slot, starts: h.starts, ends: h.ends });

/**
 * Why a lesson may not be changed so, or null.
 *
 * Substitution and cancellation want a reason (002 П2 §2.15). A lesson with marks or absences was held and is not cancelled; a substitute who has
 * written stays in the record. Nobody is named for a time at which the person gives another lesson.
 */
export function refusalToChange(asked: AskedChange, person: number | null, reason: string, f: ChangeFacts): Refusal | null {
  if ((asked === "substitute" || asked === "cancel") && reason === "") return { code: "timetable.reason_missing", facts: {} };
  if (asked === "cancel" && f.entries > 0) return { code: "timetable.lesson_was_held", facts: { entries: f.entries } };
  if ((asked === "substitute" || asked === "restore") && f.substituteWrote && person !== f.substituteId) {
    return { code: "timetable.substitute_has_written", facts: {} };
  }
  if (asked === "substitute") {
    if (person === null) return { code: "timetable.substitute_missing", facts: {} };
    if (person === f.teacherId) return { code: "timetable.substitute_is_the_teacher", facts: {} };
    if (!f.isTeacher) return { code: "timetable.substitute_not_a_teacher", facts: {} };
  }
  if ((asked === "substitute" || asked === "restore") && f.busyWith) return { code: "timetable.teacher_busy", facts: where(f.busyWith) };
  if (asked === "room" && f.cancelled) return { code: "timetable.change_of_cancelled", facts: {} };
  if (asked === "room" && f.roomTakenBy) return { code: "timetable.room_taken", facts: where(f.roomTakenBy) };
  return null;
}

/** What must be known of each of two lessons before they change places. */
export type SwapFacts = { groupId: number; cancelled: boolean; hasEntries: boolean; busyWith: HeldLesson | null; roomTakenBy: HeldLesson | null };

/** Why two lessons may not change places, or null: they are of one group, both are still to be held and nothing is written on them, and both teachers and rooms are free. */
export function refusalToSwap(lessons: readonly [SwapFacts, SwapFacts]): Refusal | null {
  if (lessons[0].groupId !== lessons[1].groupId) return { code: "timetable.swap_of_two_groups", facts: {} };
  for (const f of lessons) {
    if (f.cancelled) return { code: "timetable.change_of_cancelled", facts: {} };
    if (f.hasEntries) return { code: "timetable.lesson_has_entries", facts: {} };
    if (f.busyWith) return { code: "timetable.teacher_busy", facts: where(f.busyWith) };
    if (f.roomTakenBy) return { code: "timetable.room_taken", facts: where(f.roomTakenBy) };
  }
  return null;
}
