import { describe, expect, test } from "vitest";
import { EMPTY_NOTE } from "../../rules/lesson-note.ts";
import { aPage } from "./a-page.ts";
import { dueOf, isHeld, missingOf } from "./duty.ts";
import { rowHeight } from "./sight.ts";

const page = aPage();
const lesson = { ...page.lessons[3]!, classDayEnds: "14:05" };
const note = { ...EMPTY_NOTE, topic: "T" };

describe("what a lesson owes", () => {
  test("nothing before it has begun, homework after", () => {
    expect(missingOf(lesson, note, page.today, "08:29")).toBeNull();
    expect(missingOf(lesson, note, page.today, "08:30")).toEqual({ topic: false, homework: true });
  });

  test("nothing when it is cancelled, ahead, or written", () => {
    expect(isHeld({ ...lesson, cancelled: true }, page.today, "23:00")).toBe(false);
    expect(isHeld(page.lessons[4]!, page.today, "23:00")).toBe(false);
    expect(missingOf(lesson, { ...note, homework: "H" }, page.today, "23:00")).toBeNull();
  });

  test("HW-03 its term runs from the class's own last lesson, and is said by nearness", () => {
    const due = (today: string, now: string) => dueOf("class_day_end + 1h30m", lesson, today, "Europe/Simferopol", new Date(now));
    expect(due("2026-12-11", "2026-12-11T10:00:00Z")).toEqual({ day: "2026-12-11", time: "15:35", over: false, near: "today", wholeDay: false });
    expect(due("2026-12-12", "2026-12-12T10:00:00Z")).toMatchObject({ over: true, near: "yesterday" });
    expect(due("2026-12-15", "2026-12-15T10:00:00Z")).toMatchObject({ over: true, near: "other" });
  });

  test("a norm of an unknown form says nothing", () => expect(dueOf("soon", lesson, page.today, "UTC", new Date())).toBeNull());
});

describe("the height of a row", () => {
  test.each([
    [811, 32, 23],
    [811, 26, 28],
    [811, 4, 30],
    [811, 60, 21],
  ])("%i px and %i pupils: %d", (height, rows, px) => expect(rowHeight(height, rows, false)).toBe(px));
  test("is for a finger where there is no mouse", () => expect(rowHeight(811, 30, true)).toBe(40));
});
