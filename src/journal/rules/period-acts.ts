import type { ActTable } from "../../access/rules/permit.ts";

/** Who may do what with the results of terms and years. */
export const PERIOD_ACTS = {
  "journal.summary.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.closing.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.debt.set": [{ role: "deputy_studies", reach: "own_grade" }],
  "journal.exam.set": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.brought.set": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "own_grade" },
  ],
  "journal.pupil.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "subject_teacher", reach: "own_page" },
  ],
} as const satisfies ActTable;
