import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { refusalToPutMark } from "./mark-entry.ts";

const facts = { lessonDay: day("2026-12-10"), enrolled: true, scale: ["5", "4", "3", "2"], mark: "5" };

describe("putting a mark", () => {
  test.each(["5", "4", "3", "2", null])("MRK-01 takes %s in a school of four marks", (mark) => {
    expect(refusalToPutMark({ ...facts, mark })).toBeNull();
  });

  test.each(["1", "6", "н/а", "осв.", "", "5 "])("MRK-01 refuses «%s» and names the scale", (mark) => {
    expect(refusalToPutMark({ ...facts, mark })).toEqual({ code: "journal.mark_not_in_scale", facts: { mark, scale: facts.scale } });
  });

  test("is refused where the pupil was not in the class on that day, before the scale is asked", () => {
    expect(refusalToPutMark({ ...facts, enrolled: false, mark: "9" })?.code).toBe("people.pupil_not_in_group");
  });
});
