import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { absenceTotals } from "./absence-totals.ts";
import type { CountedAbsence } from "./absence-totals.ts";
import { corrected } from "./correct-absence.ts";
import { spanEffect } from "./span-effect.ts";

const [ILLNESS, PARENTS] = [1, 2];

describe("a correction", () => {
  test.each([
    ["a reason stays beside the absence", { kind: "absent", reason: null }, { reason: PARENTS }, "absent", { kind: "absent", reason: PARENTS }],
    ["illness makes an absence «б»", { kind: "absent", reason: null }, { reason: ILLNESS }, "ill", { kind: "ill", reason: ILLNESS }],
    ["another reason takes the illness back", { kind: "ill", reason: ILLNESS }, { reason: PARENTS }, "absent", { kind: "absent", reason: PARENTS }],
    [
      "a named kind is stronger than the reason's own",
      { kind: "absent", reason: null },
      { kind: "absent", reason: ILLNESS },
      "ill",
      { kind: "absent", reason: ILLNESS },
    ],
    ["the reason taken back leaves the absence", { kind: "absent", reason: PARENTS }, { reason: null }, null, { kind: "absent", reason: null }],
    [
      "an absence is written where none stood",
      { kind: "none", reason: null },
      { kind: "absent", reason: PARENTS },
      "absent",
      { kind: "absent", reason: PARENTS },
    ],
  ] as const)("%s", (_, standing, asked, shows, after) => expect(corrected(standing, asked, shows)).toEqual(after));

  test("of a pupil who was there, or only late, takes no reason", () => {
    for (const kind of ["none", "late"] as const) {
      expect(corrected({ kind, reason: null }, { reason: PARENTS }, "absent")).toMatchObject({ code: "attendance.nothing_to_explain" });
    }
  });
});

describe("an absence of several days", () => {
  test.each([
    ["none", null, "write"],
    ["absent", null, "explain"],
    ["ill", null, "explain"],
    ["ill", ILLNESS, "same"],
    ["absent", PARENTS, "keep"],
    ["late", null, "keep"],
  ] as const)("meets %s with reason %s: %s", (kind, reason, effect) => expect(spanEffect({ kind, reason }, ILLNESS)).toBe(effect));
});

describe("totals", () => {
  const monday = day("2026-09-14");
  const lessons = (n: number, more: Partial<CountedAbsence> = {}): CountedAbsence[] =>
    Array.from({ length: n }, () => ({ pupilId: 7, day: monday, kind: "absent", reason: null, dayLessons: 6, ...more }));

  test("ATT-09 one missed lesson of six is no day, six are one; coming late misses nothing", () => {
    expect(absenceTotals(lessons(1), ILLNESS)).toMatchObject([{ lessons: 1, days: 0 }]);
    expect(absenceTotals(lessons(6), ILLNESS)).toMatchObject([{ lessons: 6, days: 1 }]);
    expect(absenceTotals([...lessons(5), ...lessons(1, { kind: "late" })], ILLNESS)).toMatchObject([{ lessons: 5, days: 0, late: 1 }]);
  });

  test("count by reason, the most frequent first; a marked illness explains itself", () => {
    const all = [...lessons(2, { kind: "ill" }), ...lessons(1, { kind: "ill", reason: ILLNESS }), ...lessons(1, { reason: PARENTS }), ...lessons(1)];
    expect(absenceTotals(all, ILLNESS)).toEqual([
      {
        pupilId: 7,
        lessons: 5,
        days: 0,
        late: 0,
        unexplained: 1,
        byReason: [
          { reason: ILLNESS, lessons: 3 },
          { reason: PARENTS, lessons: 1 },
        ],
      },
    ]);
  });
});
