import type { LocalDate } from "../../../foundation/day.ts";

/** A line of a plan as far as its place in the year goes: which it is and how many lessons it takes. */
export type PlanHours = { readonly lineId: number; readonly hours: number };

/** A dated lesson of the page: where the timetable first had it, where it stands now, and the line it was given (`given`). */
export type PlanLesson = {
  readonly lessonId: number;
  readonly day: LocalDate;
  readonly slot: number;
  readonly plannedDay: LocalDate;
  readonly plannedSlot: number;
  readonly cancelled: boolean;
  readonly given: number | null;
};

/** One hour of a line: the day the timetable of the year had for it, and the lesson it stands at now; null where none is left. */
export type LaidHour = {
  readonly lineId: number;
  /** 1 is the line's first hour. */
  readonly hour: number;
  readonly plannedDay: LocalDate | null;
  readonly lessonId: number | null;
  readonly day: LocalDate | null;
  /** The lesson was given this line; otherwise it only comes to it by the order. */
  readonly isGiven: boolean;
};

export type LaidPlan = {
  /** In the order of the plan. */
  readonly hours: readonly LaidHour[];
  /** Days of the page's lessons as the timetable first had them, in order; one day twice is two lessons. */
  readonly plannedDays: readonly LocalDate[];
};

type Unit = { lineId: number; hour: number; at: PlanLesson | null; isGiven: boolean };
type Placed = { day: LocalDate; slot: number; lessonId: number };

const inTime = (a: Placed, b: Placed) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.slot - b.slot || a.lessonId - b.lessonId);

/**
 * Lays a plan on the lessons of its page, 002 П2 §2.15-2.16.
 *
 * A lesson that was given a line has it. Every other lesson that is not cancelled takes the first hour of the plan nobody has yet,
 * but none that stands after what a later lesson was already given: what was left out before is offered next, and time is not turned back.
 * A second lesson on a line of one hour takes no hour of the plan: the page falls behind by it. A line that is gone was not given.
 */
export function layPlan(lines: readonly PlanHours[], lessons: readonly PlanLesson[]): LaidPlan {
  const units: Unit[] = lines.flatMap(({ lineId, hours }) => Array.from({ length: hours }, (_, i) => ({ lineId, hour: i + 1, at: null, isGiven: false })));
  const known = new Set(lines.map((line) => line.lineId));
  const held = lessons.filter((lesson) => !lesson.cancelled).sort(inTime);

  const givenUnit = new Map<number, number>();
  for (const lesson of held) {
    if (lesson.given === null || !known.has(lesson.given)) continue;
    const free = units.findIndex((unit) => unit.lineId === lesson.given && unit.at === null);
    const last = units.findLastIndex((unit) => unit.lineId === lesson.given);
    givenUnit.set(lesson.lessonId, free >= 0 ? free : last);
    if (free >= 0) units[free] = { ...units[free]!, at: lesson, isGiven: true };
  }

  let open = units.length;
  const limits = new Map<number, number>();
  for (const lesson of held.toReversed()) {
    limits.set(lesson.lessonId, open);
    open = Math.min(open, givenUnit.get(lesson.lessonId) ?? open);
  }
  let next = 0;
  for (const lesson of held) {
    if (givenUnit.has(lesson.lessonId)) continue;
    while (next < units.length && units[next]!.at !== null) next += 1;
    if (next < limits.get(lesson.lessonId)!) units[next] = { ...units[next]!, at: lesson };
  }

  const plannedDays = lessons
    .map((lesson) => ({ day: lesson.plannedDay, slot: lesson.plannedSlot, lessonId: lesson.lessonId }))
    .sort(inTime)
    .map((lesson) => lesson.day);
  return {
    plannedDays,
    hours: units.map(({ lineId, hour, at, isGiven }, i) => ({
      lineId,
      hour,
      plannedDay: plannedDays[i] ?? null,
      lessonId: at?.lessonId ?? null,
      day: at?.day ?? null,
      isGiven,
    })),
  };
}

/**
 * By how many hours the page is behind its plan at the end of a day: hours the timetable of the year had by then, less hours of the plan
 * that stand at lessons by then. Negative when it is ahead.
 */
export function lagOn({ hours, plannedDays }: LaidPlan, day: LocalDate): number {
  const due = Math.min(hours.length, plannedDays.filter((planned) => planned <= day).length);
  return due - hours.filter((hour) => hour.day !== null && hour.day <= day).length;
}

/** Hours of the plan for which no lesson of the year is left. */
export function hoursWithoutLesson({ hours }: LaidPlan): number {
  return hours.filter((hour) => hour.lessonId === null).length;
}

/** What a lesson is offered: the line it was given, else the line that comes to it; null when the plan is over. */
export function offeredTo({ hours }: LaidPlan, lessonId: number): number | null {
  return hours.find((hour) => hour.lessonId === lessonId)?.lineId ?? null;
}
