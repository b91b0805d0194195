import type { Static } from "typebox";
import { parseDay, plusDays, weekdayOf, type LocalDate } from "../../../foundation/day.ts";
import type { DiaryLesson, DiaryWeek } from "../../contract/diary-week.ts";

export type Week = Static<typeof DiaryWeek>;
export type WeekDay = Week["days"][number];
export type Lesson = Static<typeof DiaryLesson>;

/** A day of the wire; the contract's pattern lets 2026-02-30 through, a real server never sends it. */
export const asDay = (text: string): LocalDate => parseDay(text) ?? (text as LocalDate);

/** The days drawn: Monday to Saturday, Sunday only when it has lessons or a name of its own. */
export function daysShown(week: Week): readonly WeekDay[] {
  return week.days.filter((d) => d.lessons.length > 0 || weekdayOf(asDay(d.day)) < 7);
}

/** Monday to Saturday of a week that is still on its way. */
export const daysAwaited = (monday: LocalDate): readonly WeekDay[] =>
  Array.from({ length: 6 }, (_, i) => ({ day: plusDays(monday, i), name: null, lessons: [] }));

/** The day in front: the one asked for, else today, else the last day with lessons not later than today, else the first. */
export function chosenDay(week: Week, asked: string | null): LocalDate {
  const days = daysShown(week);
  const has = (d: string | null) => days.some((x) => x.day === d);
  if (asked !== null && has(asked)) return asDay(asked);
  if (asked === null || weekdayOf(asDay(asked)) === 7) {
    if (asked === null && has(week.today)) return asDay(week.today);
    const before = days.filter((d) => d.lessons.length > 0 && d.day <= (asked ?? week.today)).at(-1);
    if (before) return asDay(before.day);
  }
  return asDay((days.find((d) => d.lessons.length > 0) ?? days[0])?.day ?? week.monday);
}

/** The day that a step to the side leads to: over Sunday into the next week, over Monday into the last. */
export function dayBeside(week: Week, from: LocalDate, step: 1 | -1): LocalDate {
  const days = daysShown(week);
  const at = days.findIndex((d) => d.day === from);
  const next = at < 0 ? undefined : days[at + step];
  if (next) return asDay(next.day);
  const monday = asDay(week.monday);
  return step > 0 ? plusDays(monday, 7) : plusDays(monday, -2);
}

/** The first and the last day of the heading: Monday to Saturday, or to Sunday when Sunday is drawn. */
export function spanOf(week: Week): { from: LocalDate; to: LocalDate } {
  const last = daysShown(week).at(-1)?.day;
  const saturday = plusDays(asDay(week.monday), 5);
  return { from: asDay(week.monday), to: last !== undefined && last > saturday ? asDay(last) : saturday };
}

/** When the lessons of the day begin and end by the bells; null where no lesson takes place or the bells are silent. */
export function hoursOf(lessons: readonly Lesson[]): { starts: string; ends: string } | null {
  const held = lessons.filter((l) => !l.cancelled);
  const starts = held.flatMap((l) => l.starts ?? []).sort()[0];
  const ends = held
    .flatMap((l) => l.ends ?? [])
    .sort()
    .at(-1);
  return starts !== undefined && ends !== undefined ? { starts, ends } : null;
}
