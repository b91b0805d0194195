import type { ActTable } from "../../access/rules/permit.ts";
import { TERM_ACTS } from "./term-acts.ts";

/** Who may do what with plans. All plans are one base that every teacher reads (004 §2.7); only the page's own teacher writes. */
export const PLANNING_ACTS = {
  "planning.plan.read": [
    { role: "subject_teacher", reach: "school" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "planning.plan.set": [{ role: "subject_teacher", reach: "own_page" }],
  ...TERM_ACTS,
} as const satisfies ActTable;
