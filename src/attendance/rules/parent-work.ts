import type { LocalDate } from "../../foundation/day.ts";
import type { AbsenceKind } from "./absence-kind.ts";
import { isMissed } from "./correct-absence.ts";

export type UnexcusedAbsence = { readonly pupilId: number; readonly day: LocalDate; readonly kind: AbsenceKind; readonly reason: number | null };
export type Note = { readonly pupilId: number; readonly day: LocalDate; readonly note: string; readonly version: number; readonly notedBy: number };
export type ParentTask = { readonly pupilId: number; readonly day: LocalDate; readonly lessons: number; readonly note: Note | null };

/**
 * Work with the parents: a task for every day of a pupil with a lesson missed for an unexcused reason, closed by a note of what was done
 * (003 §1-4, 004 §4.13.8). A day that was excused afterwards has no task; the latest days first, open ones before closed.
 */
export function parentTasks(absences: readonly UnexcusedAbsence[], unexcused: ReadonlySet<number>, notes: readonly Note[]): ParentTask[] {
  const tasks = new Map<string, { pupilId: number; day: LocalDate; lessons: number; note: Note | null }>();
  const noteOf = new Map(notes.map((n) => [`${n.pupilId} ${n.day}`, n]));
  for (const { pupilId, day, kind, reason } of absences) {
    if (!isMissed(kind) || reason === null || !unexcused.has(reason)) continue;
    const key = `${pupilId} ${day}`;
    const task = tasks.get(key) ?? { pupilId, day, lessons: 0, note: noteOf.get(key) ?? null };
    task.lessons += 1;
    tasks.set(key, task);
  }
  return [...tasks.values()].sort(
    (a, b) => Number(a.note !== null) - Number(b.note !== null) || (a.day < b.day ? 1 : a.day > b.day ? -1 : a.pupilId - b.pupilId),
  );
}
