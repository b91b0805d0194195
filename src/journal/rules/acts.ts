import type { ActTable } from "../../access/rules/permit.ts";
import { PERIOD_ACTS } from "./period-acts.ts";

/** Who may do what in the journal. The rights screen and the rights tests read this same table. */
export const JOURNAL_ACTS = {
  "journal.page.list": [
    { role: "subject_teacher", reach: "self" },
    { role: "homeroom_teacher", reach: "self" },
    { role: "deputy_studies", reach: "self" },
    { role: "director", reach: "self" },
    { role: "journal_admin", reach: "self" },
  ],
  "journal.page.read": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.mark.set": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.term_mark.set": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.lesson.set": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.pupil_note.set": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.homework.read": [
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "journal.unwritten.read": [
    { role: "subject_teacher", reach: "self" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "journal.attachment.add": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.attachment.remove": [{ role: "subject_teacher", reach: "own_page" }],
  "journal.attachment.read": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "guardian", reach: "own_child" },
    { role: "pupil", reach: "self" },
  ],
  "journal.accumulation.read": [
    { role: "subject_teacher", reach: "self" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "journal.my_changes.read": [
    { role: "subject_teacher", reach: "self" },
    { role: "homeroom_teacher", reach: "self" },
  ],
  "journal.corrections.read": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "journal.history.read": [
    { role: "subject_teacher", reach: "own_page" },
    { role: "homeroom_teacher", reach: "own_class" },
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
  ],
  "journal.work_type.list": [
    { role: "deputy_studies", reach: "school" },
    { role: "director", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  "journal.work_type.set": [
    { role: "deputy_studies", reach: "school" },
    { role: "journal_admin", reach: "school" },
  ],
  ...PERIOD_ACTS,
} as const satisfies ActTable;
