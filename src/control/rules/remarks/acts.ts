import type { ActTable } from "../../../access/rules/permit.ts";

/** Who gives remarks, who fixes them, who accepts the fix (002 П4 §4.2.4д). Nobody deletes one: there is no such act. */
export const REMARK_ACTS = {
  "control.remark.set": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
  ],
  "control.remark.settle": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
  ],
  "control.remark.fix": [{ role: "subject_teacher", reach: "self" }],
  "control.remark.mine": [{ role: "subject_teacher", reach: "self" }],
  "control.remark.list": [
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "control.remark.read": [
    { role: "subject_teacher", reach: "self" },
    { role: "deputy_studies", reach: "own_grade" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "control.remark.page": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
} as const satisfies ActTable;
