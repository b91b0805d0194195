import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Check } from "typebox/value";
import { Failure } from "../../foundation/failure.ts";
import { ROOT } from "../../foundation/operation/root.ts";
import { Preset } from "../rules/preset.ts";

const FOLDER = join(ROOT, "src", "regulation", "presets");

/** The names of the regulation presets that come with the program. */
export async function presetNames(): Promise<string[]> {
  return (await readdir(FOLDER))
    .filter((f) => f.endsWith(".json"))
    .map((f) => f.slice(0, -".json".length))
    .sort();
}

/** A preset by name; an unknown name is refused with the names there are. */
export async function readPreset(name: string): Promise<Preset> {
  const known = await presetNames();
  if (!known.includes(name)) throw new Failure("invalid", "regulation.preset_unknown", { preset: name, known });
  const read: unknown = JSON.parse(await readFile(join(FOLDER, `${name}.json`), "utf8"));
  if (!Check(Preset, read)) throw new Error(`preset ${name} is misshapen`);
  return read;
}
