import type { ActTable } from "../../access/rules/permit.ts";

/** Who may record presence. */
export const ATTENDANCE_ACTS = {
  "attendance.absence.set": [{ role: "subject_teacher", reach: "own_page" }],
} as const satisfies ActTable;
