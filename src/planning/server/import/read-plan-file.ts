import type { Buffer as ExcelBuffer } from "exceljs";
import { Failure } from "../../../foundation/failure.ts";
import { readRecords } from "../../../foundation/files/table-file.ts";
import type { FileRow } from "../../rules/import/plan-table.ts";
import { tablesOfHtml } from "../../rules/import/html-tables.ts";
import { unpackedBytes } from "../../rules/import/zip-size.ts";

/** How much a packed file may unpack to: a plan of a year is far below, a bomb far above. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** The rows of the table in a file, by the ending of its name. A workbook gives its first sheet that has rows, a text its tables of the widest kind. */
export async function readPlanFile(name: string, bytes: Uint8Array): Promise<FileRow[]> {
  const ending = name.slice(name.lastIndexOf(".")).toLowerCase();
  if (ending === ".csv") return csvRows(bytes);
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) throw new Failure("invalid", "planning.file_not_readable", { ending });
  if (unpacked > MOST_UNPACKED) throw new Failure("too_large", "planning.file_unpacks_too_large");
  try {
    return ending === ".xlsx" ? await workbookRows(bytes) : await documentRows(bytes);
  } catch {
    throw new Failure("invalid", "planning.file_not_readable", { ending });
  }
}

function csvRows(bytes: Uint8Array): FileRow[] {
  const read = readRecords(bytes);
  if (!read.ok) throw new Failure("invalid", "planning.csv_not_readable", { why: read.refusal.code, ...read.refusal.facts });
  return read.records;
}

// the readers of packed files are large and seldom wanted: a server that never imports does not hold them
async function workbookRows(bytes: Uint8Array): Promise<FileRow[]> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelBuffer);
  const sheet = workbook.worksheets.find((each) => each.actualRowCount > 0);
  if (!sheet) return [];
  const rows: FileRow[] = [];
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      // of merged cells only the first holds the text
      cells[column - 1] = cell.isMerged && cell.master !== cell ? "" : cell.text;
    });
    rows.push({ line, cells: Array.from(cells, (text) => text ?? "") });
  });
  return rows;
}

async function documentRows(bytes: Uint8Array): Promise<FileRow[]> {
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  const tables = tablesOfHtml(value);
  const width = (table: readonly string[][]) => Math.max(0, ...table.map((row) => row.length));
  const widest = Math.max(0, ...tables.map(width));
  return tables
    .filter((table) => width(table) === widest)
    .flat()
    .map((cells, i) => ({ line: i + 1, cells }));
}
