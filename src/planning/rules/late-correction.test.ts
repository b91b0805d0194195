import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { lateCorrection } from "./late-correction.ts";

const facts = { lessonDay: day("2026-09-10"), classDayEnds: null, entryCounts: { by: "arrival" } as const, reasonAfter: "lesson_date + 7d" };
const at = (text: string, entered: string | null = null) => ({
  now: new Date(text),
  entered: entered === null ? null : new Date(entered),
  timezone: "Europe/Simferopol",
});
const IN_TIME = "2026-09-17T20:59:00Z";
const LATE = "2026-09-17T21:00:00Z";

describe("a change of what stands", () => {
  test("COR-02 within the term is made without a word, the last day to its end", () => {
    expect(lateCorrection(facts, true, undefined, at(IN_TIME))).toEqual({ refusal: null, kept: {} });
  });

  test.each([undefined, "", "   "])("COR-02 after the term is refused with the reason %j", (reason) => {
    expect(lateCorrection(facts, true, reason, at(LATE)).refusal).toEqual({
      code: "planning.correction_needs_reason",
      facts: { lessonDay: "2026-09-10", due: "2026-09-17T20:59:59.999Z" },
    });
  });

  test("COR-02 after the term keeps its reason", () => {
    expect(lateCorrection(facts, true, " пропущен верный разбор ", at(LATE))).toEqual({ refusal: null, kept: { correction: "пропущен верный разбор" } });
  });

  test("a first entry needs no reason, however late", () => {
    expect(lateCorrection(facts, false, undefined, at("2027-05-01T10:00:00Z"))).toEqual({ refusal: null, kept: {} });
  });

  test("that waited on a device counts by the norm of entries", () => {
    expect(lateCorrection({ ...facts, entryCounts: { by: "device", within: "24h" } }, true, undefined, at(LATE, IN_TIME)).refusal).toBeNull();
    expect(lateCorrection(facts, true, undefined, at(LATE, IN_TIME)).refusal).not.toBeNull();
  });

  test("a reason given in time is not kept: nothing was corrected late", () => {
    fc.assert(
      fc.property(fc.string(), (reason) => {
        expect(lateCorrection(facts, true, reason, at(IN_TIME)).kept).toEqual({});
      }),
    );
  });
});
