import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { CELL_SIGNS, MOST_WORKS, isRetake } from "../../rules/cell-signs.ts";
import { markValue, tokenOf, workTypeOf } from "../marks/mark-value.ts";
import type { MarkValue } from "../marks/mark-value.ts";
import { emptySlot, isReady, isSettled, lose, want } from "./pending/slot.ts";
import type { Slot } from "./pending/slot.ts";

export type Token = MarkValue;

/** One square: presence, and marks by the number of their work: 0 the first, 1 to 9 one more each, from 10 on their retakes. */
export type Cell = {
  readonly absence: Slot<AbsenceKind>;
  readonly marks: readonly Slot<Token>[];
  /** The saved absence has a reason. */ readonly explained?: boolean;
};

/** An absence that waits for the homeroom teacher's reason. */
export const waitsForReason = ({ absence, explained }: Cell): boolean => absence.wanted === "absent" && !(explained && absence.saved === "absent");

/** What stands in a cell, without versions: what undo, copying and pasting carry. */
export type Values = { readonly absence: AbsenceKind; readonly marks: readonly Token[] };

export const NOTHING: Values = { absence: "none", marks: [] };

export const EMPTY_CELL: Cell = { absence: emptySlot<AbsenceKind>("none"), marks: [] };

/** Marks that stand, in the order of their works. */
export const tokensOf = (cell: Cell): string[] => cell.marks.flatMap((slot) => tokenOf(slot.wanted) ?? []);

/** A mark as it is drawn and counted: its token, its own work type, and the token of its retake. */
export type StandingMark = { readonly work: number; readonly token: string; readonly workType: number | null; readonly retake: string | null };

/** The marks of a cell that stand, a retake beside its first mark; a retake whose first mark is gone stands by itself. */
export function marksOf(marks: readonly Slot<Token>[]): StandingMark[] {
  const found: StandingMark[] = [];
  for (let work = 0; work < Math.min(marks.length, MOST_WORKS); work++) {
    const [first, again] = [marks[work]?.wanted ?? null, marks[work + MOST_WORKS]?.wanted ?? null];
    const token = tokenOf(first) ?? tokenOf(again);
    if (token !== null) found.push({ work, token, workType: workTypeOf(first ?? again), retake: first === null ? null : tokenOf(again) });
  }
  return found;
}

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
  if (all.some((s) => s.trouble === "lost" || s.trouble === "reason")) return "unsent";
  if (all.some((s) => s.trouble === "refused")) return "invalid";
  return all.some((s) => s.flight?.slow) ? "saving" : "saved";
}

/** Written after the term of the regulation. */
export const isLate = (cell: Cell): boolean =>
  cell.absence.late && cell.absence.wanted !== "none" ? true : cell.marks.some((s) => s.late && s.wanted !== null);

/** Whether the server has all of the cell. */
export const isCellSettled = (cell: Cell): boolean => slots(cell).every((slot) => isSettled(slot));

/** The last mark of a cell that is no retake; -1 in an empty cell. */
const lastWork = (marks: readonly Token[]): number => marks.findLastIndex((mark, work) => mark !== null && !isRetake(work));

const withAt = (marks: readonly Token[], at: number, value: Token): Token[] => {
  const next = [...marks];
  while (next.length <= at) next.push(null);
  next[at] = value;
  return next;
};

/** How a digit stands in a cell: in place of the last mark, as one more, or as the retake of the last mark. */
export type Manner = "instead" | "more" | "retake";

/** Who gets a mark was here; a late pupil stays late; a sign says nothing of presence. What is only mended keeps its own work type. */
export function withMark(values: Values, token: string, manner: Manner): Values {
  const absence = values.absence === "late" || CELL_SIGNS.includes(token) ? values.absence : "none";
  const last = lastWork(values.marks);
  if (last < 0) return { absence, marks: withAt(values.marks, 0, token) };
  const own = workTypeOf(values.marks[last] ?? null);
  if (manner === "retake") return { absence, marks: withAt(values.marks, last + MOST_WORKS, markValue(token, own)) };
  if (manner === "instead") return { absence, marks: withAt(values.marks, last, markValue(token, own)) };
  const at = freeWork(values.marks);
  return at === null ? { ...values, absence } : { absence, marks: withAt(values.marks, at, token) };
}

/** The first work after the last mark of the cell; null when ten stand there. */
export function freeWork(marks: readonly Token[]): number | null {
  const next = lastWork(marks) + 1;
  return next < MOST_WORKS ? next : null;
}

/** A letter of presence: an absent or ill pupil has no marks of that lesson but the point, a late one keeps them. */
export const withAbsence = (values: Values, kind: AbsenceKind): Values =>
  kind === "late" ? { ...values, absence: kind } : { absence: kind, marks: values.marks.map((mark) => (CELL_SIGNS.includes(mark ?? "") ? mark : null)) };

/** Everything away; the places stay with their versions. */
export const cleared = (values: Values): Values => ({ absence: "none", marks: values.marks.map(() => null) });

/** The values with the mark of one work taken out, and its retake with it. */
export const withoutWork = (values: Values, work: number): Values => ({
  ...values,
  marks: values.marks.map((mark, at) => (at === work || at === work + MOST_WORKS ? null : mark)),
});

/** The values with another work type for one mark; null: that of the column. */
export const withWorkType = (values: Values, work: number, workType: number | null): Values => ({
  ...values,
  marks: values.marks.map((mark, at) => (at === work || at === work + MOST_WORKS ? markValue(tokenOf(mark), workType) : mark)),
});
