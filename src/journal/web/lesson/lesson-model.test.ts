import { describe, expect, test } from "vitest";
import { aPage } from "../grid/a-page.ts";
import { openGrid } from "../grid/grid-state.ts";
import { passedOf, pupilsOf, toAsk } from "./lesson-model.ts";

describe("the lesson on a phone", () => {
  const state = openGrid(aPage());
  const today = state.model.columnOf.get(104)!;

  test("counts the lessons a pupil attended without a mark, leaving out cancelled ones, absences and days before the pupil came", () => {
    // P1 has a mark on the 4th and none on the 8th; P2 came on the 8th; P3 was away on the 8th
    expect(pupilsOf(state, today).map(({ name, unasked }) => [name, unasked])).toEqual([
      ["P1", 1],
      ["P2", 1],
      ["P3", 1],
    ]);
  });

  test("asks first who was not asked for long, and nobody who is away", () => {
    const page = aPage();
    const away = openGrid({ ...page, absences: [...page.absences, { lesson: 104, pupil: 11, kind: 1, version: 1, late: false, explained: false }] });
    expect(toAsk(away, pupilsOf(away, today), today).map(({ name }) => name)).toEqual(["P2", "P3"]);
  });

  test("knows how much of the lesson has passed", () => {
    expect(passedOf("08:30", "09:15", "08:58")).toEqual({ passed: 28, all: 45 });
    expect(passedOf("08:30", "09:15", "12:00")).toEqual({ passed: 45, all: 45 });
    expect(passedOf("08:30", "09:15", "08:00")).toBeNull();
    expect(passedOf(null, null, "08:00")).toBeNull();
  });
});
