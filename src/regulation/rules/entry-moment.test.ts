import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOfEntry } from "./entry-moment.ts";

const at = (text: string) => new Date(`2026-12-11T${text}:00Z`);
const device = { by: "device", within: "24h" } as const;

describe("the moment by which an entry is judged", () => {
  test.each([
    ["its arrival, when the school has no norm", null, "12:00", "10:00", "12:00"],
    ["its arrival, when the norm says so", { by: "arrival" }, "12:00", "10:00", "12:00"],
    ["its writing down, when the norm says so", device, "12:00", "10:42", "10:42"],
    ["its arrival, when it came at once", device, "12:00", null, "12:00"],
    ["its arrival, when the device speaks of a moment to come", device, "12:00", "12:05", "12:00"],
    ["its writing down on the last minute of the bound", { by: "device", within: "1h30m" }, "12:00", "10:30", "10:30"],
    ["its arrival a minute past the bound", { by: "device", within: "1h30m" }, "12:00", "10:29", "12:00"],
  ] as const)("is %s", (_, counts, arrived, entered, judged) => {
    expect(momentOfEntry(counts, at(arrived), entered === null ? null : at(entered))).toEqual(at(judged));
  });

  test("is never later than the arrival nor earlier than the bound, whatever the device says", () => {
    const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms));
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 0, max: 48 }), (arrived, entered, hours) => {
        const judged = momentOfEntry({ by: "device", within: `${hours}h` }, arrived, entered).getTime();
        expect(judged).toBeLessThanOrEqual(arrived.getTime());
        expect(judged).toBeGreaterThanOrEqual(arrived.getTime() - hours * 3_600_000);
      }),
    );
  });
});
