import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageLines, averagesOf, offeredMark } from "./averages.ts";
import type { AveragedMark, RetakeRule } from "./averages.ts";

const of = (...marks: [string, number, string?][]): AveragedMark[] => marks.map(([token, weight, retake]) => ({ token, weight, retake: retake ?? null }));

describe("averages of marks", () => {
  test("MRK-10 marks 5 (weight 1), 3 (weight 2): plain 4.00, weighted 3.67", () => {
    const { plain, weighted, count } = averagesOf(of(["5", 1], ["3", 2]));
    expect([plain?.toFixed(2), weighted?.toFixed(2), count]).toEqual(["4.00", "3.67", 2]);
  });

  test("marks of equal weights have one average, marks of nothing have none", () => {
    expect(averagesOf(of(["5", 2], ["4", 2]))).toMatchObject({ plain: 4.5, weighted: 4.5 });
    expect(averagesOf([])).toMatchObject({ count: 0, plain: null, weighted: null });
    expect(averagesOf(of(["4", 0]))).toMatchObject({ count: 1, plain: 4, weighted: null });
  });

  test("MRK-14 a token defined as outside averages changes nothing, be it a word or a digit", () => {
    const norms = { outside: ["зч", "1"], retake: "last" as const };
    const before = averagesOf(of(["5", 1], ["3", 2]), norms);
    expect(averagesOf(of(["5", 1], ["зч", 1], ["3", 2], ["1", 2]), norms)).toEqual(before);
  });

  test.each<[RetakeRule, string, string, number]>([
    ["last", "2", "4", 4],
    ["last", "4", "3", 3],
    ["best", "4", "3", 4],
    ["best", "2", "4", 4],
    ["both", "2", "4", 3],
    ["last", "2", "зч", 2],
  ])("a retake by the rule «%s»: %s→%s counts as %d", (retake, first, again, plain) => {
    expect(averagesOf(of([first, 1, again]), { outside: [], retake }).plain).toBe(plain);
  });

  test("the lines say what was left out and why", () => {
    const lines = averageLines(of(["2", 2, "4"], ["зч", 1], ["•", 1], ["5", 0]), { outside: ["зч"], retake: "last" });
    expect(lines.map(({ from, token, why }) => [from, token, why])).toEqual([
      [0, "2", "retaken"],
      [0, "4", null],
      [1, "зч", "outside"],
      [2, "•", "no_number"],
      [3, "5", "no_weight"],
    ]);
  });

  const mark = fc.record({ token: fc.constantFrom("5", "4", "3", "2", "10", "100", "зч", "н/а"), weight: fc.integer({ min: 0, max: 5 }) });
  test("lie between the least and the greatest mark that counts, in any order of marks", () =>
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
        const [there, back] = [averagesOf(marks), averagesOf(marks.toReversed())];
        expect(there).toEqual(back);
        const numbers = averageLines(marks).flatMap(({ number, why }) => (number !== null && why === null ? [number] : []));
        expect(there.weighted === null).toBe(numbers.length === 0);
        if (there.weighted === null) return;
        expect(there.weighted).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-9);
        expect(there.weighted).toBeLessThanOrEqual(Math.max(...numbers) + 1e-9);
      }),
    ));
});

describe("the offered term mark", () => {
  const scale = ["5", "4", "3", "2", "н/а"];
  test("PER-10 is the nearest whole of the weighted average", () => {
    expect(offeredMark(averagesOf(of(["5", 1], ["4", 1])), scale, 0.5)).toBe("5");
    expect(offeredMark(averagesOf(of(["5", 1], ["3", 2])), scale, 0.5)).toBe("4");
  });
  test("is not offered without marks or outside the scale", () => {
    expect(offeredMark(averagesOf([]), scale, 0.5)).toBeNull();
    expect(offeredMark(averagesOf(of(["1", 1])), scale, 0.5)).toBeNull();
  });
});
