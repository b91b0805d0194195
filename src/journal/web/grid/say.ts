import { ABSENCE_SIGNS, journalWords as words } from "../words.ru.ts";
import { POINT, UNPREPARED } from "../../rules/cell-signs.ts";
import { isLate, marksOf, stateOf, waitsForReason } from "./cell.ts";
import type { Cell, StandingMark } from "./cell.ts";
import { tokenOf } from "../marks/mark-value.ts";
import { cellAt } from "./grid-state.ts";
import type { GridState, Place, Told } from "./grid-state.ts";
import { closedBy } from "./page-model.ts";
import type { Closed } from "./page-model.ts";

/** The two values of the conflict of a cell as they are written. */
export function conflictOf(cell: Cell): { mine: string; theirs: string; by: string; at: string; isMark: boolean } | null {
  if (cell.absence.other) {
    const sign = (kind: keyof typeof ABSENCE_SIGNS | "none") => (kind === "none" ? words.none : ABSENCE_SIGNS[kind]);
    return { mine: sign(cell.absence.wanted), theirs: sign(cell.absence.other.value), by: cell.absence.other.by, at: cell.absence.other.at, isMark: false };
  }
  const slot = cell.marks.find((one) => one.other !== null);
  if (!slot?.other) return null;
  const both = slot.wanted !== null && slot.other.value !== null;
  return { mine: tokenOf(slot.wanted) ?? words.none, theirs: tokenOf(slot.other.value) ?? words.none, by: slot.other.by, at: slot.other.at, isMark: both };
}

/** A cell in words, for the status line and for readers. */
export function sayCell(cell: Cell, weight: number, closed: Closed | null, weights?: ReadonlyMap<number, number>): string {
  if (closed === "not_in_group" || closed === "cancelled") return words.cell.closedShort[closed];
  const torn = conflictOf(cell);
  if (torn) return `${torn.mine}≠${torn.theirs}, ${words.cell.conflict(torn.mine, torn.theirs)}`;
  const said = [
    ...(cell.absence.wanted === "none"
      ? []
      : [words.absence(cell.absence.wanted), ...(cell.absence.wanted === "absent" && !waitsForReason(cell) ? [words.explained] : [])]),
    ...marksOf(cell.marks).map((mark) => sayMark(mark, mark.workType === null ? weight : (weights?.get(mark.workType) ?? 1))),
    ...(isLate(cell) ? [words.cell.late] : []),
    ...(stateOf(cell) === "unsent" ? [words.cell.unsent] : []),
  ];
  return said.join(", ") || words.cell.blank;
}

function sayMark({ token, retake }: StandingMark, weight: number): string {
  if (token === POINT) return words.cell.point;
  if (token === UNPREPARED) return words.cell.unprepared;
  const said = words.cell.weighted(token, weight);
  return retake === null ? said : words.cell.retaken(said, retake === POINT ? words.cell.point : retake);
}

/** The work type of a column: chosen for it, else the school's usual one; null where it must be chosen. */
export const workTypeAt = (state: GridState, k: number): number | null => state.notes[k]?.wanted.workType ?? state.model.page.usualWork;

/** The weight of the work of a column. */
export const weightOf = (state: GridState, k: number): number => state.model.weightOfType.get(workTypeAt(state, k) ?? 0) ?? 1;

/** The name of the work of a column. */
export function workOf(state: GridState, k: number): string {
  const workType = workTypeAt(state, k);
  return state.model.page.workTypes.find((one) => one.workType === workType)?.name ?? words.grid.noWork;
}

const sayAt = (state: GridState, place: Place) =>
  sayCell(cellAt(state, place), weightOf(state, place.k), closedBy(state.model, place.r, place.k), state.model.weightOfType);

/** What was told, in words, and whether it is a no that must be heard at once. */
export function sayTold(state: GridState, told: Told): { text: string; alert: boolean } {
  const name = (place: Place) => state.model.rows[place.r]?.name ?? "";
  switch (told.is) {
    case "entered":
    case "undone":
    case "redone":
      return { text: words.told[told.is](name(told.place), sayAt(state, told.place)), alert: false };
    case "filled":
      return { text: words.told.filled(told.count), alert: true };
    case "pasted":
      return { text: words.told.pasted(told.count), alert: true };
    case "one_more":
      return { text: words.told.oneMore, alert: false };
    case "retake":
      return { text: words.told.retake, alert: false };
    case "typing":
      return { text: words.told.typing(told.typed), alert: false };
    case "no_work":
      return { text: words.told.noWork, alert: true };
    case "nothing_to_retake":
      return { text: words.told.nothingToRetake, alert: true };
    case "forbidden":
      return { text: words.told.forbidden(told.token, told.reason), alert: true };
    case "closed": {
      const column = state.model.columns[told.place.k];
      const future = told.by === "future" && column?.at === "lesson";
      return { text: future ? words.told.notHeld(column.lesson.day) : words.cell.closed[told.by], alert: true };
    }
    case "conflict":
      return { text: words.told.conflict, alert: true };
    case "part_not_used":
      return { text: words.told.partNotUsed[told.part], alert: true };
    case "not_in_scale":
      return { text: words.told.notInScale(told.key, told.scale), alert: true };
    case "nothing_to_undo":
      return { text: words.told.nothingToUndo, alert: true };
    case "nothing_to_redo":
      return { text: words.told.nothingToRedo, alert: true };
    case "wrong_paste":
      return { text: words.told.wrongPaste(told.tokens, told.closed), alert: true };
    case "shut":
      return { text: words.told.shut(told.place ? name(told.place) : "", told.sentence), alert: true };
    case "few_marks":
      return { text: words.told.fewMarks(name(told.place), told.has, told.least), alert: true };
    case "refused":
      return { text: words.told.refused(told.place ? name(told.place) : "", told.sentence), alert: true };
    case "reason":
      return { text: words.told.reason, alert: false };
    case "link_back":
      return { text: words.told.linkBack(told.count), alert: true };
  }
}
