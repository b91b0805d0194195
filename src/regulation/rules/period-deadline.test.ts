import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { parsePeriodDeadline, periodDueOn } from "./period-deadline.ts";

const end = day("2026-12-29");

describe("the last day of a term's marks", () => {
  test.each([
    ["period_end", "2026-12-29"],
    ["period_end + 2d", "2026-12-31"],
    ["period_end - 1d", "2026-12-28"],
    ["period_end+2d", "2026-12-31"],
  ])("PER-02 by the norm %s is %s", (due, on) => {
    expect(periodDueOn({ from: null, due }, end, null)).toBe(on);
  });

  test("PER-02 is the day of the director's order where there is one, and nobody is late while it is awaited", () => {
    expect(periodDueOn({ from: null, due: "by_order" }, end, day("2026-12-27"))).toBe("2026-12-27");
    expect(periodDueOn({ from: null, due: "period_end" }, end, day("2027-01-12"))).toBe("2027-01-12");
    expect(periodDueOn({ from: null, due: "by_order" }, end, null)).toBeNull();
  });

  test.each(["", "period_end + d", "lesson_date.end", "period_end + 2h"])("is not read from «%s»", (text) => {
    expect(parsePeriodDeadline(text)).toBeNull();
    expect(() => periodDueOn({ from: null, due: text }, end, null)).toThrow(RangeError);
  });
});
