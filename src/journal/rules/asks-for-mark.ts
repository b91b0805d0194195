/** A held lesson of a pupil, in order of time: whether the pupil was there, and whether a mark was put. A sign that is no mark counts as none. */
export type PupilLesson = { readonly attended: boolean; readonly marked: boolean };

/** How many lessons in a row, up to the last, the pupil attended without a mark. A lesson that was missed neither counts nor breaks the row. */
export function lessonsWithoutMark(lessons: readonly PupilLesson[]): number {
  let row = 0;
  for (const { attended, marked } of lessons.toReversed()) {
    if (marked) return row;
    if (attended) row += 1;
  }
  return row;
}

/**
 * Whether the pupil is to be shown as one who needs a mark, on the lesson after `most` attended ones without a mark (002 П4 §4.2.4г).
 * Null where the school has no such norm.
 */
export const asksForMark = (row: number, most: number | null): boolean => most !== null && row >= most;
