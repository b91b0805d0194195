import type { LocalDate } from "../../foundation/day.ts";
import type { Span, StudyDay } from "./study-days.ts";

/** A lesson of the repeating week of one page, between two days, both inclusive. */
export type WeeklyLesson = {
  readonly weekday: number;
  readonly slot: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly teacherId: number;
  readonly roomId: number | null;
  /** In which weeks: every one when left out or 0, odd ones 1, even ones 2. */
  readonly parity?: number;
};
export type Term = Span & { readonly term: number };
export type DatedLesson = { readonly day: LocalDate; readonly slot: number; readonly term: number; readonly teacherId: number; readonly roomId: number | null };

/**
 * The dated lessons of a page: its week laid over the study days, inside the terms of its grade.
 *
 * Lessons in different slots of a day are two lessons; several teachers in one slot are one lesson with the first of them.
 */
export function lessonDates(
  week: readonly WeeklyLesson[],
  days: readonly (Pick<StudyDay, "day" | "weekday"> & Partial<StudyDay>)[],
  terms: readonly Term[],
): DatedLesson[] {
  const byWeekday = Map.groupBy(week, (w) => w.weekday);
  return days.flatMap(({ day, weekday, parity }) => {
    const term = terms.find((t) => t.startsOn <= day && day <= t.endsOn);
    if (!term) return [];
    const lessons = new Map<number, DatedLesson>();
    for (const w of byWeekday.get(weekday) ?? []) {
      if (w.from > day || (w.to !== null && w.to < day) || lessons.has(w.slot)) continue;
      if (w.parity && parity && w.parity !== parity) continue;
      lessons.set(w.slot, { day, slot: w.slot, term: term.term, teacherId: w.teacherId, roomId: w.roomId });
    }
    return [...lessons.values()].sort((a, b) => a.slot - b.slot);
  });
}
