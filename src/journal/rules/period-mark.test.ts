import { describe, expect, test } from "vitest";
import { CONDUCT, EXAM, FINAL, YEAR, offeredFor, periodsOfYear, refusalOfPeriod, termOf } from "./period-mark.ts";

const columns = { year: [1, 6, 9, 11], exam: [9, 11], final: [9, 11] };
const scale = ["5", "4", "3", "2", "н/а"];

describe("the periods of a grade", () => {
  test("PER-01 grades 9 and 11 have the year, the examination and the final mark, the sixth has the year", () => {
    expect(periodsOfYear(columns, 9).map(({ kind }) => kind)).toEqual(["year", "exam", "final"]);
    expect(periodsOfYear(columns, 6).map(({ kind }) => kind)).toEqual(["year"]);
  });

  test.each([
    ["a term", 2, 6, [], null],
    ["the year", YEAR, 6, [], null],
    ["an examination of the sixth", EXAM, 6, [], "journal.period_not_used"],
    ["an examination of the ninth", EXAM, 9, [], null],
    ["conduct that the school does not mark", CONDUCT + 2, 6, [], "journal.period_not_used"],
    ["MRK-12 conduct that the school does mark", CONDUCT + 2, 6, ["прим", "уд", "неуд"], null],
  ] as const)("%s", (_, period, gradeLevel, conduct, code) => {
    expect(refusalOfPeriod({ period, gradeLevel, columns, conduct })?.code ?? null).toBe(code);
  });

  test.each([
    [3, 3],
    [YEAR, YEAR],
    [FINAL, YEAR],
    [CONDUCT + 3, 3],
    [CONDUCT + YEAR, YEAR],
  ])("period %d hangs on term %d", (period, term) => expect(termOf(period)).toBe(term));
});

describe("the mark offered", () => {
  const put = (...marks: [number, string][]) => ({ term: { weighted: null }, put: new Map(marks) });

  test.each([
    [4.5, 0.5, "5"],
    [4.5, 0.6, "4"],
    [4.6, 0.6, "5"],
    [4.49, 0.5, "4"],
    [3.5, 0.51, "3"],
    [4, 1, "4"],
  ])("PER-10 for a term with %d, the higher from %d on, is %s", (weighted, roundUpFrom, offered) => {
    expect(offeredFor(2, { term: { weighted }, put: new Map() }, scale, roundUpFrom)).toBe(offered);
  });

  test("PER-10 for the year comes from the marks of its terms, not from the examination", () => {
    expect(offeredFor(YEAR, put([1, "4"], [2, "5"], [3, "4"], [4, "4"], [EXAM, "2"]), scale, 0.5)).toBe("4");
    expect(offeredFor(YEAR, put([1, "н/а"], [2, "5"]), scale, 0.5)).toBe("5");
    expect(offeredFor(YEAR, put(), scale, 0.5)).toBeNull();
  });

  test("for the final mark stands on the year and the examination together", () => {
    expect(offeredFor(FINAL, put([YEAR, "4"], [EXAM, "5"], [1, "2"]), scale, 0.5)).toBe("5");
    expect(offeredFor(FINAL, put([YEAR, "4"]), scale, 0.5)).toBeNull();
  });

  test("MRK-12 for conduct and for an examination nothing is offered", () => {
    for (const period of [EXAM, CONDUCT + 1]) expect(offeredFor(period, { term: { weighted: 5 }, put: new Map([[1, "5"]]) }, scale, 0.5)).toBeNull();
  });
});
