import { describe, expect, test } from "vitest";
import { asksForMark, lessonsWithoutMark } from "./asks-for-mark.ts";

/** + attended without a mark, 5 marked, n missed */
const of = (text: string) => [...text].map((sign) => ({ attended: sign !== "n", marked: sign === "5" }));

describe("a pupil who needs a mark", () => {
  test.each([
    ["", 0],
    ["5", 0],
    ["+", 1],
    ["++", 2],
    ["5++", 2],
    ["++5", 0],
    ["+n+", 2],
    ["+n", 1],
    ["5n+n+n", 2],
  ])("MRK-08 after «%s» the row is %i", (lessons, row) => expect(lessonsWithoutMark(of(lessons))).toBe(row));

  test("MRK-08 is shown on the third lesson after two attended without a mark, never where the school has no norm", () => {
    expect([0, 1, 2, 3].map((row) => asksForMark(row, 2))).toEqual([false, false, true, true]);
    expect(asksForMark(9, null)).toBe(false);
  });
});
