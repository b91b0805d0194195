import { expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { workingDays } from "./working-days.ts";

const special = [
  { day: day("2026-11-04"), isStudy: false, asWeekday: null },
  { day: day("2026-11-14"), isStudy: true, asWeekday: 1 },
];

test.each([
  ["2026-10-28", true],
  ["2026-11-04", false],
  ["2026-11-13", true],
  ["2026-11-14", true],
  ["2026-11-15", false],
])("%s of a five-day school is a working day: %s", (text, works) => expect(workingDays(5, special)(day(text))).toBe(works));
