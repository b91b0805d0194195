import type { ActTable } from "../../access/rules/permit.ts";

/** Who reads and writes the sections of a group's journal, and who keeps the year-end print. */
export const PRINT_ACTS = {
  "journal.section.read": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.section.set": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.print.list": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.print.set": [
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
} as const satisfies ActTable;
