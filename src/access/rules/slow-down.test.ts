import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secondsLeft, waitSeconds } from "./slow-down.ts";

describe("slowing down after wrong passwords", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [10, 64],
    [30, 900],
  ])("after %i wrong passwords waits %i seconds", (failures, seconds) => {
    expect(waitSeconds(failures)).toBe(seconds);
  });

  test("never grows shorter and never passes a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.nat(1000), (n) => {
        expect(waitSeconds(n + 1)).toBeGreaterThanOrEqual(waitSeconds(n));
        expect(waitSeconds(n)).toBeLessThanOrEqual(900);
      }),
    );
  });

  test("is over when the time has passed", () => {
    const at = new Date("2026-11-22T08:00:00Z");
    expect(secondsLeft(6, at, new Date("2026-11-22T08:00:01Z"))).toBe(3);
    expect(secondsLeft(6, at, new Date("2026-11-22T08:00:04Z"))).toBe(0);
  });
});
