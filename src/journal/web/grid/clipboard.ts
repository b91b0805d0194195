import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import type { Cell, Values } from "./cell.ts";
import { tokensOf } from "./cell.ts";

/** How presence is written in a cell, and how it may be typed into a table that is pasted. */
export type AbsenceSigns = Readonly<Record<Exclude<AbsenceKind, "none">, string>>;

/** The text of a cell for the clipboard: «оп 4», «3 4», nothing. */
export function textOfCell(cell: Cell, signs: AbsenceSigns): string {
  const kind = cell.absence.wanted;
  return [...(kind === "none" ? [] : [signs[kind]]), ...tokensOf(cell)].join(" ");
}

/** What a pasted text means for a cell of that scale; null when a part of it is neither a mark nor presence. */
export function valuesOfText(text: string, scale: readonly string[], signs: AbsenceSigns): Values | null {
  let absence: AbsenceKind = "none";
  const marks: string[] = [];
  for (const part of text
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/)) {
    if (part === "") continue;
    const token = scale.find((one) => one.toLowerCase() === part);
    const kind = (Object.keys(signs) as (keyof AbsenceSigns)[]).find((one) => signs[one] === part);
    if (token !== undefined) marks.push(token);
    else if (kind && absence === "none") absence = kind;
    else return null;
  }
  if (marks.length > 0 && absence !== "none" && absence !== "late") return null;
  return { absence, marks };
}

/** Rows and cells of a pasted table; a table program ends it with an empty line that is no row. */
export function tableOfText(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.split("\t"));
}
