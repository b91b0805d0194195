import { describe, expect, test } from "vitest";
import { isWebAddress, KNOWN_ENDINGS, mediaOf, tidyName } from "./attached-file.ts";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((p) => (typeof p === "string" ? Buffer.from(p, "latin1") : Buffer.from(p)))));
const zip = (folder: string) => bytes([0x50, 0x4b, 3, 4], `....${folder}document.xml....`);

describe("what a file is", () => {
  test.each([
    ["лист.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["ФОТО.JPG", bytes([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    ["план.docx", zip("word/"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["т.txt", new TextEncoder().encode("Выучить стихи\r\n"), "text/plain; charset=utf-8"],
    [
      "о.odt",
      bytes([0x50, 0x4b, 3, 4], "..........................mimetypeapplication/vnd.oasis.opendocument.text"),
      "application/vnd.oasis.opendocument.text",
    ],
  ])("%s is known by its content", (name, content, media) => {
    expect(mediaOf(name, content)).toEqual({ media });
  });

  test.each([
    ["a program named as a picture", "фото.jpg", bytes("MZ\u0090")],
    ["a page named as a text document", "a.docx", bytes("<html><script>")],
    ["a workbook named as a document", "a.docx", zip("xl/")],
    ["a document with a program inside", "a.docx", bytes([0x50, 0x4b, 3, 4], "word/vbaProject.bin")],
    ["a page", "a.html", bytes("<html>")],
    ["a drawing that runs", "a.svg", bytes("<svg onload=alert(1)>")],
    ["a text of another coding", "a.txt", bytes([0xcf, 0xf0, 0xe8])],
    ["nothing with an ending", "pdf", bytes("%PDF-")],
  ])("%s is refused", (_, name, content) => {
    expect(mediaOf(name, content)).toMatchObject({ code: "journal.file_not_as_named" });
  });

  test("an empty file is refused as empty, whatever its name", () => {
    for (const ending of KNOWN_ENDINGS) expect(mediaOf(`a${ending}`, new Uint8Array())).toMatchObject({ code: "journal.file_empty" });
  });
});

test.each([
  ["C:\\Документы\\лист.pdf", "лист.pdf"],
  ["../../etc/passwd", "passwd"],
  ["лист\u202Efdp.exe", "листfdp.exe"],
  ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"],
  [`${"д".repeat(200)}.pdf`, `${"д".repeat(116)}.pdf`],
])("the name %j is shown as %j", (name, shown) => {
  expect(tidyName(name)).toBe(shown);
});

test.each([
  ["https://resh.edu.ru/subject/lesson/7272/", true],
  ["http://school.example.ru", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["https://user:pass@example.ru", false],
  ["//example.ru", false],
  ["resh.edu.ru", false],
])("HW-11 the address %s may be followed: %s", (text, may) => {
  expect(isWebAddress(text)).toBe(may);
});
