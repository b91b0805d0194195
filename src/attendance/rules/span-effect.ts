import { isMissed } from "./correct-absence.ts";
import type { Absence } from "./correct-absence.ts";

/**
 * What an absence of several days does to a lesson where something may stand already.
 *
 * It writes the absence where nothing stands, gives its reason to an absence without one, and keeps its hands off everything else.
 */
export function spanEffect(standing: Absence, reason: number): "write" | "explain" | "same" | "keep" {
  if (standing.kind === "none") return "write";
  if (!isMissed(standing.kind)) return "keep";
  if (standing.reason === null) return "explain";
  return standing.reason === reason ? "same" : "keep";
}
