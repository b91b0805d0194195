import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { meet } from "./lesson-time.ts";
import type { HeldLesson, LessonTime } from "./lesson-time.ts";
import { freeSubstitutes } from "./substitutes.ts";
import type { Candidate } from "./substitutes.ts";

const MONDAY = day("2026-09-14");
const time = (starts: string | null, ends: string | null, more: Partial<LessonTime> = {}): LessonTime => ({
  day: MONDAY,
  shift: 1,
  slot: 2,
  starts,
  ends,
  ...more,
});

describe("two lessons meet", () => {
  const lesson = time("09:25", "10:10");
  const cases: [string, LessonTime, boolean][] = [
    ["at the same time", time("09:25", "10:10"), true],
    ["when one begins before the other ends", time("10:00", "10:45", { slot: 3 }), true],
    ["in two shifts by the clock, whatever the slots", time("10:05", "10:50", { shift: 2, slot: 1 }), true],
    ["not in two shifts with one slot number", time("14:00", "14:45", { shift: 2 }), false],
    ["not when one ends as the other begins", time("10:10", "10:55", { slot: 3 }), false],
    ["not on two days", time("09:25", "10:10", { day: day("2026-09-15") }), false],
    ["without bells by shift and slot", time(null, null), true],
    ["not without bells in two shifts", time(null, null, { shift: 2 }), false],
  ];
  test.each(cases)("%s", (_, other, answer) => {
    expect(meet(lesson, other)).toBe(answer);
    expect(meet(other, lesson)).toBe(answer);
  });
});

describe("the substitutes of a lesson", () => {
  const lesson = { ...time("09:25", "10:10"), lessonId: 1, teacherId: 100 };
  const held = (personId: number, lessonId: number, starts = "11:35", ends = "12:20", more: Partial<LessonTime> = {}): HeldLesson => ({
    ...time(starts, ends, { slot: 4, ...more }),
    lessonId,
    group: "7Б",
    personId,
    roomId: null,
  });
  const who = (personId: number, more: Partial<Candidate> = {}): Candidate => ({
    personId,
    name: `Т${personId}`,
    teachesClass: false,
    teachesSubject: false,
    replaced: false,
    ...more,
  });
  const order = (candidates: Candidate[], lessons: HeldLesson[] = []) => freeSubstitutes(candidates, lessons, lesson).map((s) => s.personId);

  test("who teaches the class comes before who teaches the subject, and both before the rest", () => {
    expect(order([who(1), who(2, { teachesSubject: true }), who(3, { teachesClass: true }), who(4, { teachesClass: true, teachesSubject: true })])).toEqual([
      4, 3, 2, 1,
    ]);
  });

  test("of equals the one with fewer lessons that day is first, then the given order", () => {
    expect(order([who(1), who(2), who(3)], [held(1, 10), held(1, 11), held(2, 12)])).toEqual([3, 2, 1]);
    expect(order([who(2), who(1)])).toEqual([2, 1]);
  });

  test("nobody is offered at the time of another lesson, be it of another shift", () => {
    const busy = [held(1, 10, "09:25", "10:10", { slot: 2 }), held(2, 11, "10:00", "10:45", { shift: 2, slot: 1 }), held(3, 12, "10:10", "10:55", { slot: 3 })];
    expect(order([who(1), who(2), who(3)], busy)).toEqual([3]);
  });

  test("the absent teacher is not offered, and who is replaced that day comes last", () => {
    expect(order([who(100, { teachesClass: true }), who(1, { teachesClass: true, replaced: true }), who(2)])).toEqual([2, 1]);
  });

  test("who already substitutes this lesson stays in the list, and the lesson itself does not count", () => {
    const [one] = freeSubstitutes([who(1)], [held(1, 1, "09:25", "10:10")], lesson);
    expect(one).toMatchObject({ personId: 1, lessonsThatDay: 0 });
  });
});
