import type { Output } from "../../foundation/route.ts";
import { isMissed } from "../rules/correct-absence.ts";
import type { classAttendanceRoute } from "../contract/class-attendance.ts";
import { KIND_SIGNS, classWords as words } from "./words.ru.ts";

export type ClassData = Output<typeof classAttendanceRoute>;
export type Absence = ClassData["absences"][number];
export type Reason = ClassData["reasons"][number];
export type DayLesson = { readonly lesson: ClassData["lessons"][number]; readonly absence: Absence | null };
export type DayCell = { readonly day: string; readonly lessons: readonly DayLesson[] };
export type PupilRow = { readonly pupilId: number; readonly name: string; readonly cells: readonly DayCell[] };

/** The days of the week that have lessons. */
export const daysOf = (data: ClassData): string[] => [...new Set(data.lessons.map((l) => l.day))].sort();

/** Pupils with their days: a pupil's lessons are those of the groups the pupil is in on that day, less those taught apart from. */
export function rowsOf(data: ClassData): PupilRow[] {
  const days = daysOf(data);
  const found = new Map(data.absences.map((a) => [`${a.lessonId} ${a.pupilId}`, a]));
  return data.pupils.map(({ pupilId, name }) => {
    const own = data.members.filter((m) => m.pupilId === pupilId);
    const away = data.apart.filter((m) => m.pupilId === pupilId);
    const isApart = (pageId: number, day: string) => away.some((m) => m.pageId === pageId && m.from <= day && (m.to === null || m.to >= day));
    const isIn = (groupId: number, day: string) => own.some((m) => m.groupId === groupId && m.from <= day && (m.to === null || m.to >= day));
    const cells = days.map((day) => ({
      day,
      lessons: data.lessons
        .filter((l) => l.day === day && isIn(l.groupId, day) && !isApart(l.pageId, day))
        .map((lesson) => ({ lesson, absence: found.get(`${lesson.lessonId} ${pupilId}`) ?? null })),
    }));
    return { pupilId, name, cells };
  });
}

/** What a cell writes for an absence, and whether it still waits for a reason. */
function signOf({ kind, reason }: Pick<Absence, "kind" | "reason">, reasons: readonly Reason[]): { sign: string; said: string; waits: boolean } | null {
  if (kind === "none") return null;
  const known = isMissed(kind) ? reasons.find((r) => r.reason === reason) : undefined;
  if (known) return { sign: known.sign, said: known.name, waits: false };
  return { sign: KIND_SIGNS[kind], said: words.said[kind], waits: kind === "absent" };
}

/** The signs of a day, each with how many lessons it has. */
export function signsOf(cell: DayCell, reasons: readonly Reason[]): { sign: string; said: string; waits: boolean; lessons: number }[] {
  const signs = new Map<string, { sign: string; said: string; waits: boolean; lessons: number }>();
  for (const { absence } of cell.lessons) {
    const one = absence && signOf(absence, reasons);
    if (one) signs.set(one.sign, { ...one, lessons: (signs.get(one.sign)?.lessons ?? 0) + 1 });
  }
  return [...signs.values()];
}

/** The missed lessons of a day: what a reason is given to. */
export const missedOf = (cell: DayCell): Absence[] => cell.lessons.flatMap(({ absence }) => (absence && isMissed(absence.kind) ? [absence] : []));

/** Lessons of the term without a reason, by pupil and day, in the order of the days, the latest first. */
export function unexplainedOf(data: ClassData) {
  const days = new Map<string, { pupilId: number; day: string; lessons: NonNullable<ClassData["term"]>["unexplained"] }>();
  for (const one of data.term?.unexplained ?? []) {
    const key = `${one.day} ${one.pupilId}`;
    days.set(key, { pupilId: one.pupilId, day: one.day, lessons: [...(days.get(key)?.lessons ?? []), one] });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.pupilId - b.pupilId));
}

export type Total = ClassData["totals"][number];

/** Missed lessons of a pupil with an excused reason. */
export const excusedOf = (total: Total, reasons: readonly Reason[]): number =>
  total.byReason.reduce((sum, one) => sum + (reasons.find((r) => r.reason === one.reason)?.excused ? one.lessons : 0), 0);

/** The reason whose key the letter is. */
export const reasonOfLetter = (letter: string, reasons: readonly Reason[]): Reason | undefined =>
  inUse(reasons).find((r) => r.sign.startsWith(letter.toLowerCase()));

/** The reasons that may be given. */
export const inUse = (reasons: readonly Reason[]): Reason[] => reasons.filter((r) => !r.retired);
