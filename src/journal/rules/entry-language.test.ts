import { expect, test } from "vitest";
import { isForeign } from "./entry-language.ts";

test.each([
  ["Present Perfect", true],
  ["Настоящее совершённое время (Present Perfect)", false],
  ["№ 12, 13", false],
  ["", false],
  [null, false],
])("LES-08 with the rule on, %j is foreign: %s; without it nothing is", (text, foreign) => {
  expect(isForeign(text, "ru")).toBe(foreign);
  expect(isForeign(text, "any")).toBe(false);
});
