import type { ActTable } from "../../../access/rules/permit.ts";

const SCHOOL = [
  { role: "deputy_studies", reach: "school" },
  { role: "director", reach: "school" },
  { role: "journal_admin", reach: "school" },
] as const;

/** Who reads the figures of the school (002 П2 §2.16, 004 §4.9.6, §4.10.3): a head those of own department, a homeroom teacher the trend of own class. */
export const FIGURES_ACTS = {
  "control.figures.read": [...SCHOOL, { role: "head_of_department", reach: "own_department" }],
  "control.terms.read": [...SCHOOL, { role: "head_of_department", reach: "self" }],
  "control.department_report.read": [...SCHOOL, { role: "head_of_department", reach: "own_department" }],
  "control.department_report.send": [{ role: "head_of_department", reach: "own_department" }],
  "control.progress.read": SCHOOL,
  "control.trend.read": [...SCHOOL, { role: "homeroom_teacher", reach: "own_class" }],
  "control.activity.read": SCHOOL,
  "control.access.read": SCHOOL,
} as const satisfies ActTable;
