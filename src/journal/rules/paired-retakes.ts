import type { AveragedMark } from "./averages.ts";
import { MOST_WORKS, isRetake } from "./cell-signs.ts";

/** A mark as it is stored: the work of its lesson, a retake ten numbers on. */
export type StoredMark = { readonly lesson: number; readonly work: number; readonly token: string; readonly weight: number };

/** Marks of one pupil for the averages: a retake stands beside the mark that it mends. */
export function pairedRetakes<M extends StoredMark>(marks: readonly M[]): (M & AveragedMark)[] {
  const firsts = new Map<string, M & AveragedMark>();
  for (const one of marks.toSorted((a, b) => a.work - b.work)) {
    const key = `${one.lesson}:${one.work % MOST_WORKS}`;
    const first = isRetake(one.work) ? firsts.get(key) : undefined;
    firsts.set(key, first ? { ...first, retake: one.token } : one);
  }
  return [...firsts.values()];
}
