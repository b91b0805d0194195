import { daysBetween } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { isAssessment } from "./control-work.ts";
import type { ControlWorkLimits, PlannedWork } from "./control-work.ts";

/** The figures of each limit's sentence. */
export type RemarkFacts = {
  max: { subject: string; planned: number; allowed: number; quarters: number };
  length: { lessons: number; minutes: number; allowed: number; perLesson: number };
  perDay: { day: LocalDate; allowed: number; others: readonly string[] };
  edgeLessons: { edge: "first" | "last" };
  interval: { other: LocalDate; apart: number; days: number };
  hoursShare: { planned: number; allowed: number; percent: number; yearLessons: number };
};

/** A limit that the work passes, what it does about it, and the figures of its sentence. */
export type Remark = { limit: keyof RemarkFacts; severity: "warn" | "refuse"; facts: RemarkFacts[keyof RemarkFacts] };

/** Where the work stands in its day and its year. */
export type WorkPlace = {
  /** It touches the class's first lesson of the day, its last. */
  first: boolean;
  last: boolean;
  weeklyHours: number;
  /** Lessons of the page in the year, without the cancelled. */
  yearLessons: number;
  /** Quarters in the term of the work: 2 in a half-year. */
  quarters: number;
};

type Judge<L extends keyof RemarkFacts> = (
  w: PlannedWork,
  others: readonly PlannedWork[],
  place: WorkPlace,
  limits: ControlWorkLimits,
) => RemarkFacts[L] | null;

/** More control works of a subject in a quarter than the norm of the subject (003 §2-1, 2-5). A half-year has two quarters. */
const max: Judge<"max"> = (w, others, { quarters }, { max: norm }) => {
  if (!norm.types.includes(w.code)) return null;
  const allowed = (norm.subjects[w.subject.toLowerCase()] ?? norm.default) * quarters;
  const planned = others.filter((o) => o.pageId === w.pageId && o.term === w.term && norm.types.includes(o.code)).length + 1;
  return planned > allowed ? { subject: w.subject, planned, allowed, quarters } : null;
};

/** Assessment procedures of the year take more lessons than the part of the subject's hours. */
const hoursShare: Judge<"hoursShare"> = (w, others, { yearLessons }, { hoursShare: norm, assessment }) => {
  const own = [w, ...others.filter((o) => o.pageId === w.pageId)].filter((o) => isAssessment(o, assessment));
  const planned = own.reduce((sum, o) => sum + o.lessons, 0);
  const allowed = Math.floor((yearLessons * norm.percent) / 100);
  return planned > allowed ? { planned, allowed, percent: norm.percent, yearLessons } : null;
};

/** Whether one pupil may have to write both: parts of a class in one subject have pupils of their own. */
const meet = (a: PlannedWork, b: PlannedWork): boolean =>
  a.classIds.some((id) => b.classIds.includes(id)) && (a.groupId === b.groupId || a.subject !== b.subject);

/** A class has more assessment procedures on the day. */
const perDay: Judge<"perDay"> = (w, others, _, { perDay: norm, assessment }) => {
  const sameDay = others.filter((o) => o.day === w.day && isAssessment(o, assessment) && meet(o, w));
  return sameDay.length >= norm.works ? { day: w.day, allowed: norm.works, others: [...new Set(sameDay.map((o) => o.subject))] } : null;
};

/** On the class's first or last lesson, though the subject has hours enough to choose. */
const edgeLessons: Judge<"edgeLessons"> = (_, __, { first, last, weeklyHours }, { edgeLessons: norm }) =>
  weeklyHours > norm.exceptHours && (first || last) ? { edge: first ? "first" : "last" } : null;

/** Numbers of the works of each page in the order of days: the second work of «8А» and the second of «8Б» are one procedure of the grade. */
function numbersOf(works: readonly PlannedWork[]): Map<PlannedWork, number> {
  const count = new Map<number, number>();
  return new Map(
    works
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map((w) => {
        const n = (count.get(w.pageId) ?? 0) + 1;
        count.set(w.pageId, n);
        return [w, n] as const;
      }),
  );
}

/**
 * Assessment procedures of one subject in one grade stand nearer than the days of the norm.
 * Classes of a grade may write the same procedure on different days: works of another page count when their number in their own page differs.
 */
const interval: Judge<"interval"> = (w, others, _, { interval: norm, assessment }) => {
  const grade = [w, ...others.filter((o) => o.subject === w.subject && o.gradeLevel === w.gradeLevel && isAssessment(o, assessment))];
  const numbers = numbersOf(grade);
  const near = grade
    .filter((o) => o !== w && (o.pageId === w.pageId || numbers.get(o) !== numbers.get(w)))
    .map((o) => ({ day: o.day, apart: Math.abs(daysBetween(o.day, w.day)) }))
    .filter((o) => o.apart < norm.days)
    .sort((a, b) => a.apart - b.apart)[0];
  return near ? { other: near.day, apart: near.apart, days: norm.days } : null;
};

/** Longer than a work may be: in lessons, or in minutes a lesson. */
const length: Judge<"length"> = (w, _, __, { length: norm }) => {
  const allowed = norm.oneLesson.includes(w.code) ? 1 : norm.lessons;
  return w.lessons > allowed || w.minutes > w.lessons * norm.minutes ? { lessons: w.lessons, minutes: w.minutes, allowed, perLesson: norm.minutes } : null;
};

/** `always`: judged of every work; the others only of assessment procedures. */
const JUDGES: readonly { limit: Remark["limit"]; judge: Judge<keyof RemarkFacts>; always: boolean }[] = [
  { limit: "max", judge: max, always: true },
  { limit: "length", judge: length, always: true },
  { limit: "perDay", judge: perDay, always: false },
  { limit: "edgeLessons", judge: edgeLessons, always: false },
  { limit: "interval", judge: interval, always: false },
  { limit: "hoursShare", judge: hoursShare, always: false },
];

/**
 * The limits that a work passes beside the other planned works, in the order in which they are said.
 * The same rule tells the planner before saving and the server while saving; `others` do not hold the work itself.
 */
export function remarksOn(w: PlannedWork, others: readonly PlannedWork[], place: WorkPlace, limits: ControlWorkLimits): Remark[] {
  const counts = isAssessment(w, limits.assessment);
  return JUDGES.flatMap(({ limit, judge, always }) => {
    const { severity } = limits[limit];
    if (severity === "off" || !(always || counts)) return [];
    const facts = judge(w, others, place, limits);
    return facts === null ? [] : [{ limit, severity, facts }];
  });
}

/** The first remark that does not let the work be saved, or null. */
export const refusalOf = (remarks: readonly Remark[]): Remark | null => remarks.find((r) => r.severity === "refuse") ?? null;
