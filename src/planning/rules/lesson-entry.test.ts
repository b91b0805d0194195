import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { isLate, refusalToWrite } from "./lesson-entry.ts";
import type { LessonFacts } from "./lesson-entry.ts";

const thursday: LessonFacts = {
  lessonDay: day("2026-12-10"),
  cancelled: false,
  groupId: 1,
  teachesPage: true,
  substitutes: false,
  classDayEnds: "13:50",
  lessonEntry: "lesson_date.end",
  journalKind: "class",
  kindNorm: { marks: true, attendance: true, homework: true, topics: true, paper: "electronic" },
  usesMarks: null,
  unmarked: false,
  unmarkedGrades: [1],
  window: { before: "1d", after: "1d" },
  reasonAfter: "lesson_date + 7d",
  closing: null,
};
const closed = (openThrough: string | null) => ({
  term: 2,
  kind: "quarter",
  closedOn: day("2026-12-29"),
  openThrough: openThrough === null ? null : day(openThrough),
});
const substitute = { ...thursday, teachesPage: false, substitutes: true };

describe("writing to a lesson", () => {
  test.each([
    ["on its day", thursday, "2026-12-10", null],
    ["a month later by its own teacher", thursday, "2027-01-15", null],
    ["the day before it is held", thursday, "2026-12-09", "timetable.lesson_not_held_yet"],
    ["when it was cancelled", { ...thursday, cancelled: true }, "2026-12-10", "timetable.lesson_cancelled"],
    ["TT-09 by the substitute the day after", substitute, "2026-12-11", null],
    ["TT-09 by the substitute two days after", substitute, "2026-12-12", "timetable.substitution_window_over"],
    ["PER-05 in a closed term", { ...thursday, closing: closed(null) }, "2027-01-15", "planning.term_closed"],
    ["PER-05 on the last day for which the term is open again", { ...thursday, closing: closed("2027-01-15") }, "2027-01-15", null],
    ["PER-05 the day after it", { ...thursday, closing: closed("2027-01-14") }, "2027-01-15", "planning.term_closed"],
  ] as const)("%s", (_, facts, today, code) => {
    expect(refusalToWrite(facts, day(today), "held")?.code ?? null).toBe(code);
  });

  test("of a closed term leaves the topic and the homework open", () => {
    expect(refusalToWrite({ ...thursday, closing: closed(null) }, day("2027-01-15"), "ahead")).toBeNull();
  });

  test("TT-09 lets the substitute prepare the topic the day before, not earlier, and names the days", () => {
    expect(refusalToWrite(substitute, day("2026-12-09"), "ahead")).toBeNull();
    expect(refusalToWrite(substitute, day("2026-12-08"), "ahead")).toEqual({
      code: "timetable.substitution_window_over",
      facts: { from: "2026-12-09", to: "2026-12-11" },
    });
  });

  test.each([
    ["lesson_date.end", "2026-12-10T20:59:59.999Z", false],
    ["lesson_date.end", "2026-12-10T21:00:00Z", true],
    ["class_day_end + 2h", "2026-12-10T12:50:00Z", false],
    ["class_day_end + 2h", "2026-12-10T12:51:00Z", true],
  ])("LES-02 by the norm %s at %s is late: %s", (lessonEntry, at, late) => {
    expect(isLate({ ...thursday, lessonEntry }, new Date(at), "Europe/Simferopol")).toBe(late);
  });
});
