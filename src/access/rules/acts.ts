import type { ActTable } from "./permit.ts";

/** Who may do what with accounts and sessions. */
export const ACCESS_ACTS = {
  "access.sign_in": [{ role: "anyone", reach: "self" }],
  "access.demo.read": [{ role: "anyone", reach: "self" }],
  "access.sign_out": [{ role: "everyone", reach: "self" }],
  "access.session.list": [{ role: "everyone", reach: "self" }],
  "access.session.end": [{ role: "everyone", reach: "self" }],
} as const satisfies ActTable;
