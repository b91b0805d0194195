import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { MOST_WORKS } from "../../rules/cell-signs.ts";
import type { Cell, Values } from "./cell.ts";
import { marksOf } from "./cell.ts";

/** How presence is written in a cell, and how it may be typed into a table that is pasted. */
export type AbsenceSigns = Readonly<Record<Exclude<AbsenceKind, "none">, string>>;

/** The text of a cell for the clipboard: «оп 4», «3 4», nothing. */
export function textOfCell(cell: Cell, signs: AbsenceSigns): string {
  const kind = cell.absence.wanted;
  return [...(kind === "none" ? [] : [signs[kind]]), ...marksOf(cell.marks).map(({ token, retake }) => (retake === null ? token : `${token}→${retake}`))].join(
    " ",
  );
}

/** What a pasted text means for a cell of that scale; null when a part of it is neither a mark nor presence. */
export function valuesOfText(text: string, scale: readonly string[], signs: AbsenceSigns): Values | null {
  let absence: AbsenceKind = "none";
  const marks: (string | null)[] = [];
  const retakes: [number, string][] = [];
  for (const part of text
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/)) {
    if (part === "") continue;
    const [first, again, ...rest] = part.split(/→|->/).map((one) => scale.find((word) => word.toLowerCase() === one));
    const kind = (Object.keys(signs) as (keyof AbsenceSigns)[]).find((one) => signs[one] === part);
    if (first !== undefined && rest.length === 0 && (again !== undefined || !/→|->/.test(part))) {
      if (again !== undefined) retakes.push([marks.length, again]);
      marks.push(first);
    } else if (kind && absence === "none") absence = kind;
    else return null;
  }
  if (marks.length > 0 && absence !== "none" && absence !== "late") return null;
  for (const [work, again] of retakes) {
    while (marks.length <= work + MOST_WORKS) marks.push(null);
    marks[work + MOST_WORKS] = again;
  }
  return { absence, marks };
}

/** Rows and cells of a pasted table; a table program ends it with an empty line that is no row. */
export function tableOfText(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.split("\t"));
}
