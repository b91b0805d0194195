import { describe, expect, test } from "vitest";
import { numberOfMark, weightedAverage } from "./average.ts";
import { termSubjects } from "./term-subjects.ts";
import { topOfScale, whatIf } from "./what-if.ts";

const of = (text: string) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((t) => ({ mark: t.split("*")[0]!, weight: Number(t.split("*")[1] ?? 1) }));

describe("the average of a term", () => {
  test.each([
    ["MRK-10 weights count", "5 3*2", 11 / 3],
    ["MRK-10 equal weights are the plain average", "5 4 4 3", 4],
    ["one mark", "4", 4],
    ["a mark without a number is left out", "5 н/а 4 зч", 4.5],
    ["no marks", "", null],
    ["only marks without a number", "н/а осв.", null],
    ["a weight of nothing is left out", "5 2*0", 5],
  ])("%s", (_, marks, expected) => {
    const got = weightedAverage(of(marks));
    if (expected === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(expected, 9);
  });

  test.each([
    ["5", 5],
    ["10", 10],
    ["100", 100],
    ["н/а", null],
    ["", null],
    ["5-", null],
  ])("the number of «%s»", (mark, n) => expect(numberOfMark(mark)).toBe(n));
});

test("two pages of one subject are one line for the family", () => {
  const lines = termSubjects([
    { subject: "Английский язык", marks: of("5 4"), termMark: "4" },
    { subject: "Алгебра", marks: of("3"), termMark: null },
    { subject: "Английский язык", marks: of("3"), termMark: null },
  ]);
  expect(lines.map((l) => [l.subject, l.marks.map((m) => m.mark).join(" "), l.termMark])).toEqual([
    ["Английский язык", "5 4 3", "4"],
    ["Алгебра", "3", null],
  ]);
});

describe("what more marks would make of it", () => {
  test.each([
    ["4,05 of 18 wants seventeen fives", { sum: "5 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4", more: [] }, { rounded: 4, target: 4.5, count: 18 }],
    ["one five is enough", { sum: "4 4 5", more: [] }, { rounded: 4, target: 4.5, count: 1 }],
    ["exactly a half is already the higher", { sum: "4 5", more: [] }, { rounded: 5, target: null, count: null }],
    ["the top is reached", { sum: "5 5 5", more: [] }, { rounded: 5, target: null, count: null }],
    ["from a two", { sum: "2 2", more: [] }, { rounded: 2, target: 2.5, count: 1 }],
    ["added marks count", { sum: "3 3", more: [5, 5] }, { rounded: 4, target: 4.5, count: 4 }],
    ["added marks alone", { sum: "", more: [4] }, { rounded: 4, target: 4.5, count: 1 }],
    ["a double three weighs", { sum: "5 3*2", more: [] }, { rounded: 4, target: 4.5, count: 5 }],
  ])("%s", (_, given, want) => {
    const got = whatIf(of(given.sum), given.more);
    expect(got.rounded).toBe(want.rounded);
    expect(got.toNext?.target ?? null).toBe(want.target);
    expect(got.toNext?.count ?? null).toBe(want.count);
  });

  test("nothing to reckon with", () => expect(whatIf([], [])).toEqual({ average: null, rounded: null, toNext: null }));

  test("the promised count is the least that does it", () => {
    for (const marks of ["3 4 5", "2 3 3 4", "5 4*2 3", "4 4 4 3*3", "2 2 2 2"]) {
      const now = whatIf(of(marks));
      const fives = (n: number) =>
        whatIf(
          of(marks),
          Array.from({ length: n }, () => 5),
        ).average!;
      expect(fives(now.toNext!.count)).toBeGreaterThanOrEqual(now.toNext!.target - 1e-9);
      expect(fives(now.toNext!.count - 1)).toBeLessThan(now.toNext!.target);
    }
  });

  test.each([
    ["5 4", 5],
    ["5 9", 10],
    ["11", 12],
    ["87", 100],
    ["", 5],
  ])("the scale of «%s» ends at %i", (marks, top) => expect(topOfScale(of(marks))).toBe(top));
});
