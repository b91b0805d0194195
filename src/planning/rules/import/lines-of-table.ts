import { LONGEST_HOMEWORK, LONGEST_SECTION, LONGEST_TOPIC, MOST_HOURS, MOST_LINES } from "../plan/plan-lines.ts";
import type { PlanLine } from "../plan/plan-lines.ts";
import type { Column, FileRow, Mapping, PlanTable } from "./plan-table.ts";
import { HOURS, IS_CONTROL, IS_TOTAL, SAYS_CONTROL } from "./plan-table.ru.ts";

/** What is wrong with a row of the file; `line` is its number there. */
export type RowFault = {
  line: number;
  code: "topic_missing" | "topic_too_long" | "hours_missing" | "hours_not_whole" | "homework_too_long" | "section_too_long" | "too_many_lines";
  /** What stands in the cell, cut to a few words. */
  found: string;
};
export type ReadLines = { lines: (PlanLine & { line: number })[]; faults: RowFault[] };

const SHOWN = 40;
const shown = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/**
 * The lines of a plan out of a table. A row with nothing in the mapped columns and a row of totals are passed over; a row whose only text
 * stands where rows are numbered or counted is the heading of a section for the rows under it. Without a column of hours a row is one hour.
 */
export function linesOfTable(table: PlanTable, mapping: Mapping): ReadLines {
  const at = (row: FileRow, column: Column) => (mapping[column] === undefined ? "" : (row.cells[table.titles.indexOf(mapping[column])] ?? ""));
  const numbered = mapping.order !== undefined && table.rows.some((row) => /^\d/.test(at(row, "order")));
  const read: ReadLines = { lines: [], faults: [] };
  let section = "";
  for (const row of table.rows) {
    const cell = (column: Column) => at(row, column);
    const filled = row.cells.filter((text) => text !== "");
    if (filled.length === 0 || filled.some((text) => IS_TOTAL.test(text))) continue;
    const heading = headingOf(cell, filled, numbered, mapping);
    if (heading !== null) {
      section = heading.slice(0, LONGEST_SECTION);
      continue;
    }
    if ([cell("topic"), cell("hours"), cell("homework")].every((text) => text === "")) continue;
    const fault = (code: RowFault["code"], found = "") => void read.faults.push({ line: row.line, code, found: shown(found) });
    const hours = hoursOf(cell("hours"), mapping.hours !== undefined);
    if (cell("topic") === "") fault("topic_missing", cell("homework") || cell("hours"));
    if (cell("topic").length > LONGEST_TOPIC) fault("topic_too_long", cell("topic"));
    if (typeof hours === "string") fault(hours, cell("hours"));
    if (cell("homework").length > LONGEST_HOMEWORK) fault("homework_too_long", cell("homework"));
    if (cell("section").length > LONGEST_SECTION) fault("section_too_long", cell("section"));
    section = cell("section") || section;
    read.lines.push({
      line: row.line,
      topic: cell("topic"),
      hours: typeof hours === "number" ? hours : 1,
      homework: cell("homework"),
      section: section.slice(0, LONGEST_SECTION),
      isControl: IS_CONTROL.test(cell("topic")) || SAYS_CONTROL.test(cell("control")),
    });
    if (read.lines.length === MOST_LINES + 1) fault("too_many_lines", String(MOST_LINES));
  }
  return read;
}

/** The section a row opens, or null when the row is a lesson. */
function headingOf(cell: (column: Column) => string, filled: readonly string[], numbered: boolean, mapping: Mapping): string | null {
  const [only = ""] = filled;
  const alone = filled.length === 1 && !/^\d+$/.test(only);
  if (alone && (numbered || mapping.hours !== undefined)) return cell("topic") === "" && cell("order") === "" ? null : only;
  const unnumbered = numbered && cell("order") === "" && cell("homework") === "" && cell("topic") !== "" && cell("hours") !== "";
  return unnumbered ? cell("topic") : null;
}

function hoursOf(text: string, isMapped: boolean): number | "hours_missing" | "hours_not_whole" {
  if (!isMapped) return 1;
  if (text === "") return "hours_missing";
  const hours = Number(HOURS.exec(text)?.[1] ?? 0);
  return hours >= 1 && hours <= MOST_HOURS ? hours : "hours_not_whole";
}
