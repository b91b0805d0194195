import type { ActTable } from "../../access/rules/permit.ts";
import { REGULATION_ACTS } from "./regulation/acts.ts";
import { REMARK_ACTS } from "./remarks/acts.ts";

/** Who sees whose duties: everybody of the staff their own, who controls the journals those of the whole school (002 П2 §2.16). */
export const CONTROL_ACTS = {
  "control.duty.mine": [
    { role: "subject_teacher", reach: "self" },
    { role: "homeroom_teacher", reach: "self" },
    { role: "deputy_studies", reach: "self" },
    { role: "director", reach: "self" },
    { role: "journal_admin", reach: "self" },
    { role: "secretary", reach: "self" },
  ],
  "control.duty.school": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "control.journal.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  ...REMARK_ACTS,
  ...REGULATION_ACTS,
} as const satisfies ActTable;
