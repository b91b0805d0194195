import type { LocalDate } from "../../../foundation/day.ts";
import { hourKey } from "./clashes.ts";
import type { Placed } from "./clashes.ts";

/** `timetable.hour_limits`: days as `09-01`. */
export type HourLimits = {
  lessonMinutes: number;
  breakMinutes: number;
  firstGrade: { from: string; to: string; lessons: number; lessonMinutes: number; weeklyHours: number };
};
export type BellSlot = { shift: number; slot: number; starts: string; ends: string };

export type BellWarning =
  | { kind: "lesson_long"; shift: number; slot: number; minutes: number; limit: number }
  | { kind: "break_short"; shift: number; slot: number; minutes: number; limit: number }
  | { kind: "bells_overlap"; shift: number; slot: number };

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * What in a variant of the bells goes past the norm: a lesson that is too long, a break that is too short, hours that overlap.
 * Shift 0 holds the hours of clubs: they have no breaks between them and may overlap.
 */
export function bellWarnings(slots: readonly BellSlot[], limits: HourLimits): BellWarning[] {
  return [...Map.groupBy(slots, (s) => s.shift)].flatMap(([shift, ofShift]) => {
    if (shift === 0) return [];
    const inOrder = ofShift.toSorted((a, b) => a.slot - b.slot);
    return inOrder.flatMap((s, i): BellWarning[] => {
      const length = minutes(s.ends) - minutes(s.starts);
      const next = inOrder[i + 1];
      const pause = next ? minutes(next.starts) - minutes(s.ends) : limits.breakMinutes;
      return [
        ...(length > limits.lessonMinutes ? [{ kind: "lesson_long" as const, shift, slot: s.slot, minutes: length, limit: limits.lessonMinutes }] : []),
        ...(pause < 0 ? [{ kind: "bells_overlap" as const, shift, slot: s.slot }] : []),
        ...(pause >= 0 && pause < limits.breakMinutes
          ? [{ kind: "break_short" as const, shift, slot: s.slot, minutes: pause, limit: limits.breakMinutes }]
          : []),
      ];
    });
  });
}

/** A page as the checks see it: `classIds` the classes its group is taught from. */
export type CheckedPage = { pageId: number; classIds: readonly number[]; subject: string; gradeLevel: number; shift: number; longHomework: boolean };
export type ClassOfWeek = { classId: number; name: string; gradeLevel: number };

export type WeekWarning =
  | { kind: "long_homework"; classId: number; className: string; weekday: number; subjects: string[]; limit: number }
  | { kind: "first_grade_lessons"; classId: number; className: string; weekday: number; lessons: number; limit: number }
  | { kind: "first_grade_hours"; classId: number; className: string; lessons: number; limit: number }
  | { kind: "first_grade_long"; classId: number; className: string; minutes: number; limit: number };

/** Whether a day lies between two days of the year, both inclusive. */
const within = (d: LocalDate, span: { from: string; to: string }) => d.slice(5) >= span.from && d.slice(5) <= span.to;

/**
 * What in a week asks for a second look: days on which more subjects with long homework meet than the norm allows, and in the span the norm
 * names the first grade's lessons of a day, hours of a week and minutes of a lesson.
 */
export function weekWarnings(
  week: readonly Placed[],
  pages: ReadonlyMap<number, CheckedPage>,
  classes: readonly ClassOfWeek[],
  norms: { limits: HourLimits | null; longHomework: number | null },
  bells: ReadonlyMap<string, { starts: string; ends: string }>,
  on: LocalDate,
): WeekWarning[] {
  return classes.flatMap(({ classId, name: className, gradeLevel }): WeekWarning[] => {
    const own = week.filter((l) => (pages.get(l.pageId)?.shift ?? 0) > 0 && pages.get(l.pageId)?.classIds.includes(classId));
    const days = [...Map.groupBy(own, (l) => l.weekday)].sort(([a], [b]) => a - b);
    const { limits, longHomework } = norms;
    const warnings: WeekWarning[] = [];
    for (const [weekday, lessons] of days) {
      const subjects = [...new Set(lessons.flatMap((l) => (pages.get(l.pageId)!.longHomework ? [pages.get(l.pageId)!.subject] : [])))];
      if (longHomework !== null && subjects.length > longHomework)
        warnings.push({ kind: "long_homework", classId, className, weekday, subjects, limit: longHomework });
    }
    if (gradeLevel !== 1 || limits === null || !within(on, limits.firstGrade)) return warnings;
    const first = limits.firstGrade;
    const slotsOf = (lessons: readonly Placed[]) => new Set(lessons.map((l) => hourKey(pages.get(l.pageId)!.shift, l.slot)));
    let hours = 0;
    for (const [weekday, lessons] of days) {
      const { size } = slotsOf(lessons);
      hours += size;
      if (size > first.lessons) warnings.push({ kind: "first_grade_lessons", classId, className, weekday, lessons: size, limit: first.lessons });
    }
    if (hours > first.weeklyHours) warnings.push({ kind: "first_grade_hours", classId, className, lessons: hours, limit: first.weeklyHours });
    const longest = Math.max(0, ...[...slotsOf(own)].map((key) => (bells.has(key) ? minutes(bells.get(key)!.ends) - minutes(bells.get(key)!.starts) : 0)));
    if (longest > first.lessonMinutes) warnings.push({ kind: "first_grade_long", classId, className, minutes: longest, limit: first.lessonMinutes });
    return warnings;
  });
}
