import type { Cell } from "../cell.ts";
import type { GridState } from "../grid-state.ts";
import type { Statement } from "./pending-statements.ts";

/** A place that saves itself: presence of a cell, a mark of it by its work, or what is written of a lesson. */
export type SlotPlace =
  | { readonly at: "absence"; readonly pupil: number; readonly column: number }
  | { readonly at: "mark"; readonly pupil: number; readonly column: number; readonly work: number }
  | { readonly at: "note"; readonly column: number };

export const placeKey = (place: SlotPlace): string =>
  place.at === "note" ? `${place.column}` : `${place.column}:${place.pupil}:${place.at === "mark" ? place.work : "a"}`;

/** When each value was last written down, ms by the device's clock: what was typed, not what was sent. */
export class EntryTimes {
  readonly #of = new Map<string, number>();

  set(place: SlotPlace, at: number): void {
    this.#of.set(placeKey(place), at);
  }

  get(place: SlotPlace): number | undefined {
    return this.#of.get(placeKey(place));
  }

  /** Notes what a deed of the teacher changed. Lines and cells that it left alone are the same objects. */
  note(before: GridState, after: GridState, at: number): void {
    if (before === after || before.model !== after.model) return;
    after.cells.forEach((line, r) => {
      const [was, pupil] = [before.cells[r], after.model.rows[r]?.pupilId];
      if (line === was || pupil === undefined) return;
      line.forEach((cell, k) => {
        const column = after.model.columns[k]?.id;
        if (cell !== was?.[k] && column !== undefined) this.#noteCell(was?.[k], cell, pupil, column, at);
      });
    });
    after.notes.forEach((slot, k) => {
      const column = after.model.columns[k]?.id;
      if (slot.wanted !== before.notes[k]?.wanted && column !== undefined) this.set({ at: "note", column }, at);
    });
  }

  #noteCell(was: Cell | undefined, cell: Cell, pupil: number, column: number, at: number): void {
    if (cell.absence.wanted !== was?.absence.wanted) this.set({ at: "absence", pupil, column }, at);
    cell.marks.forEach((slot, work) => {
      if (slot.wanted !== (was?.marks[work]?.wanted ?? null)) this.set({ at: "mark", pupil, column, work }, at);
    });
  }

  /** When a statement was written down: of several entries the last, so that none looks older than it is. */
  of(statement: Statement, now: number): number {
    const { column } = statement;
    if (statement.is === "note") return this.get({ at: "note", column }) ?? now;
    if (statement.is === "absence") return Math.max(...statement.entries.map(({ pupil }) => this.get({ at: "absence", pupil, column }) ?? now));
    return this.get({ at: "mark", pupil: statement.pupil, column, work: statement.work }) ?? now;
  }
}
