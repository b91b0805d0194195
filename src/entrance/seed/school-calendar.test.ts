import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, mondayOf, plusDays } from "../../foundation/day.ts";
import { studyDays } from "../../timetable/rules/study-days.ts";
import { calendarAround, MOST_WEEKS, shapeAround, studyWeeksBehind } from "./school-calendar.ts";

const anyDay = fc.integer({ min: 0, max: 365 * 6 }).map((n) => plusDays(day("2025-01-01"), n));

describe("the calendar around today", () => {
  test("is a usual year from the first of September in the middle of November", () => {
    const calendar = calendarAround(day("2026-11-18"), 5, "RU");
    expect(calendar).toMatchObject({ year: 2026, startsOn: "2026-09-01", endsOn: "2027-05-30" });
    expect(calendar.holidays[0]).toMatchObject({ startsOn: "2026-10-26", endsOn: "2026-11-01" });
    expect(calendar.terms.filter((t) => t.kind === "half_year").map((t) => t.gradeLevels)).toEqual([
      [10, 11],
      [10, 11],
    ]);
  });

  test("holds today inside a term of every grade with so many study weeks behind it, on any day of any year", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: MOST_WEEKS }), (today, weeks) => {
        const calendar = calendarAround(today, weeks, "RU");
        for (const grade of [5, 11]) {
          expect(calendar.terms.filter((t) => t.gradeLevels.includes(grade) && t.startsOn <= today && today <= t.endsOn)).toHaveLength(1);
        }
        expect(studyWeeksBehind(shapeAround(today, weeks), today)).toBeGreaterThanOrEqual(weeks);
        expect(calendar.startsOn <= plusDays(mondayOf(today), -7 * weeks)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("leaves the week of today whole: Monday to Friday are study days", () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const c = calendarAround(today, 5, "RU");
        const days = studyDays(c, c.holidays, c.calendarDays).map((d) => d.day);
        for (let i = 0; i < 5; i++) expect(days).toContain(plusDays(mondayOf(today), i));
      }),
      { numRuns: 100 },
    );
  });
});
