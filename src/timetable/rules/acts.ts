import type { ActTable } from "../../access/rules/permit.ts";

/** Who may do what with the timetable. The deputy registers substitutions and cancellations (002 П2 §2.15). */
export const TIMETABLE_ACTS = {
  "timetable.day.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "timetable.changes.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "timetable.substitutes.read": [{ role: "deputy_studies", reach: "school" }],
  "timetable.lesson.change": [{ role: "deputy_studies", reach: "school" }],
} as const satisfies ActTable;
