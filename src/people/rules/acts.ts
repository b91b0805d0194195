import type { ActTable } from "../../access/rules/permit.ts";

/** Who may do what with people. */
export const PEOPLE_ACTS = {
  "people.me.read": [{ role: "everyone", reach: "self" }],
} as const satisfies ActTable;
