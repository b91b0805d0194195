import type { ActTable } from "../../access/rules/permit.ts";

/** Who may open a diary: the pupil, the guardian of the pupil, the homeroom teacher and the heads. */
export const DIARY_ACTS = {
  "diary.week.read": [
    { role: "pupil", reach: "self" },
    { role: "guardian", reach: "own_child" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "diary.events.read": [
    { role: "pupil", reach: "self" },
    { role: "guardian", reach: "own_child" },
  ],
} as const satisfies ActTable;
