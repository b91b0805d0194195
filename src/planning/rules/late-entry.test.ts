import { expect, test } from "vitest";
import { judgeLateEntry } from "./late-entry.ts";
import type { WhenLate } from "./late-entry.ts";

test.each<[WhenLate, boolean, string | undefined, string | null, string | undefined]>([
  ["flag", true, undefined, null, undefined],
  ["reason", false, undefined, null, undefined],
  ["reason", true, undefined, "planning.late_needs_reason", undefined],
  ["reason", true, "  ", "planning.late_needs_reason", undefined],
  ["reason", true, " не было света ", null, "не было света"],
  ["block", false, undefined, null, undefined],
  ["block", true, "не было света", "planning.late_entry_blocked", undefined],
])("by the norm %s an entry late=%s with the reason %j is refused by %s and keeps %j", (when, late, reason, refusal, correction) => {
  expect(judgeLateEntry(when, late, reason)).toEqual({ refusal, kept: correction === undefined ? {} : { correction } });
});
