import { memo } from "react";
import { ABSENCE_SIGNS } from "../words.ru.ts";
import { POINT } from "../../rules/cell-signs.ts";
import { isBlank, isLate, marksOf, stateOf, waitsForReason } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Closed, LessonColumn } from "./page-model.ts";
import { conflictOf, sayCell } from "./say.ts";

const LOW = "2";
const markClass = (token: string) => (token === LOW ? "m low" : token === POINT ? "m pt" : "m");

/** The weight of a work, as an index. */
export const Index = ({ weight }: { weight: number }) => (weight > 1 ? <sup>{weight}</sup> : null);

/** One square of the journal page. It only draws; keys, saving and moving belong to the grid. */
export const MarkCell = memo(function MarkCell({
  k,
  cell,
  column,
  weight,
  weights,
  closed,
  commented = false,
}: {
  k: number;
  cell: Cell;
  column: LessonColumn;
  weight: number;
  weights?: ReadonlyMap<number, number>;
  closed: Closed | null;
  commented?: boolean;
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
    commented && "com",
  ]
    .filter(Boolean)
    .join(" ");
  const unspeakable = state === "conflict" || ((dead || column.lesson.cancelled) && isBlank(cell));
  return (
    <td
      // On the screen a line is no table box, and a browser that tells roles by boxes would lose this one.
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles
      role="gridcell"
      tabIndex={-1}
      data-k={k}
      className={is}
      aria-disabled={dead || column.lesson.cancelled || undefined}
      aria-invalid={state === "invalid" || undefined}
      aria-label={unspeakable ? sayCell(cell, weight, closed, weights) : undefined}
    >
      <CellText cell={cell} weight={weight} weights={weights} />
    </td>
  );
});

/** What is written in a cell: presence, then marks with the index of their weight. */
export function CellText({ cell, weight, weights }: { cell: Cell; weight: number; weights?: ReadonlyMap<number, number> | undefined }) {
  const torn = conflictOf(cell);
  if (torn) return `${torn.mine}≠${torn.theirs}`;
  const kind = cell.absence.wanted;
  const marks = marksOf(cell.marks);
  return (
    <>
      {kind !== "none" && <i className={waitsForReason(cell) ? "u" : undefined}>{ABSENCE_SIGNS[kind]}</i>}
      {kind !== "none" && marks.length > 0 && " "}
      {marks.map(({ work, token, workType, retake }, at) => (
        <span key={work} className={markClass(retake ?? token)}>
          {at > 0 && " "}
          {retake === null ? token : <s className="old">{token}</s>}
          {retake !== null && `→${retake}`}
          <Index weight={workType === null ? weight : (weights?.get(workType) ?? 1)} />
        </span>
      ))}
    </>
  );
}
