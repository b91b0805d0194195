import { EMPTY_CELL, tokensOf } from "../grid/cell.ts";
import { closedBy } from "../grid/page-model.ts";
import type { GridState } from "../grid/grid-state.ts";

/** A pupil of the lesson: the line of the grid, and how many lessons in a row the pupil attended without a mark. */
export type LessonPupil = { readonly r: number; readonly name: string; readonly unasked: number };

/** Lessons in a row before the column that the pupil attended and has no mark of; absences break nothing. */
function unaskedBefore(state: GridState, r: number, k: number): number {
  let n = 0;
  for (let at = k - 1; at >= 0; at--) {
    const column = state.model.columns[at];
    if (column?.at !== "lesson" || column.lesson.cancelled || closedBy(state.model, r, at) === "not_in_group") continue;
    const cell = state.cells[r]?.[at] ?? EMPTY_CELL;
    if (cell.absence.wanted === "absent" || cell.absence.wanted === "ill") continue;
    if (tokensOf(cell).length > 0) return n;
    n += 1;
  }
  return n;
}

/** The pupils of a lesson in the order of the journal. */
export function pupilsOf(state: GridState, k: number): LessonPupil[] {
  return state.model.rows.flatMap((row, r) =>
    closedBy(state.model, r, k) === "not_in_group" ? [] : [{ r, name: row.name, unasked: unaskedBefore(state, r, k) }],
  );
}

/** Those who are in the lesson, first who was not asked for long. */
export function toAsk(state: GridState, pupils: readonly LessonPupil[], k: number): LessonPupil[] {
  const here = pupils.filter(({ r }) => {
    const kind = (state.cells[r]?.[k] ?? EMPTY_CELL).absence.wanted;
    return kind !== "absent" && kind !== "ill";
  });
  return here.toSorted((a, b) => b.unasked - a.unasked || a.r - b.r);
}

/** How much of a lesson has passed by the school's clock, in minutes; null before it and without bells. */
export function passedOf(starts: string | null, ends: string | null, clock: string): { passed: number; all: number } | null {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  if (starts === null || ends === null || clock < starts) return null;
  const all = minutes(ends) - minutes(starts);
  return { passed: Math.min(all, minutes(clock) - minutes(starts)), all };
}
