import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refusalOfPreset } from "./judge-preset.ts";
import type { Preset } from "./preset.ts";

const FOLDER = join(import.meta.dirname, "..", "presets");
const presets = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Preset);
describe.each(presets.map((preset) => [preset.preset, preset] as const))("the preset %s", (_, preset) => {
  test("has the shape of a preset, each norm of the register once, and each value within its bounds", () => {
    expect(refusalOfPreset(preset.preset, preset)).toBeNull();
  });
});
