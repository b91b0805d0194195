import { describe, expect, test } from "vitest";
import { onceHeaders } from "../http-client.ts";
import { newKey } from "./new-key.ts";

describe("a key of a request", () => {
  test("is a UUID of its own, and later ones come after earlier ones", () => {
    const keys = Array.from({ length: 500 }, (_, i) => newKey(1_790_000_000_000 + i));
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).toBe(500);
    expect(keys).toEqual(keys.toSorted());
  });
});

describe("what a request says of its time", () => {
  const minute = 60_000;
  const now = Date.parse("2026-12-11T12:05:00Z");
  const wait = (enteredAt: number, then: number | null, skew: number | null) => {
    const headers = onceHeaders({ key: "k", enteredAt, skew: then }, now, skew);
    return Date.parse(headers["sent-at"]!) - Date.parse(headers["entered-at"]!);
  };

  test.each([
    ["as the device counted, when the server was never heard", 83 * minute, null, null, 83],
    ["the same by both clocks, when the device stands years wrong", 83 * minute, -5e11, -5e11, 83],
    ["by the server's clock, when the device set its own right in between and so looks to have waited for years", 5e11, 5e11, 83 * minute, 83],
    ["by the device, when its clock was set back in between", 83 * minute, 0, 60 * minute, 83],
    ["nothing, when the device's clock went back past the moment of writing", -10 * minute, null, null, 0],
  ])("%s", (_, waited, then, skew, minutes) => {
    expect(wait(now - waited, then, skew)).toBe(minutes * minute);
  });
});
