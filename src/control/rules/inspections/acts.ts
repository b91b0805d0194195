import type { ActTable } from "../../../access/rules/permit.ts";

/** Who checks which journals (001 §2.3, 003 §3-3, 004 §4.8.2, 4.13.3). Nobody changes or deletes a check: there is no such act. */
export const INSPECTION_ACTS = {
  "control.inspection.list": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "control.inspection.make": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
    { role: "head_of_department", reach: "own_department" },
    { role: "homeroom_teacher", reach: "own_class" },
  ],
  "control.department_days.read": [
    { role: "head_of_department", reach: "own_department" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "control.class_week.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "control.care.read": [
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "deputy_studies", reach: "school" },
  ],
  "control.care.set": [
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
} as const satisfies ActTable;
