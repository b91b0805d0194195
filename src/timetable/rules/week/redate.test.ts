import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, plusDays } from "../../../foundation/day.ts";
import type { DatedLesson } from "../lesson-dates.ts";
import { redate } from "./redate.ts";
import type { StandingLesson } from "./redate.ts";

const monday = day("2026-10-05");
const place = (n: number, slot: number): DatedLesson => ({ day: plusDays(monday, n), slot, term: 1, teacherId: 1, roomId: null });
const standing = (lessonId: number, n: number, slot: number, more: Partial<StandingLesson> = {}): StandingLesson => ({
  ...place(n, slot),
  lessonId,
  byHand: false,
  written: false,
  origins: [],
  ...more,
});
const nothing = { stays: 0, added: [], altered: [], dropped: [], cancelled: [], kept: [] };

describe("a new week over the lessons to come of a page", () => {
  test("leaves what has its place, adds what is missing and drops what is too many", () => {
    expect(redate([standing(1, 0, 2), standing(2, 2, 3)], [place(0, 2)])).toEqual({ ...nothing, stays: 1, dropped: [2] });
    expect(redate([standing(1, 0, 2)], [place(0, 2), place(7, 2)])).toEqual({ ...nothing, stays: 1, added: [place(7, 2)] });
  });

  test("moves an empty lesson inside its week, so that it stays the same lesson", () => {
    expect(redate([standing(1, 0, 2), standing(2, 7, 2)], [place(1, 4), place(8, 4)])).toEqual({
      ...nothing,
      altered: [
        { lessonId: 1, to: place(1, 4) },
        { lessonId: 2, to: place(8, 4) },
      ],
    });
  });

  test("gives a written lesson another hour of its day before an empty one, and cancels it when its day has none", () => {
    expect(redate([standing(1, 0, 1), standing(2, 0, 2, { written: true })], [place(0, 5)])).toEqual({
      ...nothing,
      altered: [{ lessonId: 2, to: place(0, 5) }],
      dropped: [1],
    });
    expect(redate([standing(2, 0, 2, { written: true })], [place(1, 5)])).toEqual({ ...nothing, added: [place(1, 5)], cancelled: [2] });
  });

  test("lets stand what was changed by hand: in the place it was moved from, or beside the new week", () => {
    const moved = standing(1, 3, 6, { byHand: true, origins: [{ day: monday, slot: 2 }] });
    expect(redate([moved], [place(0, 2)])).toEqual({ ...nothing, stays: 1 });
    expect(redate([moved], [place(1, 2)])).toEqual({ ...nothing, added: [place(1, 2)], kept: [1] });
  });

  test("another teacher or room of the same place is the same lesson", () => {
    const to = { ...place(0, 2), teacherId: 9, roomId: 4 };
    expect(redate([standing(1, 0, 2, { written: true })], [to])).toEqual({ ...nothing, altered: [{ lessonId: 1, to }] });
  });

  const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 })), {
    selector: ([n, s]) => `${n}|${s}`,
    maxLength: 20,
  });
  test("never loses a lesson: each stands, moves, is dropped empty, cancelled or kept, and every place of the week has one", () => {
    fc.assert(
      fc.property(places, places, fc.array(fc.nat(7), { minLength: 20, maxLength: 20 }), (now, next, signs) => {
        const lessons = now.map(([n, slot], i) => standing(i + 1, n, slot, { byHand: (signs[i]! & 1) === 1, written: (signs[i]! & 2) === 2 }));
        const wanted = next.map(([n, slot]) => place(n, slot));
        const r = redate(lessons, wanted);
        const moved = r.altered.map((a) => a.lessonId);
        expect(r.stays + moved.length + r.dropped.length + r.cancelled.length + r.kept.length).toBe(lessons.length);
        expect(r.stays + moved.length + r.added.length).toBe(wanted.length);
        const of = (id: number) => lessons[id - 1]!;
        expect(r.dropped.some((id) => of(id).written || of(id).byHand)).toBe(false);
        for (const { lessonId, to } of r.altered) {
          expect(of(lessonId).byHand).toBe(false);
          if (of(lessonId).written) expect(to.day).toBe(of(lessonId).day);
        }
        const taken = [...r.added, ...r.altered.map((a) => a.to)].map((p) => `${p.day}|${p.slot}`);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});
