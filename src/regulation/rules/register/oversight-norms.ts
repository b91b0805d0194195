import { Choice, Roles, Some, Yes, norm } from "./shapes.ts";

/** Reports that somebody hands in. */
const REPORTS = Some([
  "lesson_plan",
  "subject_results_period",
  "subject_teacher_period_and_final",
  "attendance_by_month",
  "preliminary",
  "period",
  "class_results_period",
  "summary_progress",
  "summary_attendance",
  "parent_letter",
  "journal_access",
  "bonus_submission",
]);

/** Norms of control, remarks, reports and of what parents are told. */
export const OVERSIGHT_NORMS = {
  "control.scope": norm("what a deputy controls", "choice", Choice("school", "grades_in_care")),
  "control.metrics": norm(
    "the figures of the control page",
    "metrics",
    Some([
      "participation_percent",
      "pupils_without_marks_percent",
      "pupils_with_one_mark_percent",
      "homework_recorded",
      "covered_material",
      "parents_and_pupils_participation_percent",
    ]),
  ),
  "control.checks": norm(
    "what a check of a journal looks at",
    "checks",
    Some([
      "lessons_in_time",
      "current_and_period_marks_in_time",
      "fullness_of_marks",
      "attendance",
      "programme",
      "homework_filled",
      "homework_fit",
      "corrections",
      "archive_files",
      "year_setup",
      "medal_candidates",
    ]),
  ),
  "control.violations_answered_by": norm("who answers for violations", "roles", Roles),
  "remarks.by": norm("who sets remarks", "roles", Roles),
  "remarks.confirmation_required": norm("whether the teacher confirms that a remark is put right", "yes or no", Yes),
  "informing_parents.by": norm("who tells the parents", "roles", Roles),
  "informing_parents.form": norm("in which form parents are told", "forms", Some(["message", "diary", "report", "letter_on_paper", "automated_schedule"])),
  "informing_parents.topics": norm(
    "of what parents are told",
    "topics",
    Some(["progress", "attendance", "homework", "content", "behaviour", "failing", "missing_without_reason"]),
  ),
  "informing_parents.controlled_by": norm("who controls that parents are told", "roles", Roles),
  "reports.subject_teacher": norm("reports of a subject teacher", "reports", REPORTS),
  "reports.homeroom_teacher": norm("reports of a homeroom teacher", "reports", REPORTS),
  "reports.deputy": norm("reports of a deputy", "reports", REPORTS),
  "reports.automatic_for": norm("for whom reports are made by themselves", "roles", Roles),
  "programme.accounting_columns": norm(
    "the columns in which the school records how its programmes are fulfilled",
    "columns",
    Some(["hours_by_plan", "hours_given", "lag", "cancelled", "substituted", "control_works", "percent", "reason"]),
  ),
  "incentives.bonus_by_results": norm("whether bonuses hang on the results of the work with the journal", "yes or no", Yes),
  "incentives.submission_by": norm("who submits for bonuses", "roles", Roles),
} as const;
