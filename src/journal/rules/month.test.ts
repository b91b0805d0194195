import { expect, test } from "vitest";
import { monthOf } from "./month.ts";

test.each([
  ["2026-09", "2026-09-30", "2026-10-08"],
  ["2026-12", "2026-12-31", "2027-01-08"],
  ["2028-02", "2028-02-29", "2028-03-08"],
])("the month %s ends on %s and is checked until %s", (text, lastDay, due) => {
  const month = monthOf(text)!;
  expect([month.firstDay, month.lastDay, month.dayOfNext(8)]).toEqual([`${text}-01`, lastDay, due]);
});

test.each(["2026-13", "2026-9", "сентябрь", "2026-09-01", ""])("«%s» is no month", (text) => {
  expect(monthOf(text)).toBeNull();
});
