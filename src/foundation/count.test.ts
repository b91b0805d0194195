import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countRu, durationRu, formRu, numberRu, ordinalRu, percentOfTableRu, percentRu, unbroken } from "./count.ru.ts";

describe("a number with its word", () => {
  test.each([
    [0, "0 уроков"],
    [1, "1 урок"],
    [2, "2 урока"],
    [4, "4 урока"],
    [5, "5 уроков"],
    [11, "11 уроков"],
    [14, "14 уроков"],
    [21, "21 урок"],
    [22, "22 урока"],
    [100, "100 уроков"],
    [111, "111 уроков"],
    [1001, "1001 урок"],
    [0.25, "0,25 урока"],
    [2.5, "2,5 урока"],
    [-1, "-1 урок"],
    [-3, "-3 урока"],
  ])("%d: «%s»", (n, said) => expect(countRu(n, "урок", "урока", "уроков")).toBe(said));

  test("a hundred more changes no word", () => {
    fc.assert(fc.property(fc.nat(1_000_000), (n) => formRu(n, "1", "2", "5") === formRu(n + 100, "1", "2", "5")));
  });
});

describe("a number", () => {
  test.each([
    [4, undefined, "4"],
    [4.05, undefined, "4,05"],
    [4, 2, "4,00"],
    [3.666, 2, "3,67"],
  ])("%d with %s digits is «%s»", (n, digits, said) => expect(numberRu(n, digits)).toBe(said));

  test("of a share is a percentage, its sign never apart from it", () => {
    expect([percentRu(1), percentRu(0.9654), percentOfTableRu(1), percentOfTableRu(0)]).toEqual(["100\u00a0%", "96,5\u00a0%", "100,0\u00a0%", "0,0\u00a0%"]);
  });
});

test("a text on one line has no place to break", () => expect(unbroken("Лунёва Т. А.")).toBe("Лунёва\u00a0Т.\u00a0А."));

test("which one it is has no place to break", () => expect(ordinalRu(3)).toBe("3\u2011й"));

test.each([
  [0, "0 мин"],
  [45, "45 мин"],
  [60, "1 ч"],
  [125, "2 ч 5 мин"],
])("%i minutes last «%s»", (minutes, said) => expect(durationRu(minutes)).toBe(said));
