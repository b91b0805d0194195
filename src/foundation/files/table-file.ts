import { CsvError, parse, type Info } from "csv-parse/sync";
import iconv from "iconv-lite";
import { headerKey } from "./header-key.ts";

export type Table = {
  encoding: "utf-8" | "windows-1251" | "utf-16";
  delimiter: "," | ";" | "\t";
  /** Keys of the columns in order, as `headerKey` makes them; `#3` for a third column without a name. */
  header: string[];
  rows: TableRow[];
};

/** `line` is where the row begins, from 1. `surplus` are cells past the last column, blank ones left out. */
export type TableRow = { line: number; cells: Record<string, string>; surplus: number };

export type TableRefusal =
  | { code: "table.empty"; facts: Record<string, never> }
  | { code: "table.not_text"; facts: Record<string, never> }
  | { code: "table.encoding_broken"; facts: { line: number } }
  | { code: "table.quote_open"; facts: { line: number } }
  | { code: "table.header_repeated"; facts: { line: number; columns: [number, number] } };

export type TableRead = { ok: true; table: Table } | { ok: false; refusal: TableRefusal };

const DELIMITERS = [";", ",", "\t"] as const;
const NO = (refusal: TableRefusal) => ({ ok: false, refusal }) as const;

/**
 * A table with a heading from the bytes of a CSV file, as schools have them: UTF-8 or Windows-1251, comma,
 * semicolon or tab, with or without Excel's `sep=` line, quotes, any line ends, blank lines and trailing delimiters.
 */
export function readTable(bytes: Uint8Array): TableRead {
  const records = readRecords(bytes);
  if (!records.ok) return records;
  const [heading, ...rest] = records.records;
  if (!heading) return NO({ code: "table.empty", facts: {} });
  const header = trimmedEnd(heading.cells).map((title, i) => headerKey(title) || `#${i + 1}`);
  const again = header.findIndex((key, i) => header.indexOf(key) !== i);
  if (again >= 0) return NO({ code: "table.header_repeated", facts: { line: heading.line, columns: [header.indexOf(header[again]!) + 1, again + 1] } });

  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((key, i) => [key, (cells[i] ?? "").trim()])),
    surplus: cells.slice(header.length).filter((cell) => cell.trim() !== "").length,
  }));
  return { ok: true, table: { encoding: records.encoding, delimiter: records.delimiter, header, rows } };
}

/** The rows of such a file as they are, blank ones left out; for tables whose heading is not the first row. */
export function readRecords(bytes: Uint8Array): ({ ok: true } & Pick<Table, "encoding" | "delimiter"> & Records) | { ok: false; refusal: TableRefusal } {
  const decoded = decodedText(bytes);
  if ("code" in decoded) return NO(decoded);
  const told = /^\s*"?sep=([;,\t])"?[;,\t ]*\n/i.exec(decoded.text);
  const text = told ? decoded.text.slice(told[0].length) : decoded.text;
  const linesBefore = told ? told[0].split("\n").length - 1 : 0;
  const delimiter = (told?.[1] as Table["delimiter"] | undefined) ?? delimiterOf(text);
  const records = recordsOf(text, delimiter, linesBefore);
  if ("code" in records) return NO(records);
  return { ok: true, encoding: decoded.encoding, delimiter, records: records.records };
}

type Decoded = { text: string; encoding: Table["encoding"] };

function decodedText(bytes: Uint8Array): Decoded | TableRefusal {
  const start = [...bytes.subarray(0, 4)];
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (utf16) return checkedText(iconv.decode(bytes, "utf-16"), "utf-16");
  try {
    return checkedText(new TextDecoder("utf-8", { fatal: true }).decode(bytes), "utf-8");
  } catch {
    const bom = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
    const raw = iconv.decode(bytes, "latin1");
    if (bom || UTF8_CYRILLIC.test(raw) || raw.includes("\x98")) {
      return { code: "table.encoding_broken", facts: { line: firstBrokenLine(bytes) } };
    }
    return checkedText(iconv.decode(bytes, "windows-1251"), "windows-1251");
  }
}

/** Two Cyrillic letters running, as UTF-8 writes them: no word in Windows-1251 has these bytes. */
const UTF8_CYRILLIC = /[\xd0-\xd3][\x80-\xbf][\xd0-\xd3][\x80-\xbf]/;

/** DOS programs end a text with this sign. */
const DOS_END = "\u001a";

function checkedText(text: string, encoding: Table["encoding"]): Decoded | TableRefusal {
  const body = text.endsWith(DOS_END) ? text.slice(0, -1) : text;
  // a workbook, an archive, a picture
  if (/[^\P{Cc}\t\n\v\f\r]/u.test(body)) return { code: "table.not_text", facts: {} };
  const plain = body.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return plain.trim() === "" ? { code: "table.empty", facts: {} } : { text: plain, encoding };
}

function firstBrokenLine(bytes: Uint8Array): number {
  const whole = new TextDecoder("utf-8").decode(bytes);
  return whole.slice(0, whole.indexOf("\uFFFD")).split(/\r\n?|\n/).length;
}

/** The delimiter that stands most often outside quotes in the heading. */
function delimiterOf(text: string): Table["delimiter"] {
  const heading = (/^.*\S.*$/m.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => heading.split(delimiter).length - 1;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best), ";");
}

type Records = { records: { line: number; cells: string[] }[] };

function recordsOf(text: string, delimiter: string, linesBefore: number): Records | TableRefusal {
  try {
    const parsed = parse(text, {
      delimiter,
      record_delimiter: "\n",
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { record: string[]; info: Info }[];
    let line = linesBefore + 1;
    const records: Records["records"] = [];
    for (const { record } of parsed) {
      if (record.some((cell) => cell.trim() !== "")) records.push({ line, cells: record });
      line += 1 + record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    }
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: "table.quote_open", facts: { line: linesBefore + openQuoteLine(text, delimiter) } };
  }
}

/** The line where the quote that is never closed was opened. */
function openQuoteLine(text: string, delimiter: string): number {
  let line = 1;
  let openedAt = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === "\n") line += 1;
    if (sign !== '"') continue;
    if (openedAt > 0) {
      if (text[i + 1] === '"') i += 1;
      else openedAt = 0;
    } else if (i === 0 || text[i - 1] === "\n" || text[i - 1] === delimiter) openedAt = line;
  }
  return openedAt || line;
}

function trimmedEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}
