import type { Role } from "../../../access/rules/roles.ts";
import { MATTER_KINDS } from "./matter-kinds.ts";
import type { MatterCode } from "./matter-kinds.ts";

/** Whether one of the roles writes such a thing into the register. */
export function mayOpen(code: MatterCode, roles: readonly Role[]): boolean {
  const { opens } = MATTER_KINDS[code];
  return opens === "everyone" || opens.some((role) => roles.includes(role));
}
