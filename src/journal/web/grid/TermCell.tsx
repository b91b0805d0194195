import { memo } from "react";
import type { CSSProperties } from "react";
import { journalWords as words } from "../words.ru.ts";
import { isLate, stateOf, tokensOf } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Closed } from "./page-model.ts";
import { conflictOf, sayCell } from "./say.ts";

/** The place of a column that stays at the right edge while lessons scroll under it. */
export const behind = (after: number): CSSProperties | undefined => (after > 0 ? ({ "--after": after } as CSSProperties) : undefined);

/** The mark of a term: the teacher's own is bold, an offered one grey with a question mark. */
export const TermCell = memo(function TermCell({
  k,
  cell,
  offered,
  closed,
  sticky,
  after,
}: {
  k: number;
  cell: Cell;
  offered: string | null;
  closed: Closed | null;
  sticky: boolean;
  /** How many columns of periods stand after it. */
  after: number;
}) {
  const state = stateOf(cell);
  const torn = conflictOf(cell);
  const own = tokensOf(cell)[0];
  const dead = closed === "not_in_group";
  return (
    <td
      // On the screen a line is no table box, and a browser that tells roles by boxes would lose this one.
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles
      role="gridcell"
      tabIndex={-1}
      data-k={k}
      style={behind(after)}
      className={["tot q", sticky && "stay", dead && "dead", state !== "saved" && state, isLate(cell) && "late"].filter(Boolean).join(" ")}
      aria-disabled={dead || undefined}
      aria-label={torn || (dead && own === undefined) ? sayCell(cell, 1, closed) : undefined}
    >
      {torn
        ? `${torn.mine}≠${torn.theirs}`
        : (own ??
          (offered && !dead && (
            <span className="offer" title={words.grid.offered}>
              {offered}?
            </span>
          )))}
    </td>
  );
});
