import type { Preset } from "./preset.ts";

type Given = Partial<Record<string, unknown>>;

const isGiven = (value: unknown): value is Given => typeof value === "object" && value !== null && !Array.isArray(value);
const codesOf = (norms: unknown) => (Array.isArray(norms) ? norms : []).filter(isGiven).map((norm) => norm["code"]);

/** Which preset a file builds upon by its `like`; null where it stands alone. */
export const likeOf = (read: unknown): string | null => (isGiven(read) && typeof read["like"] === "string" ? read["like"] : null);

/**
 * A preset of a school that says only where it differs from another one: what it does not name is taken from there.
 *
 * A norm that is taken over is no word of this school's papers, so its act and clause say whence it came (`taken`).
 */
export function upon(base: Preset, read: unknown, taken: { act: string; clause: string }): unknown {
  if (!isGiven(read)) return read;
  const { like: _, norms, ...own } = read;
  const { norms: baseNorms, ...rest } = base;
  const named = codesOf(norms);
  const others = baseNorms.filter(({ code }) => !named.includes(code)).map(({ code, value }) => ({ code, value, ...taken }));
  return { ...rest, ...own, norms: [...(Array.isArray(norms) ? (norms as unknown[]) : []), ...others] };
}
