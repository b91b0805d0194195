import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { alarming, missedPercent } from "./alarm.ts";
import { parentTasks } from "./parent-work.ts";
import { isReasonOverdue } from "./reason-due.ts";

const zone = "Europe/Simferopol";
const at = (text: string) => new Date(`${text}+03:00`);

describe("the term of a reason", () => {
  test.each([
    ["lesson_date.end", "2026-09-16T23:59:59.998", false],
    ["lesson_date.end", "2026-09-17T00:00:00", true],
    ["lesson_date + 7d", "2026-09-23T23:00:00", false],
    ["lesson_date + 7d", "2026-09-24T00:00:00", true],
  ])("of %s at %s is over: %s", (due, now, over) => {
    expect(isReasonOverdue(day("2026-09-16"), due, at(now), zone)).toBe(over);
  });
});

describe("work with the parents", () => {
  const on = day("2026-09-16");
  const missed = { pupilId: 1, day: on, kind: "absent", reason: 5 } as const;

  test("is one task a pupil's day, closed by its note; excused and late lessons make none", () => {
    const late = { ...missed, pupilId: 2, kind: "late" } as const;
    const note = { pupilId: 1, day: on, note: "Звонок матери", version: 1, notedBy: 9 };
    expect(parentTasks([missed, missed, late, { ...missed, pupilId: 3, reason: 1 }], new Set([5]), [])).toEqual([
      { pupilId: 1, day: on, lessons: 2, note: null },
    ]);
    expect(parentTasks([missed], new Set([5]), [note])).toMatchObject([{ note: { note: "Звонок матери" } }]);
  });

  test("counts every unexcused lesson once, and no day twice", () => {
    const absence = fc.record({
      pupilId: fc.integer({ min: 1, max: 3 }),
      day: fc.constantFrom(on, day("2026-09-17")),
      kind: fc.constantFrom("none", "absent", "ill", "late"),
      reason: fc.option(fc.integer({ min: 1, max: 6 })),
    });
    fc.assert(
      fc.property(fc.array(absence), (absences) => {
        const tasks = parentTasks(absences, new Set([5, 6]), []);
        expect(new Set(tasks.map((t) => `${t.pupilId} ${t.day}`)).size).toBe(tasks.length);
        const counted = absences.filter((a) => (a.kind === "absent" || a.kind === "ill") && (a.reason === 5 || a.reason === 6)).length;
        expect(tasks.reduce((n, t) => n + t.lessons, 0)).toBe(counted);
      }),
    );
  });
});

describe("alarming absence", () => {
  const of = (pupilId: number, lessons: number, missed: number) => ({ pupilId, lessons, missed, unexcused: 0 });

  test("ATT-11 of 30 percent names who missed 30 of 100 and not who missed 29", () => {
    expect(alarming([of(1, 100, 29), of(2, 100, 30), of(3, 100, 70), of(4, 0, 0)], 30).map((p) => p.pupilId)).toEqual([3, 2]);
    expect(missedPercent(of(1, 1000, 299))).toBe(29);
  });
});
