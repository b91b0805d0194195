import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { studyDays } from "./study-days.ts";
import { schoolYearOf, usualYear } from "./usual-year.ts";

describe("a school year as most schools have it", () => {
  const year = usualYear(2026, "RU", 5);

  test("has four quarters, and 10 November lies in the second", () => {
    const quarters = year.terms.filter((t) => t.kind === "quarter");
    expect(quarters.map((t) => `${t.startsOn} ${t.endsOn}`)).toEqual([
      "2026-09-01 2026-10-23",
      "2026-11-02 2026-12-30",
      "2027-01-11 2027-03-26",
      "2027-04-05 2027-05-26",
    ]);
    expect(quarters.find((t) => t.startsOn <= "2026-11-10" && "2026-11-10" <= t.endsOn)?.term).toBe(2);
  });

  test("has half-years from grade 10, which begin and end with the quarters", () => {
    expect(year.terms.filter((t) => t.gradeLevels.includes(11)).map((t) => `${t.kind} ${t.startsOn} ${t.endsOn}`)).toEqual([
      "half_year 2026-09-01 2026-12-30",
      "half_year 2027-01-11 2027-05-26",
    ]);
  });

  test("keeps days off out of holidays and free days", () => {
    expect(year.calendarDays.map((d) => d.day)).toEqual(["2026-11-04", "2027-02-23", "2027-03-08"]);
    expect(usualYear(2026, "RU", 6).calendarDays.map((d) => d.day)).toContain("2027-05-01");
  });

  test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])("of %i begins on a study day and has 30 to 36 weeks", (start) => {
    const some = usualYear(start, "RU", 5);
    const days = studyDays(
      some,
      some.holidays,
      some.calendarDays.map((d) => ({ ...d, asWeekday: null })),
    );
    expect(days[0]!.day).toBe(some.startsOn);
    expect(days.length).toBeGreaterThan(150);
    expect(days.length).toBeLessThan(185);
  });

  test("is named by the calendar year it starts in", () => {
    expect([day("2026-09-01"), day("2027-05-26"), day("2027-07-15"), day("2027-07-16")].map(schoolYearOf)).toEqual([2026, 2026, 2026, 2027]);
  });
});
