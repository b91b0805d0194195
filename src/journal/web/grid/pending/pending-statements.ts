import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import type { Cell } from "../cell.ts";
import { noteChange, sameNote } from "../../../rules/lesson-note.ts";
import { unsettledOf } from "../grid-state.ts";
import type { GridState, Note } from "../grid-state.ts";
import { tokenOf, workTypeOf } from "../../marks/mark-value.ts";
import { isReady } from "./slot.ts";
import type { Slot } from "./slot.ts";

/** One thing to tell the server, with the versions that were seen. Names are of rows and lessons, so that a refreshed page still finds its own. */
export type Statement =
  | { is: "mark"; pupil: number; column: number; work: number; mark: string | null; workType: number | null; version: number; reason?: string }
  | { is: "term_mark"; pupil: number; column: number; work: 0; mark: string | null; version: number }
  | { is: "absence"; column: number; entries: readonly { pupil: number; kind: AbsenceKind; version: number }[]; reason?: string }
  | { is: "note"; column: number; change: Partial<Note>; version: number; reason?: string };

/** Cells whose attendance goes alone, because the server refused it in company: `pupil:column`. */
export type Alone = ReadonlySet<string>;
export const aloneKey = (pupil: number, column: number): string => `${pupil}:${column}`;

/** The reason of a change after its term, where one was said. */
const why = (reason: string | undefined): { reason?: string } => (reason === undefined ? {} : { reason });

const idle = (cell: Cell): boolean => cell.absence.flight === null && cell.absence.other === null && cell.marks.every((slot) => slot.flight === null);

/** Whether the work of a column is on its way to the server: a mark that takes the column's work must not overtake it. */
const isWorkOnItsWay = (note: Slot<Note> | undefined): boolean =>
  note !== undefined &&
  (note.flight !== null || isReady(note, sameNote)) &&
  (note.wanted.workType !== note.saved.workType || (note.flight !== null && note.flight.value.workType !== note.saved.workType));

/**
 * What may leave now: one statement of a cell at a time, presence before marks, the presence of one lesson together.
 * A cell with an answer on its way, or with a conflict in that place, waits; so does a mark for the work of its column.
 */
export function statementsOf(state: GridState, alone: Alone = new Set()): Statement[] {
  const found: Statement[] = [];
  const together = new Map<number, { pupil: number; kind: AbsenceKind; version: number }[]>();
  state.cells.forEach((line, r) => {
    const pupil = state.model.rows[r]?.pupilId;
    if (pupil === undefined) return;
    unsettledOf(line).forEach((k) => {
      const [cell, column] = [line[k], state.model.columns[k]];
      if (!cell || !column || !idle(cell)) return;
      if (isReady(cell.absence)) {
        const entry = { pupil, kind: cell.absence.wanted, version: cell.absence.version };
        const { reason } = cell.absence;
        // what has a reason goes alone: the reason is of this change
        if (reason !== undefined || alone.has(aloneKey(pupil, column.id))) found.push({ is: "absence", column: column.id, entries: [entry], ...why(reason) });
        else together.set(column.id, [...(together.get(column.id) ?? []), entry]);
        return;
      }
      const work = cell.marks.findIndex((slot) => isReady(slot));
      const slot = cell.marks[work];
      if (!slot) return;
      if (column.at === "lesson" && slot.wanted !== null && workTypeOf(slot.wanted) === null && isWorkOnItsWay(state.notes[k])) return;
      const mark = { pupil, column: column.id, mark: tokenOf(slot.wanted), version: slot.version };
      found.push(
        column.at === "term" ? { is: "term_mark", work: 0, ...mark } : { is: "mark", work, workType: workTypeOf(slot.wanted), ...mark, ...why(slot.reason) },
      );
    });
  });
  for (const [column, entries] of together) found.push({ is: "absence", column, entries });
  state.notes.forEach((slot, k) => {
    const column = state.model.columns[k];
    if (column && isReady(slot, sameNote))
      found.push({ is: "note", column: column.id, change: noteChange(slot.saved, slot.wanted), version: slot.version, ...why(slot.reason) });
  });
  return found;
}
