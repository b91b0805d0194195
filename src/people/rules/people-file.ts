import { readTable, type TableRow } from "../../foundation/files/table-file.ts";
import { columnsOf } from "./people-columns.ts";
import type { Known, PeopleFile, PeopleKind, PeopleRefusal, RowRejection } from "./people-record.ts";
import { guardianRow, pupilRow, staffRow, type Reading } from "./people-rows.ts";

export type PeopleRead = { ok: true; people: PeopleFile } | { ok: false; refusal: PeopleRefusal };

const ORDER: PeopleKind[] = ["pupils", "guardians", "staff"];
const READ_ROW: Record<PeopleKind, (reading: Reading, row: TableRow) => RowRejection | null> = {
  pupils: pupilRow,
  guardians: guardianRow,
  staff: staffRow,
};

/**
 * Pupils, guardians and staff from the bytes of their CSV files, with a report per row. A row at fault is left
 * out and named; a file that cannot be read at all refuses the whole.
 */
export function readPeople(files: Partial<Record<PeopleKind, Uint8Array>>, known: Known = {}): PeopleRead {
  const people: PeopleFile = { pupils: [], guardians: [], staff: [], report: [], unusedColumns: [] };
  for (const file of ORDER) {
    const bytes = files[file];
    if (!bytes) continue;
    const read = readTable(bytes);
    if (!read.ok) return { ok: false, refusal: refusalOfFile(file, read.refusal) };
    const columns = columnsOf(file, read.table);
    if ("code" in columns) return { ok: false, refusal: columns };
    for (const column of columns.unused) people.unusedColumns.push({ file, column });
    const reading: Reading = { people, known, cell: columns.cell, firstLines: new Map() };
    for (const row of read.table.rows) {
      const { line } = row;
      const rejection: RowRejection | null = row.surplus > 0 ? { code: "people.row_too_long", facts: { surplus: row.surplus } } : READ_ROW[file](reading, row);
      people.report.push(rejection ? { file, line, outcome: "rejected", ...rejection } : { file, line, outcome: "ok" });
    }
  }
  return { ok: true, people };
}

type TableRefusal = Extract<ReturnType<typeof readTable>, { ok: false }>["refusal"];

function refusalOfFile(file: PeopleKind, refusal: TableRefusal): PeopleRefusal {
  switch (refusal.code) {
    case "table.empty":
      return { code: "people.file_empty", facts: { file } };
    case "table.not_text":
      return { code: "people.file_not_text", facts: { file } };
    case "table.encoding_broken":
      return { code: "people.file_encoding_broken", facts: { file, ...refusal.facts } };
    case "table.quote_open":
      return { code: "people.file_quote_open", facts: { file, ...refusal.facts } };
    case "table.header_repeated":
      return { code: "people.file_header_repeated", facts: { file, ...refusal.facts } };
  }
}
