import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, plusDays } from "../../../foundation/day.ts";
import { hoursWithoutLesson, lagOn, layPlan, offeredTo } from "./lay-plan.ts";
import type { PlanLesson } from "./lay-plan.ts";

const FIRST = day("2026-09-01");
const lines = (...hours: number[]) => hours.map((h, i) => ({ lineId: i + 1, hours: h }));
const lesson = (n: number, more: Partial<PlanLesson> = {}): PlanLesson => {
  const own = plusDays(FIRST, n - 1);
  return { lessonId: n, day: own, slot: 1, plannedDay: own, plannedSlot: 1, cancelled: false, given: null, ...more };
};
const lessons = (count: number, more: Record<number, Partial<PlanLesson>> = {}) => Array.from({ length: count }, (_, i) => lesson(i + 1, more[i + 1]));
const at = (laid: ReturnType<typeof layPlan>) => laid.hours.map((h) => [h.lineId, h.lessonId]);

describe("a plan laid on the lessons of its page", () => {
  test("takes a lesson for an hour, in order", () => {
    const laid = layPlan(lines(1, 2, 1), lessons(5));
    expect(at(laid)).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(lagOn(laid, plusDays(FIRST, 2))).toBe(0);
    expect(offeredTo(laid, 5)).toBeNull();
  });

  test("KTP-07 after a cancelled lesson the next one is offered the missed topic and the lag is 1", () => {
    const laid = layPlan(lines(1, 1, 1), lessons(3, { 2: { cancelled: true } }));
    expect(offeredTo(laid, 2)).toBeNull();
    expect(offeredTo(laid, 3)).toBe(2);
    expect(lagOn(laid, FIRST)).toBe(0);
    expect(lagOn(laid, plusDays(FIRST, 1))).toBe(1);
    expect(lagOn(laid, plusDays(FIRST, 2))).toBe(1);
    expect(hoursWithoutLesson(laid)).toBe(1);
    expect(laid.hours.map((h) => h.plannedDay)).toEqual([FIRST, plusDays(FIRST, 1), plusDays(FIRST, 2)]);
  });

  test("KTP-07 a lesson moved behind another one lags until it is held and takes its place in time", () => {
    const laid = layPlan(lines(1, 1, 1), lessons(3, { 1: { day: plusDays(FIRST, 5) } }));
    expect(at(laid)).toEqual([
      [1, 2],
      [2, 3],
      [3, 1],
    ]);
    expect([0, 1, 4, 5].map((n) => lagOn(laid, plusDays(FIRST, n)))).toEqual([1, 1, 1, 0]);
  });

  test("what a teacher left out is offered next", () => {
    const laid = layPlan(lines(1, 1, 1, 1), lessons(4, { 1: { given: 1 }, 2: { given: 3 } }));
    expect([3, 4].map((n) => offeredTo(laid, n))).toEqual([2, 4]);
  });

  test("a topic that took a second lesson pushes the rest and makes a lag", () => {
    const laid = layPlan(lines(1, 1, 1), lessons(3, { 1: { given: 1 }, 2: { given: 1 } }));
    expect(offeredTo(laid, 3)).toBe(2);
    expect(lagOn(laid, plusDays(FIRST, 2))).toBe(1);
  });

  test("lessons before a given line do not take what stands after it", () => {
    const laid = layPlan(lines(1, 1, 1, 1), lessons(5, { 4: { given: 2 } }));
    expect([1, 2, 3, 4, 5].map((n) => offeredTo(laid, n))).toEqual([1, null, null, 2, 3]);
  });

  test("a line that is gone from the plan was not given", () => {
    expect(at(layPlan(lines(1, 1), lessons(2, { 1: { given: 99 } })))).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test("whatever was given, no lesson has two hours, no hour is lost while lessons are left, and given lines stay", () => {
    const facts = fc.record({
      hours: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 8 }),
      lessons: fc.array(fc.record({ cancelled: fc.boolean(), given: fc.option(fc.integer({ min: 1, max: 9 })), moved: fc.integer({ min: 0, max: 4 }) }), {
        maxLength: 20,
      }),
    });
    fc.assert(
      fc.property(facts, (made) => {
        const all = made.lessons.map((l, i) => lesson(i + 1, { cancelled: l.cancelled, given: l.given, day: plusDays(FIRST, i + l.moved) }));
        const laid = layPlan(lines(...made.hours), all);
        const used = laid.hours.flatMap((h) => (h.lessonId === null ? [] : [h.lessonId]));
        expect(new Set(used).size).toBe(used.length);
        expect(laid.hours).toHaveLength(made.hours.reduce((sum, h) => sum + h, 0));
        for (const hour of laid.hours) {
          const own = all.find((l) => l.lessonId === hour.lessonId);
          if (!own) continue;
          expect(own.cancelled).toBe(false);
          if (own.given !== null && own.given <= made.hours.length) expect(hour.lineId).toBe(own.given);
        }
      }),
    );
  });
});
