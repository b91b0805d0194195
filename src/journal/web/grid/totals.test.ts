import { describe, expect, test } from "vitest";
import { offeredMark, totalsOf } from "./totals.ts";

const of = (...marks: [string, number][]) => totalsOf(marks.map(([token, weight]) => ({ token, weight })));

describe("totals of a row", () => {
  test("MRK-10 plain and weighted average", () => {
    const totals = of(["5", 1], ["3", 2]);
    expect(totals.plain).toBe(4);
    expect(totals.weighted).toBeCloseTo(3.6667, 4);
    expect(totals.count).toBe(2);
  });

  test("MRK-14 a token that is no number enters nothing", () => {
    expect(of(["5", 1], ["зч", 1])).toEqual({ count: 1, plain: 5, weighted: 5 });
  });

  test("an empty row has no average", () => expect(of()).toEqual({ count: 0, plain: null, weighted: null }));

  test("weights of nothing give no weighted average", () => expect(of(["4", 0])).toEqual({ count: 1, plain: 4, weighted: null }));
});

describe("the offered term mark", () => {
  const scale = ["5", "4", "3", "2", "н/а"];
  test("PER-10 is the nearest whole of the weighted average", () => {
    expect(offeredMark(of(["5", 1], ["4", 1]), scale)).toBe("5");
    expect(offeredMark(of(["5", 1], ["3", 2]), scale)).toBe("4");
  });
  test("is not offered without marks or outside the scale", () => {
    expect(offeredMark(of(), scale)).toBeNull();
    expect(offeredMark(of(["1", 1]), scale)).toBeNull();
  });
});
