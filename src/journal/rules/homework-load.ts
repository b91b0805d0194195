import type { NormValue } from "../../regulation/rules/norms.ts";

/** Homework of one lesson of a class: the group it was set to, and the minutes it is expected to take. */
export type SetHomework = { readonly subject: string; readonly groupId: number; readonly minutes: number };
export type SubjectMinutes = { readonly subject: string; readonly minutes: number };
/** What a class has to do at home for the lessons of one day. `limit` null: no norm names the grade. */
export type DayLoad = { readonly subjects: readonly SubjectMinutes[]; readonly total: number; readonly limit: number | null; readonly over: boolean };

/**
 * How many minutes of homework a class may get on a day, or null where no norm names its grade.
 *
 * Homework for days off takes at most the given percent of the usual time, whole minutes, rounded down.
 */
export function homeworkLimit(
  limits: NormValue<"homework.day_minutes">,
  gradeLevel: number,
  beforeDayOff: boolean,
  dayOffPercent: NormValue<"homework.day_off_percent">,
): number | null {
  const usual = limits.find(({ from, to }) => from <= gradeLevel && gradeLevel <= to)?.minutes;
  if (usual === undefined) return null;
  return beforeDayOff ? Math.floor((usual * dayOffPercent) / 100) : usual;
}

/**
 * The homework of a class on a day by subject, the longest first. A pupil is in one group of a subject, so of the groups of a subject the one with
 * the most minutes counts; the lessons of one group are summed.
 */
export function homeworkLoad(set: readonly SetHomework[], limit: number | null): DayLoad {
  const groups = new Map<string, Map<number, number>>();
  for (const { subject, groupId, minutes } of set) {
    const of = groups.get(subject) ?? new Map<number, number>();
    groups.set(subject, of.set(groupId, (of.get(groupId) ?? 0) + minutes));
  }
  const subjects = [...groups].map(([subject, of]) => ({ subject, minutes: Math.max(...of.values()) })).toSorted((a, b) => b.minutes - a.minutes);
  const total = subjects.reduce((sum, { minutes }) => sum + minutes, 0);
  return { subjects, total, limit, over: limit !== null && total > limit };
}
