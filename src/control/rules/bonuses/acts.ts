import type { ActTable } from "../../../access/rules/permit.ts";

/** Who sees the ranking, who proposes, who decides and by which criteria (004 §4.3.3, 4.8.4). */
export const BONUS_ACTS = {
  "control.bonus.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "control.bonus.propose": [{ role: "deputy_studies", reach: "school" }],
  "control.bonus.decide": [{ role: "director", reach: "school" }],
  "control.criteria.set": [{ role: "director", reach: "school" }],
} as const satisfies ActTable;
