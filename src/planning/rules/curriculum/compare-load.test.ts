import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../foundation/day.ts";
import { compareLoad } from "./compare-load.ts";
import { dayOfYear, isOverdue, monthsBetween, yearHours } from "./year-day.ts";

const curriculum = [
  { gradeLevel: 6, subject: "Математика", weeklyHours: 5 },
  { gradeLevel: 6, subject: "Английский язык", weeklyHours: 3 },
];
const classes = [{ classId: 1, name: "6А", gradeLevel: 6, subjects: null }];
const page = (subject: string, weeklyHours: number, part: string | null = null) => ({ classIds: [1], part, subject, weeklyHours, since: day("2026-09-01") });

describe("the load against the curriculum", () => {
  test("says nothing where they are equal, halves counted apart", () => {
    const { differences, sums } = compareLoad(curriculum, classes, [page("Математика", 5), page("Английский язык", 3, "I"), page("Английский язык", 3, "II")]);
    expect(differences).toEqual([]);
    expect(sums).toEqual([{ classId: 1, name: "6А", gradeLevel: 6, curriculum: 8, load: 8 }]);
  });

  test("CUR-07 flags a subject outside the grade's curriculum; lists what is short, over and without load", () => {
    const found = compareLoad(curriculum, classes, [page("Математика", 4), page("Латынь", 1), page("Английский язык", 4, "I")]).differences;
    expect(found.map(({ subject, part, difference, kind }) => [subject, part, difference, kind])).toEqual([
      ["Математика", null, -1, "short"],
      ["Латынь", null, 1, "outside"],
      ["Английский язык", "I", 1, "over"],
    ]);
    expect(compareLoad(curriculum, classes, [page("Математика", 5)]).differences).toMatchObject([{ subject: "Английский язык", kind: "none", difference: -3 }]);
  });

  test("hours of the whole class and of its part are one pupil's week", () => {
    expect(compareLoad(curriculum.slice(1), classes, [page("Английский язык", 2), page("Английский язык", 1, "I")]).differences).toEqual([]);
  });

  test("a class of individual curricula wants only what its pupils chose; a grade without a curriculum is not compared", () => {
    const own = [{ ...classes[0]!, subjects: ["Математика"] }];
    expect(compareLoad(curriculum, own, [page("Математика", 5)])).toMatchObject({ differences: [], sums: [{ curriculum: 5 }] });
    expect(compareLoad([], classes, [page("Математика", 5)])).toEqual({ differences: [], sums: [] });
  });

  test("the differences of a class of whole pages add up to the difference of its sums", () => {
    const hours = fc.array(fc.record({ subject: fc.constantFrom("а", "б", "в", "г"), weeklyHours: fc.integer({ min: 1, max: 8 }) }), { minLength: 1 });
    fc.assert(
      fc.property(hours, hours, (wanted, given) => {
        const lines = [...new Map(wanted.map((line) => [line.subject, { gradeLevel: 6, ...line }])).values()];
        const { differences, sums } = compareLoad(
          lines,
          classes,
          given.map((each) => page(each.subject, each.weeklyHours)),
        );
        expect(differences.reduce((sum, each) => sum + each.difference, 0)).toBe(sums[0]!.load - sums[0]!.curriculum);
      }),
    );
  });
});

describe("days of a school year", () => {
  test("31 August is before the lessons, 31 May after the New Year; a duty is overdue the day after", () => {
    expect([dayOfYear(2026, "08-31"), dayOfYear(2026, "05-31")]).toEqual(["2026-08-31", "2027-05-31"]);
    expect([isOverdue(day("2026-08-31"), day("2026-08-31")), isOverdue(day("2026-08-31"), day("2026-09-01"))]).toEqual([false, true]);
    expect(monthsBetween(day("2026-11-20"), day("2027-01-01"))).toEqual(["2026-11-01", "2026-12-01", "2027-01-01"]);
    expect([yearHours(2, 6, { first: 33, other: 34 }), yearHours(4, 1, { first: 33, other: 34 }), yearHours(0.5, 7, { first: 33, other: 34 })]).toEqual([
      68, 132, 17,
    ]);
  });
});
