import { memo } from "react";
import { ABSENCE_SIGNS } from "../words.ru.ts";
import { isBlank, isLate, stateOf, waitsForReason } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Closed, LessonColumn } from "./page-model.ts";
import { conflictOf, sayCell } from "./say.ts";

const LOW = "2";

/** One square of the journal page. It only draws; keys, saving and moving belong to the grid. */
export const MarkCell = memo(function MarkCell({
  k,
  cell,
  column,
  weight,
  closed,
}: {
  k: number;
  cell: Cell;
  column: LessonColumn;
  weight: number;
  closed: Closed | null;
}) {
  const state = stateOf(cell);
  const dead = closed === "not_in_group";
  const is = [
    column.when === "today" && "tod",
    column.when === "future" && "fut",
    column.lesson.cancelled && "can",
    column.lesson.substituteId !== null && "sub",
    dead && "dead",
    state !== "saved" && state,
    isLate(cell) && "late",
  ]
    .filter(Boolean)
    .join(" ");
  const unspeakable = state === "conflict" || ((dead || column.lesson.cancelled) && isBlank(cell));
  return (
    <td
      tabIndex={-1}
      data-k={k}
      className={is}
      aria-disabled={dead || column.lesson.cancelled || undefined}
      aria-invalid={state === "invalid" || undefined}
      aria-label={unspeakable ? sayCell(cell, weight, closed) : undefined}
    >
      <CellText cell={cell} weight={weight} />
    </td>
  );
});

/** What is written in a cell: presence, then marks with the index of their weight. */
export function CellText({ cell, weight }: { cell: Cell; weight: number }) {
  const torn = conflictOf(cell);
  if (torn) return `${torn.mine}≠${torn.theirs}`;
  const kind = cell.absence.wanted;
  const marks = cell.marks.flatMap((slot, work) => (slot.wanted === null ? [] : [{ work, token: slot.wanted }]));
  return (
    <>
      {kind !== "none" && <i className={waitsForReason(cell) ? "u" : undefined}>{ABSENCE_SIGNS[kind]}</i>}
      {kind !== "none" && marks.length > 0 && " "}
      {marks.map(({ work, token }, at) => (
        <span key={work} className={token === LOW ? "m low" : "m"}>
          {at > 0 && " "}
          {token}
          {weight > 1 && <sup>{weight}</sup>}
        </span>
      ))}
    </>
  );
}
