import { linesOfTable } from "../../rules/import/lines-of-table.ts";
import type { Mapping } from "../../rules/import/plan-table.ts";
import { mappingFor, tableOf } from "../../rules/import/plan-table.ts";
import type { PlanLine } from "../../rules/plan/plan-lines.ts";

/** Rows of a spreadsheet's clipboard; a cell in quotes may hold line ends. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows.filter((each) => each.some((own) => own.trim() !== ""));
}

const isNumber = (text: string) => /^\d{1,3}\.?$/.test(text.trim());

/** Which column is which where the rows have no heading: a first column of numbers counts them, the longest texts are topics, numbers after them hours. */
function guessed(rows: readonly string[][]): Mapping {
  const width = Math.max(...rows.map((row) => row.length));
  const share = (column: number, test: (cell: string) => boolean) => rows.filter((row) => test(row[column] ?? "")).length / rows.length;
  const columns = Array.from({ length: width }, (_, i) => i);
  const mapping: Mapping = {};
  const topic = columns.find((i) => share(i, (cell) => /\p{L}{2}/u.test(cell)) > 0.5);
  if (topic === undefined) return mapping;
  mapping.topic = `#${topic + 1}`;
  if (topic > 0 && share(0, isNumber) > 0.5) mapping.order = "#1";
  const hours = columns.find((i) => i > topic && share(i, isNumber) > 0.5);
  if (hours !== undefined) mapping.hours = `#${hours + 1}`;
  const homework = columns.find((i) => i > topic && i !== hours && share(i, (cell) => cell.trim() !== "") > 0.3);
  if (homework !== undefined) mapping.homework = `#${homework + 1}`;
  return mapping;
}

/** The lines of a plan in what was copied from a spreadsheet; null for a text that is no table and belongs into the field itself. */
export function pastedLines(text: string): PlanLine[] | null {
  if (!/[\t\n]/.test(text.trim())) return null;
  const rows = rowsOf(text);
  const numbered = rows.map((cells, i) => ({ line: i + 1, cells }));
  const headed = tableOf(numbered);
  const byTitles = headed && mappingFor(headed, null);
  const plain = { titles: Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, i) => `#${i + 1}`), headLine: 0, rows: [] };
  const own = {
    ...plain,
    rows: numbered.map(({ line, cells }) => ({ line, cells: plain.titles.map((_, i) => (cells[i] ?? "").replace(/\s+/g, " ").trim()) })),
  };
  const { lines } = headed && byTitles?.topic !== undefined ? linesOfTable(headed, byTitles) : linesOfTable(own, guessed(rows));
  const found = lines.filter((line) => line.topic !== "");
  return found.length > 0 ? found.map(({ line: _, ...rest }) => rest) : null;
}
