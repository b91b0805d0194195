import { describe, expect, test } from "vitest";
import { holdsTyped } from "./typed-text.ts";

describe("a line of a list", () => {
  test.each([
    ["6б", true],
    ["6 б", true],
    ["6 «Б»", true],
    ["6б рус", true],
    ["ветров", true],
    ["лунева", true],
    ["", true],
    ["  ", true],
    ["6в", false],
    ["алгебра", false],
  ])("is found by «%s»: %s", (typed, found) => expect(holdsTyped("6\u00a0«Б» Русский язык Лунёва Т. А., Ветрова И. П.", typed)).toBe(found));
});
