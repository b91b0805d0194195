import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, mondayOf, plusDays, weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { lessonDates } from "./lesson-dates.ts";
import type { WeeklyLesson } from "./lesson-dates.ts";
import { studyDays } from "./study-days.ts";
import type { SpecialDay } from "./study-days.ts";

const year = { startsOn: day("2026-09-01"), endsOn: day("2027-05-31"), daysPerWeek: 5 };
const terms = [
  { term: 1, startsOn: day("2026-09-01"), endsOn: day("2026-10-25") },
  { term: 2, startsOn: day("2026-11-02"), endsOn: day("2026-12-30") },
];
const holidays = [{ startsOn: day("2026-10-26"), endsOn: day("2026-11-01") }];
const weekly = (weekday: number, slot: number, more: Partial<WeeklyLesson> = {}): WeeklyLesson => ({
  weekday,
  slot,
  from: year.startsOn,
  to: null,
  teacherId: 1,
  roomId: null,
  ...more,
});

describe("the dated lessons of a page", () => {
  test("stand on the weekday of the timetable, in the terms, and skip the holidays", () => {
    const lessons = lessonDates([weekly(3, 2)], studyDays(year, holidays, []), terms);
    expect(lessons[0]).toEqual({ day: "2026-09-02", slot: 2, term: 1, teacherId: 1, roomId: null });
    expect(lessons.every((l) => weekdayOf(l.day) === 3)).toBe(true);
    expect(lessons.map((l) => l.day)).not.toContain("2026-10-28");
    expect(lessons.at(-1)).toMatchObject({ day: "2026-12-30", term: 2 });
  });

  test("are two when the page has two slots of one day, one when it has two teachers in one slot", () => {
    const days = [{ day: day("2026-09-02"), weekday: 3 }];
    expect(lessonDates([weekly(3, 5), weekly(3, 4)], days, terms).map((l) => l.slot)).toEqual([4, 5]);
    expect(lessonDates([weekly(3, 4, { teacherId: 7 }), weekly(3, 4, { teacherId: 9 })], days, terms)).toEqual([
      { day: "2026-09-02", slot: 4, term: 1, teacherId: 7, roomId: null },
    ]);
  });

  test("follow the timetable of the weekday that a working Saturday names, and none on the day off it replaced", () => {
    const special: SpecialDay[] = [
      { day: day("2026-09-12"), isStudy: true, asWeekday: 1 },
      { day: day("2026-09-14"), isStudy: false, asWeekday: null },
    ];
    const days = lessonDates([weekly(1, 1)], studyDays(year, holidays, special), terms).map((l) => l.day);
    expect(days.slice(0, 3)).toEqual(["2026-09-07", "2026-09-12", "2026-09-21"]);
  });

  test("change with the timetable on the day from which it is set, both ends included", () => {
    const week = [weekly(1, 1, { to: day("2026-09-14") }), weekly(1, 3, { from: day("2026-09-15"), teacherId: 2 })];
    const lessons = lessonDates(week, studyDays(year, holidays, []), terms);
    expect(lessons.slice(0, 3).map((l) => [l.day, l.slot, l.teacherId])).toEqual([
      ["2026-09-07", 1, 1],
      ["2026-09-14", 1, 1],
      ["2026-09-21", 3, 2],
    ]);
  });

  test("are none for a grade without terms and on days outside the year", () => {
    expect(lessonDates([weekly(1, 1)], studyDays(year, holidays, []), [])).toEqual([]);
    expect(studyDays(year, [], [{ day: day("2027-06-05"), isStudy: true, asWeekday: 1 }]).some((d) => d.day > year.endsOn)).toBe(false);
  });
});

const anyDay = fc.integer({ min: 0, max: 272 }).map((n) => plusDays(year.startsOn, n));
const anySpecial = fc.uniqueArray(fc.record({ day: anyDay, isStudy: fc.boolean(), asWeekday: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }) }), {
  maxLength: 12,
  selector: (s) => s.day,
});
const anySpan = fc.tuple(anyDay, fc.integer({ min: 0, max: 20 })).map(([startsOn, n]) => ({ startsOn, endsOn: plusDays(startsOn, n) }));
const anyWeek = fc.array(
  fc
    .record({ weekday: fc.integer({ min: 1, max: 6 }), slot: fc.integer({ min: 1, max: 8 }), teacherId: fc.integer({ min: 1, max: 3 }) })
    .map((w) => weekly(w.weekday, w.slot, { teacherId: w.teacherId })),
  { maxLength: 10 },
);
const within = (d: LocalDate, s: { startsOn: LocalDate; endsOn: LocalDate }) => s.startsOn <= d && d <= s.endsOn;

describe("for any calendar", () => {
  test("no lesson stands on a day off, in holidays or outside the terms, and none stands twice", () => {
    fc.assert(
      fc.property(anyWeek, fc.array(anySpan, { maxLength: 4 }), anySpecial, fc.integer({ min: 5, max: 6 }), (week, breaks, special, daysPerWeek) => {
        const lessons = lessonDates(week, studyDays({ ...year, daysPerWeek }, breaks, special), terms);
        const named = new Map(special.map((s) => [s.day, s]));
        for (const l of lessons) {
          expect(terms.some((t) => t.term === l.term && within(l.day, t))).toBe(true);
          const s = named.get(l.day);
          if (s) expect(s.isStudy).toBe(true);
          else expect(breaks.some((b) => within(l.day, b)) || weekdayOf(l.day) > daysPerWeek).toBe(false);
          const follows = s?.asWeekday ?? weekdayOf(l.day);
          expect(week.some((w) => w.weekday === follows && w.slot === l.slot)).toBe(true);
        }
        expect(new Set(lessons.map((l) => `${l.day}|${l.slot}`)).size).toBe(lessons.length);
      }),
      { numRuns: 60 },
    );
  });

  test("in a whole study week every slot of the timetable comes exactly once", () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 1, max: 6 }), (week, n) => {
        const monday = plusDays(mondayOf(day("2026-09-07")), 7 * (n - 1));
        const lessons = lessonDates(week, studyDays({ ...year, daysPerWeek: 6 }, holidays, []), terms).filter((l) => mondayOf(l.day) === monday);
        expect(lessons.map((l) => `${weekdayOf(l.day)}|${l.slot}`).sort()).toEqual([...new Set(week.map((w) => `${w.weekday}|${w.slot}`))].sort());
      }),
      { numRuns: 60 },
    );
  });
});
