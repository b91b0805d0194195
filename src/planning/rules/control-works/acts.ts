import type { ActTable } from "../../../access/rules/permit.ts";

/** Who may do what with the schedule of control works: deputies and teachers see it (003 §2-1), a teacher plans for own pages. */
export const CONTROL_WORK_ACTS = {
  "planning.control_works.read": [
    { role: "subject_teacher", reach: "school" },
    { role: "homeroom_teacher", reach: "school" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "planning.control_work.set": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "deputy_studies", reach: "school" },
  ],
  "planning.control_works.publish": [
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "planning.control_works.public": [{ role: "anyone", reach: "self" }],
} as const satisfies ActTable;
