import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { homeworkLimit, homeworkLoad } from "./homework-load.ts";

const LIMITS = [
  { from: 1, to: 1, minutes: 60 },
  { from: 2, to: 3, minutes: 90 },
  { from: 4, to: 5, minutes: 120 },
  { from: 6, to: 8, minutes: 150 },
  { from: 9, to: 11, minutes: 210 },
];

describe("the limit of homework of a day", () => {
  test.each([
    [1, 60],
    [2, 90],
    [3, 90],
    [4, 120],
    [5, 120],
    [6, 150],
    [8, 150],
    [9, 210],
    [11, 210],
    [12, null],
  ])("HW-08 in grade %i is %s minutes", (grade, minutes) => {
    expect(homeworkLimit(LIMITS, grade, false, 70)).toBe(minutes);
  });

  test("HW-10 before days off is 70 percent of it: 84 minutes in grade 5", () => {
    expect(homeworkLimit(LIMITS, 5, true, 70)).toBe(84);
    expect(homeworkLoad([{ subject: "История", groupId: 1, minutes: 100 }], 84).over).toBe(true);
  });
});

describe("the homework of a class on a day", () => {
  test("HW-08 70 and 60 minutes in grade 5 are over the limit, and the subjects are named", () => {
    const load = homeworkLoad(
      [
        { subject: "Русский язык", groupId: 1, minutes: 60 },
        { subject: "Математика", groupId: 1, minutes: 70 },
      ],
      120,
    );
    expect(load).toEqual({
      subjects: [
        { subject: "Математика", minutes: 70 },
        { subject: "Русский язык", minutes: 60 },
      ],
      total: 130,
      limit: 120,
      over: true,
    });
  });

  test("counts two subgroups of a subject once, by the longer; two lessons of one group together", () => {
    const english = (groupId: number, minutes: number) => ({ subject: "Английский язык", groupId, minutes });
    expect(homeworkLoad([english(1, 30), english(2, 40)], 120).total).toBe(40);
    expect(homeworkLoad([english(1, 30), english(1, 15)], 120).total).toBe(45);
  });

  test("is never less than any one task, nor more than all of them, and nobody is over without a limit", () => {
    const task = fc.record({ subject: fc.constantFrom("А", "Б", "В"), groupId: fc.integer({ min: 1, max: 3 }), minutes: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(fc.array(task, { minLength: 1 }), (set) => {
        const { total, over } = homeworkLoad(set, null);
        const minutes = set.map((s) => s.minutes);
        expect(over).toBe(false);
        expect(total).toBeGreaterThanOrEqual(Math.max(...minutes));
        expect(total).toBeLessThanOrEqual(minutes.reduce((a, b) => a + b));
      }),
    );
  });
});
