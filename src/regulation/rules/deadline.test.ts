import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, plusDays } from "../../foundation/day.ts";
import { dueAt, parseLessonDeadline } from "./deadline.ts";

const simferopol = { lessonDay: day("2026-12-10"), classDayEnds: "13:50", timezone: "Europe/Simferopol" };

describe("the deadline of a lesson", () => {
  test.each([
    ["lesson_date.end", "2026-12-10T20:59:59.999Z"],
    ["class_day_end + 1h30m", "2026-12-10T12:20:00.000Z"],
    ["class_day_end + 3h", "2026-12-10T13:50:00.000Z"],
    ["class_day_end+2h", "2026-12-10T12:50:00.000Z"],
    ["class_day_end", "2026-12-10T10:50:00.000Z"],
    ["lesson_date + 7d", "2026-12-17T20:59:59.999Z"],
    ["work_date + 7d", "2026-12-17T20:59:59.999Z"],
    ["school_day.end", "2026-12-10T20:59:59.999Z"],
  ])("HW-03 %s is %s in Simferopol", (text, instant) => {
    expect(dueAt(text, simferopol).toISOString()).toBe(instant);
  });

  test("of the next lesson is its beginning; the day's end without bells; never when no lesson comes", () => {
    const due = (nextLesson: Parameters<typeof dueAt>[1]["nextLesson"]) => dueAt("next_lesson", { ...simferopol, nextLesson });
    expect(due({ day: day("2026-12-12"), starts: "08:30" }).toISOString()).toBe("2026-12-12T05:30:00.000Z");
    expect(due({ day: day("2026-12-12"), starts: null }).toISOString()).toBe("2026-12-12T20:59:59.999Z");
    expect(due(null).getTime()).toBeGreaterThan(Date.parse("9999-01-01"));
    expect(due(undefined)).toEqual(due(null));
  });

  test("runs in the school's own time zone", () => {
    expect(dueAt("class_day_end + 3h", { ...simferopol, timezone: "Asia/Bishkek" }).toISOString()).toBe("2026-12-10T10:50:00.000Z");
  });

  test("is the end of the day where the bells say nothing", () => {
    expect(dueAt("class_day_end + 0m", { ...simferopol, classDayEnds: null }).toISOString()).toBe("2026-12-10T20:59:59.999Z");
  });

  test.each(["", "tomorrow", "class_day_end + ", "lesson_date.end - 1d", "class_day_end + 1x"])("is not read from «%s»", (text) => {
    expect(parseLessonDeadline(text)).toBeNull();
    expect(() => dueAt(text, simferopol)).toThrow(RangeError);
  });

  const zones = fc.constantFrom("Europe/Simferopol", "Asia/Bishkek", "Asia/Novokuznetsk", "Europe/Berlin", "UTC");
  const days = fc.integer({ min: 0, max: 4000 }).map((n) => plusDays(day("2020-01-01"), n));
  const time = fc
    .record({ h: fc.integer({ min: 7, max: 20 }), m: fc.integer({ min: 0, max: 59 }) })
    .map((t) => `${String(t.h).padStart(2, "0")}:${String(t.m).padStart(2, "0")}`);

  test("never comes earlier when the last lesson ends later", () => {
    fc.assert(
      fc.property(zones, days, time, time, (timezone, lessonDay, a, b) => {
        const [early, late] = [a, b].sort() as [string, string];
        const at = (classDayEnds: string) => dueAt("class_day_end + 1h30m", { lessonDay, classDayEnds, timezone }).getTime();
        expect(at(early)).toBeLessThanOrEqual(at(late));
      }),
    );
  });

  test("of the next day is later than of this day, also over a change of the clock", () => {
    fc.assert(
      fc.property(zones, days, (timezone, lessonDay) => {
        const end = (d: typeof lessonDay) => dueAt("lesson_date.end", { lessonDay: d, classDayEnds: null, timezone }).getTime();
        const hours = (end(plusDays(lessonDay, 1)) - end(lessonDay)) / 3_600_000;
        expect([23, 24, 25]).toContain(hours);
      }),
    );
  });
});
