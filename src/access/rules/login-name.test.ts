import { describe, expect, test } from "vitest";
import { loginsFor, loginStem } from "./login-name.ts";

describe("a login from a family name", () => {
  test.each([
    ["Щеглова", "shcheglova"],
    ["Өмүров", "omurov"],
    ["Їжакевич", "izhakevich"],
    ["Брагина-Лунёва", "bragina"],
    ["Müller", "muller"],
    ["王", "user"],
    ["10", "user"],
    ["Очень-длинная", "ochen"],
    ["Абвгдежзийклмнопрстуфхц", "abvgdezhziiklmnoprst"],
  ])("of %s is %s and a number", (surname, stem) => expect(loginStem(surname)).toBe(stem));

  test("nobody has already, though the surnames are the same", () => {
    expect(loginsFor(["Лунёв", "Лунев", "Осокин", "Лунёв"], ["lunev2", "osokin1"])).toEqual(["lunev1", "lunev3", "osokin2", "lunev4"]);
  });
});
