import { describe, expect, test } from "vitest";
import { curriculumOf } from "./curriculum.ts";
import { planClasses, planTeaching, SHIFT_OFFSET } from "./plan-teaching.ts";
import { Random } from "./random.ts";
import { placesOf, weeklyTimetable } from "./weekly-timetable.ts";

describe("a made timetable", () => {
  test.each([
    [60, 1],
    [200, 2],
    [480, 3],
    [1000, 4],
  ])("of a school of %i pupils has nobody in two places at once and every hour of the curriculum", (pupils, seed) => {
    const random = new Random(seed);
    const { classes, teachers, pages } = planTeaching(random, planClasses(random, pupils));
    expect(classes.reduce((sum, c) => sum + c.pupils, 0)).toBe(pupils);

    const moments = pages.flatMap((p) =>
      p.places.map(({ weekday, slot }) => `${p.teacher}|${weekday}|${slot + (classes[p.classNo]!.shift === 2 ? SHIFT_OFFSET : 0)}`),
    );
    expect(new Set(moments).size).toBe(moments.length);

    for (const [c, { gradeLevel, halves }] of classes.entries()) {
      const own = pages.filter((p) => p.classNo === c);
      const whole = own.filter((p) => p.part !== 2).flatMap((p) => p.places);
      const expected = curriculumOf(gradeLevel).reduce((sum, s) => sum + s.hours, 0);
      expect(new Set(whole.map((p) => `${p.weekday}|${p.slot}`)).size).toBe(expected);
      expect(own.some((p) => p.part === 2)).toBe(halves);
      for (const first of own.filter((p) => p.part === 1)) {
        const second = own.find((p) => p.part === 2 && p.subject === first.subject)!;
        expect(second.places).toEqual(first.places);
        expect(second.teacher).not.toBe(first.teacher);
      }
    }
    expect(Math.max(...teachers.map((t) => t.hours))).toBeLessThanOrEqual(27);
  });

  test("fills days evenly from the first lesson without a gap", () => {
    expect(placesOf(7)).toEqual([
      { weekday: 1, slot: 1 },
      { weekday: 2, slot: 1 },
      { weekday: 2, slot: 2 },
      { weekday: 3, slot: 1 },
      { weekday: 3, slot: 2 },
      { weekday: 4, slot: 1 },
      { weekday: 5, slot: 1 },
    ]);
  });

  test("is the same for the same number", () => {
    const make = () => {
      const random = new Random(9);
      return planTeaching(random, planClasses(random, 150));
    };
    expect(make()).toEqual(make());
  });

  test("says so when there is none: one teacher for two classes at every hour", () => {
    const units = Array.from({ length: 5 }, (_, i) => ({ subject: `s${i}`, teachers: [1] }));
    expect(() =>
      weeklyTimetable(
        [
          { units, offset: 0 },
          { units, offset: 0 },
        ],
        new Random(1),
      ),
    ).toThrow("no timetable");
  });
});
