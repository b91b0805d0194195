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
  "timetable.week.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
    { role: "secretary", reach: "school" },
    { role: "homeroom_teacher", reach: "school" },
    { role: "subject_teacher", reach: "school" },
  ],
  // `timetable.editor` says which of the two roles it is in this school on this day
  "timetable.week.set": [
    { role: "deputy_studies", reach: "by_norm" },
    { role: "journal_admin", reach: "by_norm" },
  ],
  // the bells belong to the timetable (002 П2 §2.8)
  "timetable.bells.set": [
    { role: "deputy_studies", reach: "by_norm" },
    { role: "journal_admin", reach: "by_norm" },
  ],
  "timetable.subject.set": [
    { role: "deputy_studies", reach: "by_norm" },
    { role: "journal_admin", reach: "by_norm" },
  ],
  "timetable.substitutes.read": [{ role: "deputy_studies", reach: "school" }],
  // `lesson.substitution_recorded` says whether it is the teacher at the moment of entry (001 §1.12, 004 §5.1)
  "timetable.lesson.take": [{ role: "subject_teacher", reach: "by_norm" }],
  "timetable.lesson.change": [{ role: "deputy_studies", reach: "school" }],
} as const satisfies ActTable;
