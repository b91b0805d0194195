import { describe, expect, test } from "vitest";
import { day } from "../../../foundation/day.ts";
import { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";
import { stateOf, termOf } from "./readiness.ts";

const YEAR = { startsOn: day("2026-09-01"), endsOn: day("2027-05-31") };
const norms = (values: Partial<Record<NormCode, string>>) =>
  new NormTimeline(
    Object.entries(values).map(([code, value]) => ({
      code: code as NormCode,
      value: value as never,
      act: "Приказ",
      clause: "п. 1",
      fromDay: null,
      toDay: null,
      own: true,
    })),
  );
const due = (item: "bells" | "lesson_plans", values: Partial<Record<NormCode, string>>) =>
  termOf(item, YEAR, norms(values), "Asia/Bishkek")?.dueAt.toISOString() ?? null;

describe("the term of an item", () => {
  test("is its own, else that of the whole set-up, in the zone of the school", () => {
    const values = { "setup.ready_by": "09-05", "plan.lesson_plan_due": "09-01" } as const;
    expect(due("bells", values)).toBe("2026-09-05T17:59:59.999Z");
    expect(due("lesson_plans", values)).toBe("2026-09-01T17:59:59.999Z");
    expect(due("lesson_plans", { "setup.ready_by": "year_start" })).toBe("2026-09-01T17:59:59.999Z");
  });

  test("is none where the school asks for no day", () => {
    expect(due("bells", { "setup.ready_by": "none" })).toBeNull();
    expect(due("bells", {})).toBeNull();
  });
});

describe("the state of an item", () => {
  const term = termOf("bells", YEAR, norms({ "setup.ready_by": "09-05" }), "Europe/Simferopol");
  const [last, over] = [new Date("2026-09-05T20:59:59.999Z"), new Date("2026-09-05T21:00:00Z")];
  test.each([
    ["bells", 1, 0, over, "done"],
    ["bells", 1, 1, last, "open"],
    ["bells", 1, 1, over, "overdue"],
    // no class at all is not ready, no subgroup at all is nothing to do
    ["classes", 0, 0, over, "overdue"],
    ["group_splits", 0, 0, over, "empty"],
    ["invitation_codes", 0, 0, over, "unseen"],
  ] as const)("%s of %i lacking %i is at %s %s", (item, of, lacking, now, state) => {
    expect(stateOf({ item, of, lacking }, term, now)).toBe(state);
  });

  test("is never overdue without a term", () => {
    expect(stateOf({ item: "bells", of: 1, lacking: 1 }, null, over)).toBe("open");
  });
});
