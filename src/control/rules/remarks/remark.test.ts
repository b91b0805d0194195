import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../foundation/day.ts";
import { beforeAndAfter } from "./before-and-after.ts";
import { addresseeOf, afterDeed, isOverdue, termOf } from "./remark.ts";
import type { RemarkState } from "./remark.ts";

describe("a remark", () => {
  test.each([
    ["open", "fixed", "fixed"],
    ["fixed", "fixed", "stands"],
    ["accepted", "fixed", "control.remark_accepted"],
    ["open", "accepted", "control.remark_not_fixed"],
    ["fixed", "accepted", "accepted"],
    ["accepted", "accepted", "stands"],
    ["fixed", "returned", "open"],
    ["open", "returned", "stands"],
    ["accepted", "returned", "control.remark_accepted"],
  ] as const)("that is %s, when it is to be %s: %s", (state, deed, out) => {
    const done = afterDeed(state, deed);
    expect("to" in done ? done.to : "refusal" in done ? done.refusal.code : "stands").toBe(out);
  });

  test("ends only by being accepted, and never leaves that", () => {
    const deeds = fc.array(fc.constantFrom("fixed", "returned", "accepted" as const), { maxLength: 12 });
    fc.assert(
      fc.property(deeds, (all) => {
        let state: RemarkState = "open";
        for (const deed of all) {
          const done = afterDeed(state, deed);
          if (state === "accepted") expect("to" in done).toBe(false);
          if ("to" in done) state = done.to;
        }
      }),
    );
  });

  test.each([
    ["open", "2026-09-18", false],
    ["open", "2026-09-17", true],
    ["fixed", "2026-09-17", false],
    ["accepted", "2026-09-17", false],
  ] as const)("%s with the term %s is overdue on 18 September: %s", (state, dueOn, overdue) =>
    expect(isOverdue({ state, dueOn: day(dueOn) }, day("2026-09-18"))).toBe(overdue),
  );

  test("goes to who gave the lesson, or to a teacher of the page", () => {
    expect(addresseeOf(undefined, 7, [3, 4])).toBe(7);
    expect(addresseeOf(4, null, [3, 4])).toBe(4);
    expect(addresseeOf(undefined, null, [3, 4])).toBe(3);
    expect(addresseeOf(9, null, [3, 4])).toBeNull();
    expect(addresseeOf(undefined, null, [])).toBeNull();
  });

  test("has the term of the norm unless a day from today on is named", () => {
    const [today, norm] = [day("2026-09-16"), day("2026-09-21")];
    expect(termOf(null, norm, today)).toEqual({ dueOn: norm });
    expect(termOf(today, norm, today)).toEqual({ dueOn: today });
    expect(termOf(day("2026-09-15"), norm, today)).toMatchObject({ refusal: { code: "control.term_in_past" } });
  });
});

describe("what was corrected", () => {
  const mark = (pupilId: number, before: string | null, after: string | null) => ({
    act: "journal.mark.set",
    lessonId: 1,
    pupilId,
    term: null,
    work: 0,
    before,
    after,
  });

  test("is the first value before and the last after, without what came back", () => {
    expect(beforeAndAfter([mark(1, "3", "4"), mark(2, null, "5"), mark(1, "4", "5"), mark(2, "5", null)])).toEqual([mark(1, "3", "5")]);
  });
});
