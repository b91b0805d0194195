import { expect, test } from "vitest";
import { daysOfMonth, isMonth, monthAfter } from "./month.ts";

test("a month has its first and last day, February of a leap year too", () => {
  expect(daysOfMonth("2026-09")).toEqual({ from: "2026-09-01", to: "2026-09-30" });
  expect(daysOfMonth("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOfMonth("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test("months follow across the year", () => {
  expect([monthAfter("2026-12", 1), monthAfter("2027-01", -1), monthAfter("2026-09", 0)]).toEqual(["2027-01", "2026-12", "2026-09"]);
});

test.each([
  ["2026-09", true],
  ["2026-13", false],
  ["2026-9", false],
  ["сентябрь", false],
])("«%s» is a month: %s", (text, is) => {
  expect(isMonth(text)).toBe(is);
});
