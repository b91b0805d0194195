import type { ActTable } from "../../../access/rules/permit.ts";

/** The whole staff reads the regulation; the director changes it by an order, and the administrator enters the order (004 §7, 002 П2 §1.13). */
export const REGULATION_ACTS = {
  "control.regulation.read": [
    { role: "director", reach: "school" },
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "secretary", reach: "school" },
    { role: "homeroom_teacher", reach: "school" },
    { role: "subject_teacher", reach: "school" },
    { role: "nurse", reach: "school" },
    { role: "social_pedagogue", reach: "school" },
  ],
  "control.regulation.enact": [
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "control.setup.read": [
    { role: "director", reach: "school" },
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
} as const satisfies ActTable;
