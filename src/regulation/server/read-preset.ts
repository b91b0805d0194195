import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure } from "../../foundation/failure.ts";
import { ROOT } from "../../foundation/operation/root.ts";
import { refusalOfPreset } from "../rules/judge-preset.ts";
import { likeOf, upon } from "../rules/like-preset.ts";
import type { Preset } from "../rules/preset.ts";
import { takenRu } from "../rules/words/taken.ru.ts";

const FOLDER = join(ROOT, "src", "regulation", "presets");

/** The names of the regulation presets that come with the program. */
async function presetNames(): Promise<string[]> {
  return (await readdir(FOLDER))
    .filter((f) => f.endsWith(".json"))
    .map((f) => f.slice(0, -".json".length))
    .sort();
}

/**
 * A preset by name, or the file of a school's own one (`…/my-school.json`), whole or written as a difference from another (`like`).
 * An unknown name is refused with the names there are, a file with what is wrong in it.
 */
export async function readPreset(name: string): Promise<Preset> {
  const known = await presetNames();
  const own = name.endsWith(".json");
  const unknown = new Failure("invalid", "regulation.preset_unknown", { preset: name, known });
  if (!own && !known.includes(name)) throw unknown;
  const text = await readFile(own ? name : join(FOLDER, `${name}.json`), "utf8").catch(() => {
    throw unknown;
  });
  const read = parsed(text);
  const like = likeOf(read);
  if (like !== null && !known.includes(like)) throw new Failure("invalid", "regulation.preset_unknown", { preset: like, known });
  const whole = like === null ? read : upon(await readPreset(like), read, takenRu(like));
  const refusal = refusalOfPreset(basename(name, ".json"), whole);
  if (refusal) throw new Failure("invalid", refusal.code, refusal.facts);
  return whole as Preset;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
