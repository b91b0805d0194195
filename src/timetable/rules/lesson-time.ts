import type { LocalDate } from "../../foundation/day.ts";

/** When a lesson is held: its place in the shift, and the wall clock by the bells of the day where they say. */
export type LessonTime = { day: LocalDate; shift: number; slot: number; starts: string | null; ends: string | null };

/** A lesson that will be held, with who gives it and where. `group` is the name on the page. */
export type HeldLesson = LessonTime & { lessonId: number; group: string; personId: number; roomId: number | null };

/** Whether one person cannot be at both. The clock decides, so two shifts may meet; without bells the same slot of the same shift does. */
export function meet(a: LessonTime, b: LessonTime): boolean {
  if (a.day !== b.day) return false;
  if (a.starts !== null && a.ends !== null && b.starts !== null && b.ends !== null) return a.starts < b.ends && b.starts < a.ends;
  return a.shift === b.shift && a.slot === b.slot;
}

/** The lesson that keeps a person from a time, or null. `not`: lessons that do not count. */
export function lessonInTheWay(held: readonly HeldLesson[], time: LessonTime, personId: number, not: readonly number[]): HeldLesson | null {
  return held.find((h) => h.personId === personId && !not.includes(h.lessonId) && meet(h, time)) ?? null;
}

/** The lesson that stands in a room at a time, or null. */
export function lessonInTheRoom(held: readonly HeldLesson[], time: LessonTime, roomId: number, not: readonly number[]): HeldLesson | null {
  return held.find((h) => h.roomId === roomId && !not.includes(h.lessonId) && meet(h, time)) ?? null;
}
