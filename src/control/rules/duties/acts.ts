import type { ActTable } from "../../../access/rules/permit.ts";

/** Who sees whose duties: everybody of the staff their own, who controls the journals those of the whole school (002 П2 §2.16). */
export const DUTY_ACTS = {
  "control.duty.mine": [
    { role: "subject_teacher", reach: "self" },
    { role: "homeroom_teacher", reach: "self" },
    { role: "head_of_department", reach: "self" },
    { role: "deputy_studies", reach: "self" },
    { role: "director", reach: "self" },
    { role: "journal_admin", reach: "self" },
    { role: "secretary", reach: "self" },
  ],
  "control.duty.perform": [
    { role: "subject_teacher", reach: "self" },
    { role: "homeroom_teacher", reach: "self" },
    { role: "head_of_department", reach: "self" },
    { role: "deputy_studies", reach: "self" },
    { role: "director", reach: "self" },
    { role: "journal_admin", reach: "self" },
    { role: "secretary", reach: "self" },
  ],
  "control.duty.judge": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "control.duty.school": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  // a breach of one's own access details is everybody's to report, families included (002 П2 §4.3); who opens what else the register says
  "control.matter.open": [{ role: "everyone", reach: "self" }],
  "control.matter.read": [
    { role: "secretary", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
} as const satisfies ActTable;
