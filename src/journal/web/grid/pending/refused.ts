import { ABSENCE_SIGNS, journalWords as words } from "../../words.ru.ts";
import type { GridState } from "../grid-state.ts";
import type { Statement } from "./pending-statements.ts";

/** An entry that waited on the device and that the server then refused: it is shown until the teacher has read it, for they may be long elsewhere. */
export type Refused = {
  readonly key: string;
  /** Whose, of which lesson, what: in words. */ readonly said: string;
  /** Why not, in the server's words. */ readonly sentence: string;
  readonly enteredAt: number;
};

/** Sooner than this a refusal is seen by who typed, ms. */
export const SEEN = 30_000;

/** What a statement wanted, in words. */
export function sayStatement({ model }: GridState, statement: Statement): string {
  const column = model.columns[model.columnOf.get(statement.column) ?? -1];
  const when = !column ? "" : column.at === "term" ? words.term.full(column.term.term, column.term.kind) : words.dayShort(column.lesson.day);
  const nameOf = (pupil: number) => model.rows[model.rowOf.get(pupil) ?? -1]?.name ?? "";
  if (statement.is === "note") return `${when}: ${[statement.change.topic, statement.change.homework].filter(Boolean).join(" · ") || words.cell.blank}`;
  if (statement.is === "absence") {
    return statement.entries.map(({ pupil, kind }) => `${nameOf(pupil)}, ${when}: ${kind === "none" ? words.cell.blank : ABSENCE_SIGNS[kind]}`).join("; ");
  }
  return `${nameOf(statement.pupil)}, ${when}: ${statement.mark ?? words.cell.blank}`;
}
