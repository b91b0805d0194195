import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classNameRu, withClassNamesRu } from "./class-name.ru.ts";
import { classKey } from "./person-name.ts";

describe("the name of a class", () => {
  test.each([
    ["6Б", "6 «Б»"],
    ["10-а", "10 «А»"],
    ["11 В", "11 «В»"],
    ["5 «А»", "5 «А»"],
    ['5"А"', "5 «А»"],
    ["5А англ. 1", "5 «А» англ. 1"],
    ["7А девочки + 7Б девочки", "7 «А» девочки + 7 «Б» девочки"],
    ["8А, 8Б", "8 «А», 8 «Б»"],
    ["5 хор", "5 хор"],
    ["5 мальчики", "5 мальчики"],
    ["1И", "1 «И»"],
    ["5-1", "5-1"],
    ["8 матем.", "8 матем."],
    ["9 инж", "9 инж"],
    ["10ФМ", "10ФМ"],
    ["XI-A", "XI-A"],
    ["5A", "5A"],
    ["Хор", "Хор"],
    ["", ""],
  ])("«%s» is written «%s»", (name, said) => expect(withClassNamesRu(name)).toBe(said.replaceAll(/(\d) «/g, "$1\u00a0«")));

  test("is made of its grade and letter, and is its grade where it has no letter", () => {
    expect([classNameRu(6, "б"), classNameRu(11, "")]).toEqual(["6\u00a0«Б»", "11"]);
  });

  test("written once stays as it is, and is found under every writing", () => {
    const letter = fc.constantFrom(..."АБВГДЕЖЗИКЭЯ");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), letter, fc.constantFrom("", " ", "-"), (grade, of, between) => {
        const said = withClassNamesRu(`${grade}${between}${of}`);
        expect(said).toBe(classNameRu(grade, of));
        expect(withClassNamesRu(said)).toBe(said);
        expect(classKey(said)).toBe(classKey(`${grade}${of}`));
      }),
    );
  });
});
