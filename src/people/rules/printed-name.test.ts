import { describe, expect, test } from "vitest";
import { isShort, mayBeSamePerson, printedName } from "./printed-name.ts";

describe("a name as a timetable prints it", () => {
  test.each([
    ["В.Лунёва", "Лунёва", "В.", null],
    ["Цв. Лунёва", "Лунёва", "Цв.", null],
    ["А. П. Брагина", "Брагина", "А.", "П."],
    ["Брагина А.П.", "Брагина", "А.", "П."],
    ["Брагина А. П", "Брагина", "А.", "П."],
    ["Брагина-Щеглова А.", "Брагина-Щеглова", "А.", null],
    ["Тетерина Анна Ильинична", "Тетерина", "Анна", "Ильинична"],
    ["Осокин Лука Ильич", "Осокин", "Лука", "Ильич"],
    ["Лунёва", "Лунёва", "", null],
    ["Лунёва Вера", "Лунёва Вера", "", null],
    ["von der Berg", "von der Berg", "", null],
    ["Вакансия 2", "Вакансия 2", "", null],
    ["10", "10", "", null],
  ])("%s", (text, surname, givenName, patronymic) => {
    expect(printedName(text)).toEqual({ surname, givenName, patronymic });
  });

  test("a short name may mean a full one, another one may not", () => {
    const full = { surname: "Брагина", givenName: "Анна", patronymic: "Павловна" };
    expect(mayBeSamePerson(printedName("Брагина А.П."), full)).toBe(true);
    expect(mayBeSamePerson(printedName("Брагина"), full)).toBe(true);
    expect(mayBeSamePerson(printedName("Брагина В."), full)).toBe(false);
    expect(mayBeSamePerson(printedName("Брагина А.И."), full)).toBe(false);
    expect(mayBeSamePerson(printedName("Лунёва А.П."), full)).toBe(false);
    expect([isShort(full), isShort(printedName("Брагина А.")), isShort(printedName("Брагина"))]).toEqual([false, true, true]);
  });
});
