import type { Kept } from "../../../../foundation/device/device-store.ts";
import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import { sameNote } from "../../../rules/lesson-note.ts";
import { EMPTY_CELL } from "../cell.ts";
import type { Cell, Token } from "../cell.ts";
import { unsettledOf } from "../grid-state.ts";
import type { GridState, Note } from "../grid-state.ts";
import type { EntryTimes, SlotPlace } from "./entry-times.ts";
import type { Letter } from "./deliver.ts";
import type { Refused } from "./refused.ts";
import { emptySlot, isSettled } from "./slot.ts";
import type { Slot } from "./slot.ts";

/** One value of a page that is not settled with the server, as it is kept on the device. */
export type KeptSlot = {
  readonly place: SlotPlace;
  readonly slot: Pick<Slot<unknown>, "saved" | "version" | "wanted" | "other"> & { readonly flight: { readonly value: unknown } | null };
  readonly entered: number;
};

/** All that waits of one page in one tab. */
export type PendingPage = Kept & {
  /** How this record is written; a newer program reads the older forms, an older one leaves newer ones alone. */
  readonly form: 1;
  readonly tab: string;
  readonly pageId: number;
  readonly term: number | null;
  readonly name: string;
  readonly slots: readonly KeptSlot[];
  readonly letters: readonly Letter[];
  readonly refused?: readonly Refused[];
};

/** What of the page is not settled, with when it was written down. */
export function keptSlots(state: GridState, times: EntryTimes, now: number): KeptSlot[] {
  const kept: KeptSlot[] = [];
  const keep = <V>(place: SlotPlace, { saved, version, wanted, other, flight }: Slot<V>) =>
    kept.push({ place, slot: { saved, version, wanted, other, flight: flight && { value: flight.value } }, entered: times.get(place) ?? now });
  state.cells.forEach((line, r) => {
    const pupil = state.model.rows[r]?.pupilId;
    unsettledOf(line).forEach((k) => {
      const [cell, column] = [line[k], state.model.columns[k]?.id];
      if (!cell || pupil === undefined || column === undefined) return;
      if (!isSettled(cell.absence)) keep({ at: "absence", pupil, column }, cell.absence);
      cell.marks.forEach((slot, work) => {
        if (!isSettled(slot)) keep({ at: "mark", pupil, column, work }, slot);
      });
    });
  });
  state.notes.forEach((slot, k) => {
    const column = state.model.columns[k]?.id;
    if (column !== undefined && !isSettled(slot, sameNote)) keep({ at: "note", column }, slot);
  });
  return kept;
}

const again = <V>({ slot }: KeptSlot): Slot<V> => ({
  saved: slot.saved as V,
  version: slot.version,
  late: false,
  wanted: slot.wanted as V,
  flight: slot.flight && { value: slot.flight.value as V, slow: false },
  trouble: slot.other ? null : "lost",
  other: slot.other as Slot<V>["other"],
});

/**
 * The page with what waited for it put back, exactly as it was seen then: the version that was seen is sent, so that whatever happened meanwhile is
 * found out by the server and not guessed here. What stands already is done. A value whose pupil or lesson the page does not show, or where something newer is being
 * written, is left over.
 */
export function withKept(state: GridState, slots: readonly KeptSlot[]): { state: GridState; left: KeptSlot[] } {
  const left: KeptSlot[] = [];
  const cells: (readonly Cell[])[] = [...state.cells];
  let notes = state.notes;
  for (const one of slots) {
    const { place } = one;
    const k = state.model.columnOf.get(place.column);
    const r = place.at === "note" ? 0 : state.model.rowOf.get(place.pupil);
    if (k === undefined || r === undefined) {
      left.push(one);
    } else if (place.at === "note") {
      const was = notes[k];
      if (!was || !isSettled(was, sameNote)) left.push(one);
      else if (one.slot.flight || !sameNote(was.saved, one.slot.wanted as Note)) notes = notes.with(k, again<Note>(one));
    } else {
      const cell = cells[r]?.[k] ?? EMPTY_CELL;
      const was: Slot<unknown> = place.at === "absence" ? cell.absence : (cell.marks[place.work] ?? emptySlot<unknown>(null));
      if (!isSettled(was)) left.push(one);
      else if (was.saved !== one.slot.wanted || one.slot.flight) cells[r] = (cells[r] ?? []).with(k, put(cell, place, one));
    }
  }
  return { state: { ...state, cells, notes }, left };
}

function put(cell: Cell, place: Exclude<SlotPlace, { at: "note" }>, one: KeptSlot): Cell {
  if (place.at === "absence") return { ...cell, absence: again<AbsenceKind>(one) };
  const marks = [...cell.marks];
  while (marks.length <= place.work) marks.push(emptySlot<Token>(null));
  marks[place.work] = again<Token>(one);
  return { ...cell, marks };
}
