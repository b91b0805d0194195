import { describe, expect, test } from "vitest";
import type { Lesson, Week } from "../week/week-days.ts";
import { dayOf } from "./event-stream.ts";
import { weekChanges } from "./week-changes.ts";

const lesson = (part: Partial<Lesson> = {}): Lesson => ({
  lessonId: 7,
  slot: 1,
  starts: null,
  ends: null,
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

const week = (lessons: Lesson[], { pupilId = 1, monday = "2026-12-07", onDay = "2026-12-08" } = {}): Week => ({
  pupil: { pupilId, givenName: "Лиза", surname: "Ветрова", className: "6Б" },
  today: "2026-12-11",
  monday,
  days: [
    { day: "2026-12-07", name: null, lessons: onDay === "2026-12-07" ? lessons : [] },
    { day: "2026-12-08", name: null, lessons: onDay === "2026-12-08" ? lessons : [] },
  ],
  term: null,
});

const five = { mark: "5", workType: "ответ", weight: 1, retake: false };
const four = { mark: "4", workType: "ответ", weight: 1, retake: false };

describe("DIA-08 what an open diary notices", () => {
  test.each([
    ["nothing", lesson(), lesson(), []],
    ["a new mark", lesson(), lesson({ marks: [five] }), ["mark 5"]],
    ["a second mark says only the new one", lesson({ marks: [five] }), lesson({ marks: [five, five] }), ["mark 5"]],
    ["a corrected mark says the new value", lesson({ marks: [four] }), lesson({ marks: [five] }), ["mark 5"]],
    ["a mark taken away", lesson({ marks: [four] }), lesson(), ["mark "]],
    ["another work of the same mark", lesson({ marks: [four] }), lesson({ marks: [{ ...four, workType: "тест" }] }), ["mark "]],
    ["an absence", lesson(), lesson({ absence: 1 }), ["absence "]],
    ["homework and topic at once", lesson(), lesson({ homework: "§ 5", topic: "Дроби" }), ["homework ", "topic "]],
    ["homework for one pupil, its due day and its minutes", lesson(), lesson({ ownHomework: "№ 9", dueOn: "2026-12-20", minutes: 20 }), ["homework "]],
    ["LES-06 the teacher's comment", lesson(), lesson({ comment: "Молодец" }), ["comment "]],
    ["empty homework is no homework", lesson({ homework: null }), lesson({ homework: " " }), []],
    ["a substitution", lesson(), lesson({ substitute: "Лунёва Т. А." }), ["timetable "]],
    ["a cancelled lesson", lesson(), lesson({ cancelled: true, reason: "мороз" }), ["timetable "]],
  ])("%s", (_, before, after, what) => expect(weekChanges(week([before]), week([after])).map((c) => `${c.what} ${c.marks.join(" ")}`)).toEqual(what));

  test("a lesson that is new in the week, and one that went to another day", () => {
    expect(weekChanges(week([]), week([lesson()])).map((c) => c.what)).toEqual(["timetable"]);
    expect(weekChanges(week([lesson()]), week([lesson()], { onDay: "2026-12-07" })).map((c) => [c.what, c.day])).toEqual([["timetable", "2026-12-07"]]);
  });

  test("another child's week and another week are no change", () => {
    expect(weekChanges(week([lesson()]), week([lesson({ marks: [five] })], { pupilId: 2 }))).toEqual([]);
    expect(weekChanges(week([lesson()]), week([lesson({ marks: [five] })], { monday: "2026-12-14" }))).toEqual([]);
  });

  test.each([
    ['{"day":"2026-12-11"}', "2026-12-11"],
    ["", ""],
    ["null", ""],
    ["{broken", ""],
    ['{"day":5}', ""],
  ])("the day of an event «%s»", (data, of) => expect(dayOf(data)).toBe(of));
});
