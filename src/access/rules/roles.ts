/** The roles a person may hold in a school. Labels are the school's own; these are the program's. */
export const ROLES = [
  "director",
  "deputy_studies",
  "journal_admin",
  "head_of_department",
  "secretary",
  "homeroom_teacher",
  "subject_teacher",
  "nurse",
  "social_pedagogue",
  "guardian",
  "pupil",
] as const;
export type Role = (typeof ROLES)[number];
