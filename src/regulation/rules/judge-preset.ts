import { Check, Errors } from "typebox/value";
import { dayIn, parseDay } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";
import { NORMS, refusalToSetNorm } from "./norms.ts";
import type { NormRefusal } from "./norms.ts";
import { Preset } from "./preset.ts";

/** Norms that a preset may leave out: a document that a school attaches itself. */
const MAY_LACK: readonly string[] = ["period_attestation.regulation"];

export type PresetRefusal = NormRefusal | Refusal<"regulation.preset_misshapen" | "regulation.preset_lacks" | "regulation.norm_named_twice">;

/**
 * Why no school can be made from a preset, or null: it has another shape than `Preset`, names a norm that the register does not know or names it twice,
 * gives a value out of the bounds, or leaves a norm without a value. There are no defaults: where the acts are silent the preset says so by null.
 */
export function refusalOfPreset(name: string, preset: unknown): PresetRefusal | null {
  if (!Check(Preset, preset)) return { code: "regulation.preset_misshapen", facts: { preset: name, where: Errors(Preset, preset)[0]?.instancePath || "/" } };
  const from = parseDay(preset.inForceFrom);
  if (from === null) return { code: "regulation.preset_misshapen", facts: { preset: name, where: "/inForceFrom" } };
  if (!hasZone(preset.timezone)) return { code: "regulation.preset_misshapen", facts: { preset: name, where: "/timezone" } };
  const named = new Set<string>();
  for (const { code, value } of preset.norms) {
    const refusal = refusalToSetNorm(code, value);
    if (refusal) return refusal;
    if (named.has(code)) return { code: "regulation.norm_named_twice", facts: { code } };
    named.add(code);
  }
  const lacking = Object.keys(NORMS).filter((code) => !named.has(code) && !MAY_LACK.includes(code));
  return lacking.length === 0 ? null : { code: "regulation.preset_lacks", facts: { preset: name, codes: lacking } };
}

function hasZone(timezone: string): boolean {
  try {
    return dayIn(timezone, new Date(0)) !== "";
  } catch {
    return false;
  }
}
