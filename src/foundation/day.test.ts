import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, instantOf, timeIn } from "./day.ts";

const ZONES = ["Europe/Simferopol", "Asia/Bishkek", "Asia/Yekaterinburg", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date("1995-01-01T00:00:00Z"), max: new Date("2060-01-01T00:00:00Z"), noInvalidDate: true });

describe("the school's wall clock", () => {
  test("is the one that the system's calendar shows, at any instant of any zone, asked in any order", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);
        expect(`${dayIn(timeZone, at)} ${timeIn(timeZone, at)}`).toBe(shown.slice(0, 16));
      }),
      { numRuns: 3_000 },
    );
  });

  test("leads back to the instant, except in the hour that comes twice", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, some) => {
        const at = new Date(Math.floor(some.getTime() / 60_000) * 60_000);
        const back = instantOf(dayIn(timeZone, at), timeIn(timeZone, at), timeZone);
        expect([0, 1_800_000, 3_600_000]).toContain(at.getTime() - back.getTime());
        expect(timeIn(timeZone, back)).toBe(timeIn(timeZone, at));
      }),
      { numRuns: 3_000 },
    );
  });
});
