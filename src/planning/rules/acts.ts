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
  "planning.curriculum.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "planning.curriculum.set": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  // the director approves the curriculum and gives the order on tariffication (002 П4 §4.2.2)
  "planning.curriculum.approve": [{ role: "director", reach: "school" }],
  "planning.load.set": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  // the plan of events is the homeroom teacher's own (003 §1-7)
  "planning.class_events.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "planning.class_events.set": [{ role: "homeroom_teacher", reach: "own_class" }],
} as const satisfies ActTable;
