import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Check } from "typebox/value";
import { refusalToSetNorm } from "./norms.ts";
import { Preset } from "./preset.ts";

const FOLDER = join(import.meta.dirname, "..", "presets");
const presets = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Preset);
const everyCode = [...new Set(presets.flatMap((preset) => preset.norms.map((norm) => norm.code)))];

describe.each(presets.map((preset) => [preset.preset, preset] as const))("the preset %s", (_, preset) => {
  test("has the shape of a preset, and each norm the shape of its register line", () => {
    expect(Check(Preset, preset)).toBe(true);
    expect(preset.norms.flatMap(({ code, value }) => refusalToSetNorm(code, value) ?? [])).toEqual([]);
  });

  test("gives every norm that another preset gives: a missing value stops the verb", () => {
    const own = preset.norms.map((norm) => norm.code);
    expect(everyCode.filter((code) => !own.includes(code))).toEqual([]);
  });
});
