import type { Refusal } from "../../foundation/failure.ts";
import { lessonInTheRoom, lessonInTheWay, meet } from "./lesson-time.ts";
import type { HeldLesson, LessonTime } from "./lesson-time.ts";

const LESSON_CHANGES = ["substitute", "cancel", "restore", "room"] as const;
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

/** A lesson at the place it is to have, with who gives it and where. */
export type AskedPlace = LessonTime & { lessonId: number; teacherId: number; substituteId: number | null; roomId: number | null };
export type InTheWay = { kind: "teacher" | "room" | "group"; lesson: HeldLesson };

/** What keeps a lesson from a place: its pupils, its teacher or its room have another lesson then. Null when the place is free. */
export function inTheWayOf(place: AskedPlace, held: readonly HeldLesson[], ofPupils: readonly HeldLesson[]): InTheWay | null {
  const pupils = ofPupils.find((h) => h.lessonId !== place.lessonId && meet(h, place));
  if (pupils) return { kind: "group", lesson: pupils };
  const teacher = lessonInTheWay(held, place, place.substituteId ?? place.teacherId, [place.lessonId]);
  if (teacher) return { kind: "teacher", lesson: teacher };
  const room = place.roomId === null ? null : lessonInTheRoom(held, place, place.roomId, [place.lessonId]);
  return room && { kind: "room", lesson: room };
}

/** What must be known of the day a lesson is moved to; `term` null on a day without lessons, `hour` null where none rings. */
export type MoveFacts = {
  term: number | null;
  hour: { starts: string; ends: string } | null;
  /** Something is written on it and its day would change. */
  keepsDay: boolean;
  held: readonly HeldLesson[];
  ofPupils: readonly HeldLesson[];
};

const TAKEN = { teacher: "timetable.teacher_busy", room: "timetable.room_taken", group: "timetable.group_busy" } as const;

/** Why one lesson may not be moved to a place, or null. */
export function refusalToMove(place: AskedPlace & { cancelled: boolean }, f: MoveFacts): Refusal | null {
  if (place.cancelled) return { code: "timetable.change_of_cancelled", facts: {} };
  if (f.keepsDay) return { code: "timetable.lesson_has_entries", facts: {} };
  if (f.term === null) return { code: "timetable.not_a_study_day", facts: { day: place.day } };
  if (f.hour === null) return { code: "timetable.no_such_hour", facts: { day: place.day, slot: place.slot } };
  const found = inTheWayOf({ ...place, ...f.hour }, f.held, f.ofPupils);
  return found && { code: TAKEN[found.kind], facts: where(found.lesson) };
}
