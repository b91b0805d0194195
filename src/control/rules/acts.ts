import type { ActTable } from "../../access/rules/permit.ts";
import { REGULATION_ACTS } from "./regulation/acts.ts";
import { DUTY_ACTS } from "./duties/acts.ts";
import { BONUS_ACTS } from "./bonuses/acts.ts";
import { INSPECTION_ACTS } from "./inspections/acts.ts";
import { FIGURES_ACTS } from "./figures/acts.ts";
import { REMARK_ACTS } from "./remarks/acts.ts";

/** The acts of control: those of duties and of remarks stand with their topics. */
export const CONTROL_ACTS = {
  ...DUTY_ACTS,
  "control.journal.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  ...FIGURES_ACTS,
  ...REMARK_ACTS,
  ...INSPECTION_ACTS,
  ...BONUS_ACTS,
  ...REGULATION_ACTS,
} as const satisfies ActTable;
