import type { ActTable } from "../../access/rules/permit.ts";

/** Who may record presence, give reasons, enter an absence of several days. None of these acts touches a mark (ATT-04). */
export const ATTENDANCE_ACTS = {
  "attendance.absence.set": [{ role: "subject_teacher", reach: "own_page" }],
  "attendance.class.list": [
    { role: "homeroom_teacher", reach: "self" },
    { role: "deputy_studies", reach: "self" },
    { role: "director", reach: "self" },
    { role: "secretary", reach: "self" },
    { role: "nurse", reach: "self" },
    { role: "social_pedagogue", reach: "self" },
  ],
  "attendance.class.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "secretary", reach: "school" },
    { role: "nurse", reach: "school" },
    { role: "social_pedagogue", reach: "school" },
  ],
  "attendance.reason.set": [{ role: "homeroom_teacher", reach: "own_class" }],
  "attendance.reason.add": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "attendance.span.set": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "secretary", reach: "school" },
    { role: "nurse", reach: "school" },
  ],
  "attendance.reason.change": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "attendance.parent_work.set": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "social_pedagogue", reach: "school" },
  ],
  "attendance.school.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "social_pedagogue", reach: "school" },
  ],
  "attendance.alarm.set": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
} as const satisfies ActTable;
