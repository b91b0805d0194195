import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { headerKey } from "./header-key.ts";
import { readTable, type Table } from "./table-file.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const cp1251 = (text: string) => iconv.encode(text, "windows-1251");
function tableOf(bytes: Uint8Array): Table {
  const outcome = readTable(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.table;
}
const refusalOf = (bytes: Uint8Array) => {
  const outcome = readTable(bytes);
  return outcome.ok ? null : outcome.refusal;
};
const rowsOf = (text: string) => tableOf(utf8(text)).rows.map(({ line, cells }) => [line, ...Object.values(cells)]);

describe("a table of a school", () => {
  const text = "Фамилия;Имя;Класс\nЁлкин;Пётр;5А\nОсинцева;Мария;5Б\n";
  const expected = [
    { фамилия: "Ёлкин", имя: "Пётр", класс: "5А" },
    { фамилия: "Осинцева", имя: "Мария", класс: "5Б" },
  ];

  test.each([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${text}`), "utf-8"],
    ["Windows-1251", cp1251(text), "windows-1251"],
    ["UTF-16 as Excel's «Unicode text»", iconv.encode(text, "utf-16le", { addBOM: true }), "utf-16"],
    ["Windows line ends", utf8(text.replaceAll("\n", "\r\n")), "utf-8"],
    ["old Mac line ends", utf8(text.replaceAll("\n", "\r")), "utf-8"],
    ["commas", utf8(text.replaceAll(";", ",")), "utf-8"],
    ["tabs", utf8(text.replaceAll(";", "\t")), "utf-8"],
    ["Excel's sep line", utf8(`sep=;\r\n${text}`), "utf-8"],
    ["Excel's sep line in quotes", utf8(`"sep=;"\n${text}`), "utf-8"],
    ["trailing delimiters", utf8(text.replaceAll("\n", ";;\n")), "utf-8"],
    ["the DOS sign at the end", utf8(`${text}\u001a`), "utf-8"],
    ["no line end at the end", utf8(text.trimEnd()), "utf-8"],
  ])("in %s reads the same", (_, bytes, encoding) => {
    const table = tableOf(bytes);
    expect(table.rows.map((row) => row.cells)).toEqual(expected);
    expect(table.rows.every((row) => row.surplus === 0)).toBe(true);
    expect(table.encoding).toBe(encoding);
  });

  test("the lines are those of the file: past the sep line, blank lines and cells of two lines", () => {
    expect(rowsOf('sep=;\n\nа;б\n"1\n2";3\n\n ; \n4;5\n')).toEqual([
      [4, "1\n2", "3"],
      [8, "4", "5"],
    ]);
  });

  test("a delimiter inside quotes of the heading is not counted", () => {
    expect(tableOf(utf8('"а, б, в, г";д\n1;2\n')).header).toEqual(["а, б, в, г", "д"]);
  });

  test("quotes are doubled within quotes, and stand free within bare text", () => {
    expect(rowsOf('а;б\n"Школа ""Парта""";1\nШкола "Парта";2\n')).toEqual([
      [2, 'Школа "Парта"', "1"],
      [3, 'Школа "Парта"', "2"],
    ]);
  });

  test("a short row has empty cells; a long one says how many cells are too many", () => {
    expect(tableOf(utf8("а;б\n1\n1;2;3;;4\n")).rows).toEqual([
      { line: 2, cells: { а: "1", б: "" }, surplus: 0 },
      { line: 3, cells: { а: "1", б: "2" }, surplus: 2 },
    ]);
  });

  test("a column without a name keeps its cells under its number", () => {
    expect(tableOf(utf8("а;;в\n1;2;3\n")).rows[0]!.cells).toEqual({ а: "1", "#2": "2", в: "3" });
  });

  test("letters of Kyrgyz and Ukrainian survive UTF-8", () => {
    expect(rowsOf("имя\nӨмүр\nЇжак\n")).toEqual([
      [2, "Өмүр"],
      [3, "Їжак"],
    ]);
  });

  test("headings are found whatever their case, spaces and yo", () => {
    expect([" ФАМИЛИЯ * ", "Дата  рождения:", "Учён.", "Date_of_birth"].map(headerKey)).toEqual(["фамилия", "дата рождения", "учен", "date of birth"]);
  });
});

describe("a file that is no table", () => {
  test("UTF-8 with a line of Windows-1251 is refused with that line", () => {
    const mixed = Buffer.concat([utf8("Фамилия;Имя\nЁлкин;Пётр\n"), cp1251("Осинцева;Мария\n"), utf8("Липина;Нина\n")]);
    expect(refusalOf(mixed)).toEqual({ code: "table.encoding_broken", facts: { line: 3 } });
  });

  test("UTF-8 cut inside a letter is refused with the last line", () => {
    const whole = utf8("Фамилия;Имя\nЁлкин;Пётр");
    expect(refusalOf(whole.subarray(0, whole.length - 1))).toEqual({ code: "table.encoding_broken", facts: { line: 2 } });
  });

  test("an open quote is refused with the line where it opens", () => {
    expect(refusalOf(utf8('sep=;\nа;б\n1;2\n3;"4\n5;6\n'))).toEqual({ code: "table.quote_open", facts: { line: 4 } });
  });

  test("a heading that repeats is refused", () => {
    expect(refusalOf(utf8("\nИмя;Класс; имя\n"))).toEqual({ code: "table.header_repeated", facts: { line: 2, columns: [1, 3] } });
  });

  test.each([
    ["nothing", Buffer.alloc(0), "table.empty"],
    ["a mark alone", utf8("\uFEFF"), "table.empty"],
    ["blank lines", utf8("\r\n ;;\n"), "table.empty"],
    ["a workbook", Buffer.from("PK\u0003\u0004\u0014\u0000\u0006", "latin1"), "table.not_text"],
  ])("%s is refused", (_, bytes, code) => expect(refusalOf(bytes)?.code).toBe(code));

  test("any bytes at all give a table or a typed refusal", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(utf8)), (bytes) => void readTable(bytes)),
      { numRuns: 500 },
    );
  });
});

describe("any table written as CSV", () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from("абёЯ ,;\t\"'\n1Zq")), maxLength: 8 }).map((text) => text.trim());

  test("is read back the same, in both encodings and with every delimiter", () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text !== "")),
          { maxLength: 6 },
        ),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom(utf8, cp1251),
        (rows, delimiter, encode) => {
          const lines = [["Первый", "Второй", "Третий"], ...rows].map((cells) => cells.map(quoted).join(delimiter));
          const table = tableOf(encode(`${lines.join("\r\n")}\r\n`));
          expect(table.rows.map((row) => Object.values(row.cells))).toEqual(rows);
          expect(table.delimiter).toBe(delimiter);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const real = resolve("../shared/data/uci/student-mat.csv");
describe.skipIf(!existsSync(real))("a real table with Excel's sep line (skipped when ../shared/data/uci is absent)", () => {
  test("has 395 rows of 33 columns", () => {
    const table = tableOf(readFileSync(real));
    expect(table.header).toHaveLength(33);
    expect(table.rows).toHaveLength(395);
    expect(table.rows[0]!.cells).toMatchObject({ school: "GP", sex: "F", age: "18", g3: "6" });
    expect(table.rows.every((row) => row.surplus === 0 && row.cells["g3"] !== "")).toBe(true);
  });
});
