import { headerKey } from "../../../foundation/files/header-key.ts";
import { TITLES } from "./plan-table.ru.ts";

/** A row of a file: the line or row number in it, from 1, and its cells as text without spaces around. */
export type FileRow = { line: number; cells: string[] };

/** What a column of a plan may be. */
export const COLUMNS = ["order", "topic", "hours", "homework", "section", "control"] as const;
export type Column = (typeof COLUMNS)[number];
/** Which column of the file, by its title as `tableOf` gives it, stands for what. */
export type Mapping = Partial<Record<Column, string>>;

/** A table with a heading found: titles are unlike each other, and every row has a cell for each. */
export type PlanTable = { titles: string[]; headLine: number; rows: FileRow[] };

/** How far down the heading is looked for: above it stand the school, the subject and the class. */
const DEEPEST_HEAD = 30;

const tidy = (cell: string) => cell.replace(/[\s\u00a0]+/g, " ").trim();
const isFilled = (cell: string) => cell !== "";

/** The heading of a file and the rows under it, or null when there is no row with two filled cells. */
export function tableOf(rows: readonly FileRow[]): PlanTable | null {
  const clean = rows.map(({ line, cells }) => ({ line, cells: cells.map(tidy) })).filter(({ cells }) => cells.some(isFilled));
  const head = clean.slice(0, DEEPEST_HEAD).find(({ cells }) => cells.some((cell) => isTitleOf("topic", cell)) && cells.filter(isFilled).length > 1);
  const heading = head ?? clean.find(({ cells }) => cells.filter(isFilled).length > 1);
  if (!heading) return null;
  const width = Math.max(...clean.map(({ cells }) => cells.findLastIndex(isFilled) + 1));
  const titles = distinctTitles(Array.from({ length: width }, (_, i) => heading.cells[i] ?? ""));
  const again = heading.cells.join("\n");
  return {
    titles,
    headLine: heading.line,
    rows: clean
      .slice(clean.indexOf(heading) + 1)
      .filter(({ cells }) => cells.join("\n") !== again)
      .map(({ line, cells }) => ({ line, cells: titles.map((_, i) => cells[i] ?? "") })),
  };
}

function distinctTitles(titles: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return titles.map((title, i) => {
    const own = title || `#${i + 1}`;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return times === 1 ? own : `${own} (${times})`;
  });
}

function isTitleOf(column: Column, title: string): boolean {
  const key = headerKey(title);
  return TITLES[column].some((pattern) => pattern.test(key));
}

/** The mapping remembered where the file has all its columns; else what the titles say themselves. */
export function mappingFor(table: PlanTable, remembered: Mapping | null): Mapping {
  if (remembered?.topic !== undefined && missingColumn(table, remembered) === null) return remembered;
  const taken = new Set<string>();
  const mapping: Mapping = {};
  for (const column of COLUMNS) {
    const title = table.titles.find((each) => !taken.has(each) && isTitleOf(column, each));
    if (title === undefined) continue;
    taken.add(title);
    mapping[column] = title;
  }
  return mapping;
}

/** The first column that a mapping names and the file does not have. */
export function missingColumn(table: PlanTable, mapping: Mapping): string | null {
  return Object.values(mapping).find((title) => !table.titles.includes(title)) ?? null;
}
