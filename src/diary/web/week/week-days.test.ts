import { describe, expect, test } from "vitest";
import { day, plusDays } from "../../../foundation/day.ts";
import { daySummary, worksOf } from "./day-summary.ts";
import { swipeStep } from "./use-side-moves.ts";
import { chosenDay, dayBeside, daysShown, hoursOf, spanOf, type Lesson, type Week } from "./week-days.ts";

const lesson = (part: Partial<Lesson> = {}): Lesson => ({
  lessonId: 1,
  slot: 1,
  starts: "08:30",
  ends: "09:15",
  subject: "Математика",
  room: "31",
  teacher: "Орешникова Н. А.",
  substitute: null,
  cancelled: false,
  movedFrom: null,
  reason: null,
  topic: null,
  homework: null,
  tasks: null,
  minutes: null,
  dueOn: null,
  ownHomework: null,
  attachments: [],
  comment: null,
  marks: [],
  absence: 0,
  absenceReason: null,
  ...part,
});

/** The week of 7 December 2026 with lessons on the days given, 1 Monday to 7 Sunday. */
function aWeek({ today = "2026-12-11", lessonsOn = [1, 2, 3, 4, 5] as readonly number[], length = 7, name = null as string | null } = {}): Week {
  const monday = day("2026-12-07");
  return {
    pupil: { pupilId: 1, givenName: "Лиза", surname: "Ветрова", className: "6Б" },
    today,
    monday,
    days: Array.from({ length }, (_, i) => ({ day: plusDays(monday, i), name, lessons: lessonsOn.includes(i + 1) ? [lesson({ lessonId: i + 1 })] : [] })),
    term: null,
  };
}

describe("the days of a week", () => {
  test.each([
    ["Sunday without lessons is not drawn", aWeek(), 6],
    ["Sunday with lessons is", aWeek({ lessonsOn: [1, 7] }), 7],
    ["a week of five days stays so", aWeek({ length: 5 }), 5],
    ["a holiday week keeps its days", aWeek({ lessonsOn: [], name: "осенние каникулы" }), 6],
  ])("%s", (_, week, n) => expect(daysShown(week)).toHaveLength(n));

  test.each([
    ["today", aWeek(), null, "2026-12-11"],
    ["the day asked for", aWeek(), "2026-12-08", "2026-12-08"],
    ["a free Saturday asked for", aWeek(), "2026-12-12", "2026-12-12"],
    ["on Sunday the last school day", aWeek({ today: "2026-12-13" }), null, "2026-12-11"],
    ["Sunday asked for: the last school day", aWeek(), "2026-12-13", "2026-12-11"],
    ["another week asked by a day it has not: its first school day", aWeek({ lessonsOn: [2, 3] }), "2026-11-30", "2026-12-08"],
    ["no lessons at all", aWeek({ lessonsOn: [], today: "2026-12-13" }), null, "2026-12-07"],
    ["no days at all", aWeek({ length: 0 }), null, "2026-12-07"],
  ])("in front stands %s", (_, week, asked, expected) => expect(chosenDay(week, asked)).toBe(expected));

  test.each([
    ["2026-12-09", 1, "2026-12-10"],
    ["2026-12-09", -1, "2026-12-08"],
    ["2026-12-12", 1, "2026-12-14"],
    ["2026-12-07", -1, "2026-12-05"],
  ] as const)("beside %s by %i lies %s", (from, step, to) => expect(dayBeside(aWeek(), day(from), step)).toBe(to));

  test("the heading ends on Saturday, or on a Sunday with lessons", () => {
    expect(spanOf(aWeek({ length: 5 })).to).toBe("2026-12-12");
    expect(spanOf(aWeek({ lessonsOn: [1, 7] })).to).toBe("2026-12-13");
  });

  test("the day's hours leave cancelled lessons out", () => {
    expect(hoursOf([lesson({ cancelled: true }), lesson({ starts: "09:25", ends: "10:10" }), lesson({ starts: "10:15", ends: "11:00" })])).toEqual({
      starts: "09:25",
      ends: "11:00",
    });
    expect(hoursOf([lesson({ starts: null, ends: null })])).toBeNull();
    expect(hoursOf([])).toBeNull();
  });
});

describe("what stands under a day and beside a lesson", () => {
  const mark = (m: string, workType = "", weight = 1) => ({ mark: m, workType, weight, retake: false });

  test("DIA-01 DIA-03 marks in the order of lessons, absences after", () => {
    const lessons = [
      lesson({ slot: 1, marks: [mark("3")], absence: 3 }),
      lesson({ slot: 2, absence: 1 }),
      lesson({ slot: 3, marks: [mark("4"), mark("5")] }),
      lesson({ slot: 4, cancelled: true, absence: 1 }),
    ];
    expect(daySummary(lessons)).toEqual({ marks: ["3", "4", "5"], absences: ["late", "absent"] });
  });

  test.each([
    ["two marks of one dictation", [mark("4", "диктант", 2), mark("4", "диктант", 2)], ["диктант 2"]],
    ["two works", [mark("4", "ответ"), mark("4", "тест")], ["ответ 1", "тест 1"]],
    ["a usual mark has no caption", [mark("4")], []],
    ["a weight without a name stays", [mark("4", "", 2)], [" 2"]],
  ])("%s", (_, marks, works) => expect(worksOf(marks).map((w) => `${w.workType} ${w.weight}`)).toEqual(works));

  test.each([
    [-80, 10, 1],
    [80, -20, -1],
    [-40, 0, null],
    [-80, 70, null],
    [0, 0, null],
  ])("a finger that went %i, %i", (dx, dy, step) => expect(swipeStep(dx, dy)).toBe(step));
});
