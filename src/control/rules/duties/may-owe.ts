import type { Role } from "../../../access/rules/roles.ts";
import { kindOf } from "./duty-kinds.ts";
import type { DutyCode } from "./duty-kinds.ts";

/** Whether the person could owe such a thing at all: their own, or of a role they hold. */
export function mayOwe(code: DutyCode, holds: (role: Role) => boolean): boolean {
  const { owner } = kindOf(code);
  if (owner === "own") return true;
  return "byNorm" in owner ? holds("deputy_studies") || holds("journal_admin") : owner.some(holds) || holds("director");
}
