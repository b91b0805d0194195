import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { NormCode } from "../rules/norms.ts";

/** Stops a verb for which a norm has no value on the day of the fact: there are no defaults, and the sentence names what is missing. */
export function demandNorms(onDay: LocalDate, norms: Partial<Record<NormCode, unknown>>): void {
  for (const [norm, value] of Object.entries(norms)) {
    if (value === null) throw new Failure("refused", "regulation.norm_not_in_force", { norm, day: onDay });
  }
}
