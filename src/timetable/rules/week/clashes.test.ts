import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../foundation/day.ts";
import { bellWarnings, weekWarnings } from "./checks.ts";
import type { CheckedPage } from "./checks.ts";
import { clashesOfWeek, hourKey, pairKey } from "./clashes.ts";
import type { Placed, WeekFacts } from "./clashes.ts";

const page = (pageId: number, groupId: number, shift = 1, kind = "class") =>
  [pageId, { pageId, groupId, group: `гр. ${groupId}`, subject: "Физика", shift, kind }] as const;
const facts: WeekFacts = {
  pages: new Map([page(1, 10), page(2, 20), page(3, 11), page(4, 10), page(5, 30, 2), page(6, 40, 0), page(7, 50, 0, "extended_day")]),
  hours: new Map([
    [hourKey(1, 1), { starts: "08:30", ends: "09:15" }],
    [hourKey(1, 6), { starts: "13:10", ends: "13:55" }],
    [hourKey(2, 1), { starts: "13:30", ends: "14:15" }],
    [hourKey(0, 1), { starts: "13:50", ends: "15:00" }],
  ]),
  shared: new Set([pairKey(11, 10), pairKey(50, 10)]),
};
const at = (pageId: number, slot: number, more: Partial<Placed> = {}): Placed => ({
  pageId,
  teacherId: pageId,
  roomId: null,
  weekday: 1,
  slot,
  parity: 0,
  ...more,
});
const kinds = (...week: Placed[]) => clashesOfWeek(week, facts).map((c) => c.kind);

describe("TT-03 a clash of the week", () => {
  test.each<[string, Placed[], string[]]>([
    ["one teacher in two rooms at one bell", [at(1, 1, { teacherId: 7, roomId: 1 }), at(2, 1, { teacherId: 7, roomId: 2 })], ["teacher"]],
    ["one room for two lessons", [at(1, 1, { roomId: 3 }), at(2, 1, { roomId: 3 })], ["room"]],
    ["one class twice", [at(1, 1), at(4, 1)], ["class"]],
    ["a class and a part of it", [at(1, 1), at(3, 1)], ["group"]],
    ["two shifts that meet by the clock", [at(1, 6, { teacherId: 7 }), at(5, 1, { teacherId: 7 })], ["teacher"]],
    ["a lesson and a club that meet by the clock", [at(1, 6, { roomId: 3 }), at(6, 1, { roomId: 3 })], ["room"]],
    ["another day, another hour, another group", [at(1, 1), at(1, 6), at(4, 1, { weekday: 2 }), at(2, 1)], []],
    ["an extended-day group, which its pupils leave for a lesson", [at(1, 6), at(7, 1)], []],
    ["odd and even weeks", [at(1, 1, { parity: 1 }), at(4, 1, { parity: 2 })], []],
    ["every week and odd weeks", [at(1, 1), at(4, 1, { parity: 1 })], ["class"]],
    ["two teachers of one lesson", [at(1, 1, { teacherId: 7 }), at(1, 1, { teacherId: 8 })], []],
  ])("%s", (_, week, expected) => expect(kinds(...week)).toEqual(expected));

  test("is the same whatever the order of the lessons", () => {
    const lesson = fc.record({
      pageId: fc.integer({ min: 1, max: 6 }),
      teacherId: fc.integer({ min: 1, max: 3 }),
      roomId: fc.constantFrom(null, 1, 2),
      weekday: fc.integer({ min: 1, max: 2 }),
      slot: fc.constantFrom(1, 6),
      parity: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 8 }), (week) => {
        expect(kinds(...week).toSorted()).toEqual(kinds(...week.toReversed()).toSorted());
      }),
    );
  });
});

const limits = { lessonMinutes: 45, breakMinutes: 10, firstGrade: { from: "09-01", to: "10-31", lessons: 3, lessonMinutes: 35, weeklyHours: 15 } };
const bell = (slot: number, starts: string, ends: string, shift = 1) => ({ shift, slot, starts, ends });

describe("TT-16 the bells", () => {
  test("with a break of five minutes, a lesson of fifty and hours that overlap are warned of; hours of clubs are not", () => {
    const slots = [bell(1, "08:30", "09:15"), bell(2, "09:20", "10:10"), bell(3, "10:00", "10:45")];
    expect(bellWarnings(slots, limits)).toEqual([
      { kind: "break_short", shift: 1, slot: 1, minutes: 5, limit: 10 },
      { kind: "lesson_long", shift: 1, slot: 2, minutes: 50, limit: 45 },
      { kind: "bells_overlap", shift: 1, slot: 2 },
    ]);
    expect(bellWarnings([bell(1, "15:00", "16:30", 0), bell(2, "15:30", "16:30", 0)], limits)).toEqual([]);
  });

  const pages = new Map<number, CheckedPage>([
    [1, { pageId: 1, classIds: [1], subject: "Математика", gradeLevel: 1, shift: 1, longHomework: true }],
    [2, { pageId: 2, classIds: [1], subject: "Русский язык", gradeLevel: 1, shift: 1, longHomework: true }],
    [3, { pageId: 3, classIds: [1], subject: "История", gradeLevel: 1, shift: 1, longHomework: true }],
  ]);
  const first = [{ classId: 1, name: "1А", gradeLevel: 1 }];
  const hours = new Map([1, 2, 3, 4].map((slot) => [hourKey(1, slot), { starts: `0${slot + 5}:00`, ends: `0${slot + 5}:40` }]));
  const warned = (week: Placed[], on: string) => weekWarnings(week, pages, first, { limits, longHomework: 2 }, hours, day(on)).map((w) => w.kind);

  test("the first grade has three lessons of 35 minutes and 15 hours in September and October only", () => {
    const four = [1, 2, 3, 4].map((slot) => at(1, slot));
    expect(warned(four, "2026-09-07")).toEqual(["first_grade_lessons", "first_grade_long"]);
    expect(warned(four, "2026-11-09")).toEqual([]);
    const week = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [1, 2, 3].map((slot) => at(1, slot, { weekday })));
    expect(warned(week, "2026-10-31")).toEqual(["first_grade_hours", "first_grade_long"]);
  });

  test("TT-17 days on which more subjects with long homework meet than the norm allows are listed with the subjects", () => {
    const week = [at(1, 1), at(2, 2), at(3, 3), at(1, 1, { weekday: 2 }), at(2, 2, { weekday: 2 })];
    expect(weekWarnings(week, pages, first, { limits: null, longHomework: 2 }, hours, day("2026-11-09"))).toEqual([
      { kind: "long_homework", classId: 1, className: "1А", weekday: 1, subjects: ["Математика", "Русский язык", "История"], limit: 2 },
    ]);
  });
});
