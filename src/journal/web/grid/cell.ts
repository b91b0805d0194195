import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { emptySlot, isReady, isSettled, lose, want } from "./pending/slot.ts";
import type { Slot } from "./pending/slot.ts";

export type Token = string | null;

/** One square: presence, and marks by the number of their work (0 the work of the column, then one more each). */
export type Cell = {
  readonly absence: Slot<AbsenceKind>;
  readonly marks: readonly Slot<Token>[];
  /** The saved absence has a reason. */ readonly explained?: boolean;
};

/** An absence that waits for the homeroom teacher's reason. */
export const waitsForReason = ({ absence, explained }: Cell): boolean => absence.wanted === "absent" && !(explained && absence.saved === "absent");

/** What stands in a cell, without versions: what undo, copying and pasting carry. */
export type Values = { readonly absence: AbsenceKind; readonly marks: readonly Token[] };

/** The most marks a cell holds: works 0 to 9. */
export const MOST_MARKS = 10;

export const NOTHING: Values = { absence: "none", marks: [] };

export const EMPTY_CELL: Cell = { absence: emptySlot<AbsenceKind>("none"), marks: [] };

/** Marks that stand, in the order of their works. */
export const tokensOf = (cell: Cell): string[] => cell.marks.flatMap((slot) => (slot.wanted === null ? [] : [slot.wanted]));

export const valuesOf = (cell: Cell): Values => ({ absence: cell.absence.wanted, marks: cell.marks.map((slot) => slot.wanted) });

export const sameValues = (a: Values, b: Values): boolean => {
  if (a.absence !== b.absence) return false;
  for (let work = 0; work < Math.max(a.marks.length, b.marks.length); work++) if ((a.marks[work] ?? null) !== (b.marks[work] ?? null)) return false;
  return true;
};

/** The cell with other values wanted; the same cell when nothing changes. */
export function wantValues(cell: Cell, values: Values): Cell {
  const absence = want(cell.absence, values.absence);
  const count = Math.max(cell.marks.length, values.marks.length);
  const marks = Array.from({ length: count }, (_, work) => want(cell.marks[work] ?? emptySlot<Token>(null), values.marks[work] ?? null));
  const same = absence === cell.absence && marks.length === cell.marks.length && marks.every((slot, work) => slot === cell.marks[work]);
  return same ? cell : { ...cell, absence, marks };
}

/** The cell with everything that waits shown as waiting: there is nobody to send it to. */
export function waiting(cell: Cell): Cell {
  const mark = <V>(slot: Slot<V>): Slot<V> => (isReady(slot) ? lose(slot) : slot);
  return { ...cell, absence: mark(cell.absence), marks: cell.marks.map(mark) };
}

export const isBlank = (cell: Cell): boolean => cell.absence.wanted === "none" && tokensOf(cell).length === 0;

const slots = (cell: Cell): readonly Slot<unknown>[] => [cell.absence, ...cell.marks];

/** What of a cell needs the teacher's eye, the strongest first: conflict > unsent > invalid > saving. */
export type CellState = "conflict" | "unsent" | "invalid" | "saving" | "saved";

export function stateOf(cell: Cell): CellState {
  const all = slots(cell);
  if (all.some((s) => s.other !== null)) return "conflict";
  if (all.some((s) => s.trouble === "lost")) return "unsent";
  if (all.some((s) => s.trouble === "refused")) return "invalid";
  return all.some((s) => s.flight?.slow) ? "saving" : "saved";
}

/** Written after the term of the regulation. */
export const isLate = (cell: Cell): boolean =>
  cell.absence.late && cell.absence.wanted !== "none" ? true : cell.marks.some((s) => s.late && s.wanted !== null);

/** Whether the server has all of the cell. */
export const isCellSettled = (cell: Cell): boolean => slots(cell).every((slot) => isSettled(slot));

/** A digit: replaces the last mark, or stands as one more; who gets a mark was here. A late pupil stays late. */
export function withMark(values: Values, token: string, oneMore: boolean): Values {
  const absence = values.absence === "late" ? "late" : "none";
  const last = values.marks.findLastIndex((mark) => mark !== null);
  if (last < 0) return { absence, marks: [token] };
  const at = oneMore ? freeWork(values.marks) : last;
  if (at === null) return { ...values, absence };
  const marks = [...values.marks];
  while (marks.length <= at) marks.push(null);
  marks[at] = token;
  return { absence, marks };
}

/** The first work after the last mark of the cell; null when ten stand there. */
export function freeWork(marks: readonly Token[]): number | null {
  const next = marks.findLastIndex((mark) => mark !== null) + 1;
  return next < MOST_MARKS ? next : null;
}

/** A letter of presence: an absent or ill pupil has no marks of that lesson, a late one keeps them. */
export const withAbsence = (values: Values, kind: AbsenceKind): Values =>
  kind === "late" ? { ...values, absence: kind } : { absence: kind, marks: values.marks.map(() => null) };

/** Everything away; the places stay with their versions. */
export const cleared = (values: Values): Values => ({ absence: "none", marks: values.marks.map(() => null) });

/** The values with the mark of one work taken out. */
export const withoutWork = (values: Values, work: number): Values => ({ ...values, marks: values.marks.map((mark, at) => (at === work ? null : mark)) });
