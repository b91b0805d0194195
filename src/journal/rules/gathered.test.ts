import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastMarks } from "./accumulation.ts";
import { dueSoFar, shortfallOf } from "./gathered.ts";

const STEPS_002 = {
  steps: [
    { hours: 1, marks: 3 },
    { hours: 2, marks: 5 },
  ],
};
const STEPS_004 = { steps: [{ hours: 1, marks: 3 }] };
const STEP = { above: 2, marks: 1 };
const OVER = { held: 16, all: 16 };
const has = (marks: number, more = {}) => ({ marks, written: 1, held: 16, missed: 0, ...more });

describe("accumulation of marks", () => {
  test("ACC-01 preset 002 with two hours a week: 4 marks are short by 1, preset 004: not short", () => {
    const [two, four] = [STEPS_002, STEPS_004].map((min) => leastMarks({ min, step: STEP, hours: 2 }));
    expect(shortfallOf(has(4), two!, OVER)).toEqual({ short: 1, noWritten: false });
    expect(shortfallOf(has(4), four!, OVER)).toEqual({ short: 0, noWritten: false });
  });

  test("ACC-02 the school's step raises the least at five hours a week", () => {
    expect(leastMarks({ min: STEPS_002, step: { above: 2, marks: 0 }, hours: 5 })).toBe(5);
    expect(leastMarks({ min: STEPS_002, step: STEP, hours: 5 })).toBe(8);
  });

  test("ACC-03 who was absent all period is not asked", () => {
    expect(shortfallOf(has(0, { missed: 16 }), 5, OVER)).toBeNull();
    expect(shortfallOf(has(0, { missed: 15 }), 5, OVER)).toMatchObject({ short: 5 });
  });

  test("ACC-04 five oral marks and no written one say so", () => {
    expect(shortfallOf(has(5, { written: 0 }), 5, OVER)).toEqual({ short: 0, noWritten: true });
    expect(shortfallOf(has(5), 5, OVER)).toEqual({ short: 0, noWritten: false });
  });

  test("in the middle of the period the part of it that was held is due, and never more than the whole", () => {
    expect([0, 3, 4, 8, 15, 16].map((held) => dueSoFar(5, { held, all: 16 }))).toEqual([0, 0, 1, 2, 4, 5]);
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.nat(200), (least, all, a, b) => {
        const [less, more] = [Math.min(a, b, all), Math.min(Math.max(a, b), all)];
        expect(dueSoFar(least, { held: less, all })).toBeLessThanOrEqual(dueSoFar(least, { held: more, all }));
        expect(dueSoFar(least, { held: all, all })).toBe(least);
      }),
    );
  });
});
