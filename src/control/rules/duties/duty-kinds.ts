import { CLASS_KINDS } from "./class-kinds.ts";
import type { DutyKind } from "./duty-kind.ts";
import { MATTER_DUTIES } from "./matter-kinds.ts";
import { SCHOOL_KINDS } from "./school-kinds.ts";
import { TEACHING_KINDS } from "./teaching-kinds.ts";

/** Every kind of duty that Parta knows. A new kind is a line of one of these files; what it is about is found by the query of that. */
export const DUTY_KINDS = { ...TEACHING_KINDS, ...CLASS_KINDS, ...SCHOOL_KINDS, ...MATTER_DUTIES } as const;

export type DutyCode = keyof typeof DUTY_KINDS;
export const DUTY_CODES = Object.keys(DUTY_KINDS) as DutyCode[];
export const kindOf = (code: DutyCode): DutyKind => DUTY_KINDS[code];

/** The kinds by what they are about. */
export const KINDS_ABOUT: ReadonlyMap<string, readonly DutyCode[]> = Map.groupBy(DUTY_CODES, (code) => kindOf(code).about);

/** Kinds that somebody says are done, and kinds that a controller accepts. */
export const isSaid = (code: DutyCode): boolean => kindOf(code).closes !== "evidence";
export const isAccepted = (code: DutyCode): boolean => kindOf(code).closes === "acceptance";

/** Whether one of the roles is named as who owes such a thing. */
export function holdsRole(code: DutyCode, roles: readonly string[]): boolean {
  const { owner } = kindOf(code);
  if (owner === "own") return false;
  return "byNorm" in owner ? roles.includes("deputy_studies") || roles.includes("journal_admin") : owner.some((role) => roles.includes(role));
}
