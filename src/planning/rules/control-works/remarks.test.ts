import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, plusDays } from "../../../foundation/day.ts";
import type { ControlWorkLimits, PlannedWork } from "./control-work.ts";
import { isAssessment } from "./control-work.ts";
import { refusalOf, remarksOn } from "./remarks.ts";
import type { WorkPlace } from "./remarks.ts";

const LIMITS: ControlWorkLimits = {
  max: { severity: "refuse", types: ["КР"], default: 1, subjects: { математика: 2, "русский язык": 2 } },
  hoursShare: { severity: "warn", percent: 10 },
  perDay: { severity: "warn", works: 1 },
  edgeLessons: { severity: "warn", exceptHours: 1 },
  interval: { severity: "warn", days: 17 },
  length: { severity: "warn", lessons: 2, minutes: 45, oneLesson: ["ПР"] },
  assessment: { minutes: 30 },
};
const PLACE: WorkPlace = { first: false, last: false, weeklyHours: 5, yearLessons: 170, quarters: 1 };
const work = (more: Partial<PlannedWork> = {}): PlannedWork => ({
  pageId: 1,
  groupId: 1,
  classIds: [1],
  gradeLevel: 8,
  subject: "Математика",
  day: day("2026-09-14"),
  term: 1,
  code: "КР",
  minutes: 45,
  lessons: 1,
  wholeClass: true,
  ...more,
});
const at = (n: number, more: Partial<PlannedWork> = {}) => work({ day: plusDays(day("2026-09-01"), n), ...more });
const said = (w: PlannedWork, others: PlannedWork[] = [], place = PLACE, limits = LIMITS) => remarksOn(w, others, place, limits).map((r) => r.limit);

describe("planning a control work", () => {
  test("alone in the middle of the day passes no limit", () => {
    expect(said(work())).toEqual([]);
  });

  test("WRK-03 a third of mathematics in a quarter is refused, or warned, or passed over, as the school sets it", () => {
    const two = [at(0), at(20)];
    const third = remarksOn(at(40), two, PLACE, LIMITS);
    expect(third).toEqual([{ limit: "max", severity: "refuse", facts: { subject: "Математика", planned: 3, allowed: 2, quarters: 1 } }]);
    expect(refusalOf(third)).toBe(third[0]);
    const set = (severity: "off" | "warn") => remarksOn(at(40), two, PLACE, { ...LIMITS, max: { ...LIMITS.max, severity } });
    expect(set("warn").map((r) => r.severity)).toEqual(["warn"]);
    expect(refusalOf(set("warn"))).toBeNull();
    expect(set("off")).toEqual([]);
  });

  test("WRK-03 other subjects have one a quarter, a half-year counts as two, other types and other terms do not count", () => {
    const physics = { subject: "Физика" };
    expect(said(at(20, physics), [at(0, physics)])).toEqual(["max"]);
    expect(said(at(20, physics), [at(0, physics)], { ...PLACE, quarters: 2 })).toEqual([]);
    expect(said(at(20, physics), [at(0, { ...physics, code: "Т" })])).toEqual([]);
    expect(said(at(20, physics), [at(0, { ...physics, term: 2 })])).toEqual([]);
  });

  test("WRK-05 the fourth lesson of control in a course of 34 hours is warned, for the limit is 3", () => {
    const others = [at(0, { term: 1 }), at(60, { term: 2 }), at(120, { term: 3 })];
    const fourth = remarksOn(at(200, { term: 4 }), others, { ...PLACE, weeklyHours: 1, yearLessons: 34 }, LIMITS);
    expect(fourth).toEqual([{ limit: "hoursShare", severity: "warn", facts: { planned: 4, allowed: 3, percent: 10, yearLessons: 34 } }]);
    expect(said(at(200, { term: 4 }), others.slice(1), { ...PLACE, weeklyHours: 1, yearLessons: 34 })).toEqual([]);
  });

  test("WRK-06 on the first and on the last lesson is warned, unless the subject has one hour a week", () => {
    expect(said(work(), [], { ...PLACE, first: true })).toEqual(["edgeLessons"]);
    expect(said(work(), [], { ...PLACE, last: true })).toEqual(["edgeLessons"]);
    expect(said(work(), [], { ...PLACE, first: true, weeklyHours: 1 })).toEqual([]);
  });

  test("WRK-06 a second of the class on the day is warned; two halves of a class in one subject write side by side", () => {
    const other = work({ pageId: 2, subject: "Физика" });
    expect(remarksOn(work(), [other], PLACE, LIMITS)).toMatchObject([{ limit: "perDay", facts: { others: ["Физика"] } }]);
    expect(said(work(), [{ ...other, classIds: [2] }])).toEqual([]);
    const half = { subject: "Английский язык", groupId: 11, pageId: 11 };
    expect(said(work(half), [work({ ...half, groupId: 12, pageId: 12 })])).toEqual([]);
    expect(said(work({ ...half, classIds: [1, 2] }), [work({ classIds: [2], groupId: 2, pageId: 2 })])).toEqual(["perDay"]);
  });

  test("WRK-07 two of grade 8 physics ten days apart are warned, seventeen days apart are not", () => {
    const physics = { subject: "Физика", term: 1 };
    const later = { ...physics, term: 2 };
    expect(remarksOn(at(10, later), [at(0, physics)], PLACE, LIMITS)).toEqual([
      { limit: "interval", severity: "warn", facts: { other: "2026-09-01", apart: 10, days: 17 } },
    ]);
    expect(said(at(17, later), [at(0, physics)])).toEqual([]);
    expect(said(at(16, later), [at(0, physics)])).toEqual(["interval"]);
  });

  test("WRK-07 classes of a grade write one procedure on different days, but not a next one so near", () => {
    const b = { pageId: 2, groupId: 2, classIds: [2], code: "Т" };
    expect(said(at(3, { code: "Т" }), [at(0, b)])).toEqual([]);
    expect(said(at(33, { code: "Т" }), [at(0, { code: "Т" }), at(30, b)])).toEqual(["interval"]);
    expect(said(at(3, { code: "Т" }), [at(0, { ...b, gradeLevel: 9 })])).toEqual([]);
  });

  test("WRK-08 a check of 15 minutes, or of a part of the class, is no assessment procedure and passes the limits of WRK-05 to 07", () => {
    const crowded = { first: true, last: false, weeklyHours: 5, yearLessons: 10, quarters: 1 };
    const others = [at(0, { pageId: 2, subject: "Физика" }), at(1, { code: "Т" }), at(2, { code: "Т" })];
    expect(said(at(0, { code: "СР", minutes: 15 }), others, crowded)).toEqual([]);
    expect(said(at(0, { code: "СР", wholeClass: false }), others, crowded)).toEqual([]);
    expect(said(at(0, { code: "СР", minutes: 30 }), others, crowded)).toEqual(["perDay", "edgeLessons", "interval", "hoursShare"]);
    expect([29, 30].map((minutes) => isAssessment({ wholeClass: true, minutes }, LIMITS.assessment))).toEqual([false, true]);
  });

  test("WRK-09 three lessons are warned, two are not; a practical work takes one", () => {
    expect(said(work({ lessons: 3, minutes: 135 }))).toEqual(["length"]);
    expect(said(work({ lessons: 2, minutes: 90 }))).toEqual([]);
    expect(said(work({ lessons: 2, minutes: 90, code: "ПР" }))).toEqual(["length"]);
    expect(said(work({ lessons: 1, minutes: 60 }))).toEqual(["length"]);
  });

  const some = fc.record({
    day: fc.integer({ min: 0, max: 250 }).map((n) => plusDays(day("2026-09-01"), n)),
    pageId: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 5, max: 120 }),
    lessons: fc.integer({ min: 1, max: 4 }),
    wholeClass: fc.boolean(),
    code: fc.constantFrom("КР", "Т", "ПР"),
  });
  const works = fc.array(some, { maxLength: 12 }).map((list) => list.map((w) => work({ ...w, groupId: w.pageId, classIds: [w.pageId] })));

  test("never passes fewer limits when more is planned beside it on its own page", () => {
    fc.assert(
      fc.property(works, some, some, (others, mine, more) => {
        const w = work({ ...mine, pageId: 1, groupId: 1, classIds: [1] });
        const beside = work({ ...more, pageId: 1, groupId: 1, classIds: [1] });
        const own = others.filter((o) => o.pageId === 1);
        const before = said(w, own);
        const after = said(w, [...own, beside]);
        expect(before.filter((limit) => !after.includes(limit))).toEqual([]);
      }),
    );
  });

  test("two works too near each other are told of each other, whichever is planned last", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, two] = [work({ ...a, pageId: 1 }), work({ ...b, pageId: 1 })];
        const tells = (limit: string, w: PlannedWork, o: PlannedWork) => said(w, [o]).includes(limit as never);
        if (!isAssessment(one, LIMITS.assessment) || !isAssessment(two, LIMITS.assessment)) return;
        for (const limit of ["interval", "perDay"]) expect(tells(limit, one, two)).toBe(tells(limit, two, one));
      }),
    );
  });
});
