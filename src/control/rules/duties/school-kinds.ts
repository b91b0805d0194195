import type { DutyKind } from "./duty-kind.ts";

const DIRECTOR = { owner: ["director"], controller: "director" } as const;
const DEPUTY = { owner: ["deputy_studies"], controller: "director" } as const;
const ADMINISTRATOR = { owner: ["journal_admin"], controller: "deputy_studies" } as const;
const HEAD = { owner: "own", controller: "deputy_studies" } as const;

/** What is owed of the school as a whole, by who holds a role. */
export const SCHOOL_KINDS = {
  /** 002 П4 §4.2.2а */
  curriculum: { row: "DL-01", about: "school_year", ...DIRECTOR, norm: "curriculum.approved_by", closes: "evidence", place: "curriculum", onlyByAct: true },
  /** 002 П4 §4.2.2б */
  load_approved: { row: "DL-02", about: "school_year", ...DIRECTOR, norm: "setup.load_approved", closes: "word", place: "load" },
  /** 002 П4 §4.2.2в */
  lesson_timetable: { row: "DL-03", about: "school_year", ...DIRECTOR, norm: "setup.lesson_timetable_approved", closes: "word", place: "timetable" },
  /** 002 П4 §4.2.2в */
  clubs_timetable: { row: "DL-04", about: "school_year", ...DIRECTOR, norm: "setup.clubs_timetable_approved", closes: "word", place: "timetable" },
  /** 002 П4 §4.2.2г */
  tariffication: {
    row: "DL-05",
    about: "school_year",
    ...DIRECTOR,
    norm: "curriculum.tariffication_by",
    closes: "evidence",
    place: "curriculum",
    onlyByAct: true,
  },
  /** 002 П2 §2.6-2.7 */
  administrator_informed: {
    row: "DL-06",
    about: "school_year",
    owner: ["deputy_studies", "director"],
    controller: "director",
    norm: "setup.info_to_administrator",
    closes: "word",
    place: null,
  },
  /** Sections and settings of the journal stand; what does not is named (002 П2 §2.8, 001 §2.2). */
  journal_formed: { row: "DL-07", about: "school_year", ...ADMINISTRATOR, norm: "setup.ready_by", closes: "evidence", place: "timetable" },
  /** Every page has its lesson plan (004 §4.9.3). */
  plans_checked: { row: "DL-09", about: "school_year", ...DEPUTY, norm: "plan.deputy_check_due", closes: "evidence", place: "plans" },
  /** 003 §3-1 */
  roster_deputy: { row: "DL-11", about: "school_year", ...DEPUTY, norm: "contingent.roster_check", closes: "word", place: null },
  /** 003 §3-2 */
  school_activity: { row: "DL-19", about: "school_week", ...DEPUTY, norm: "activity.deputy", closes: "word", place: "attendance" },
  /** 001 §2.4 */
  department_report: { row: "DL-27", about: "department_month", ...HEAD, norm: "reports.department_timeliness", closes: "word", place: null },
  /** 001 §2.3 */
  department_check: { row: "DL-28", about: "department_day", ...HEAD, norm: "control.department", closes: "evidence", place: "inspections" },
  /** 001 §2.3, 003 §3-3 */
  deputy_check: { row: "DL-28", about: "school_month", ...DEPUTY, norm: "control.deputy", closes: "evidence", place: "inspections" },
  /** 004 §4.8.2 */
  director_check: { row: "DL-28", about: "school_period", ...DIRECTOR, norm: "control.director", closes: "evidence", place: "inspections" },
  /** 002 П4 §4.2.2, 003 §4-3 */
  teachers_work_month: {
    row: "DL-29",
    about: "school_month",
    owner: { byNorm: "reports.teachers_work_by" },
    controller: "director",
    norm: "reports.teachers_work_month",
    closes: "word",
    place: "control",
  },
  teachers_work_period: {
    row: "DL-29",
    about: "school_period",
    owner: { byNorm: "reports.teachers_work_by" },
    controller: "director",
    norm: "reports.teachers_work_period",
    closes: "word",
    place: "control",
  },
  /** 002 П4 §4.1 */
  activity_report: {
    row: "DL-30",
    about: "school_period",
    owner: ["journal_admin", "deputy_studies"],
    controller: "director",
    norm: "reports.activity",
    closes: "word",
    place: null,
    ofYear: true,
  },
  /** 002 П4 §4.2 */
  filling_report: {
    row: "DL-31",
    about: "school_month",
    owner: ["journal_admin", "deputy_studies"],
    controller: "director",
    norm: "reports.filling_and_accumulation",
    closes: "word",
    place: "control",
  },
  filling_year_report: {
    row: "DL-31",
    about: "school_year",
    owner: ["journal_admin", "deputy_studies"],
    controller: "director",
    norm: "reports.filling_year",
    closes: "word",
    place: "control",
  },
  /** 002 П4 §4.3 */
  school_progress_report: {
    row: "DL-32",
    about: "school_period",
    ...DEPUTY,
    norm: "reports.progress_and_attendance",
    closes: "word",
    place: "results",
    ofYear: true,
  },
  /** 003 §3-4 */
  reports_archived: { row: "DL-33", about: "school_period", ...DEPUTY, norm: "reports.accepted_and_archived", closes: "word", place: null },
  /** A substitution that is registered opens the page to the substitute by itself (002 П2 §2.15). */
  substitute_access: { row: "DL-37", about: "program", ...DEPUTY, norm: "timetable.substitution_window", closes: "evidence", place: null },
  /** 002 П2 §3.2 */
  period_files: { row: "DL-38", about: "school_period", ...ADMINISTRATOR, norm: "archive.period_files", closes: "word", place: null, ofYear: true },
  /** 002 П2 §3.2 */
  files_checked: { row: "DL-39", about: "done_duty", from: "period_files", ...DEPUTY, norm: "archive.deputy_check", closes: "word", place: null },
  /** 002 П2 §3.4 */
  journal_printed: {
    row: "DL-41",
    about: "school_year",
    owner: ["secretary", "director"],
    controller: "director",
    norm: "archive.print",
    closes: "word",
    place: null,
  },
  /** 003 §4-6 */
  external_disk: { row: "DL-43", about: "school_period", ...ADMINISTRATOR, norm: "archive.external_disk", closes: "word", place: null },
  /** 002 П6 8 */
  staff_consents: {
    row: "DL-46",
    about: "school_year",
    owner: ["director", "journal_admin"],
    controller: "director",
    norm: "consents.staff_due",
    closes: "word",
    place: null,
  },
  /** 002 П1 13 */
  implementation_report: { row: "DL-49", about: "school_half_year", ...DEPUTY, norm: "reports.implementation", closes: "word", place: null },
  /** 002 П6 19 */
  test_mode_analysis: { row: "DL-50", about: "school_month", ...DIRECTOR, norm: "working_group.analysis", closes: "word", place: null },
  /** 003 §4-1 */
  changes_watched: { row: "DL-51", about: "school_day", ...ADMINISTRATOR, norm: "timetable.changes_watched", closes: "word", place: "timetable" },
  /** 002 П6 13 */
  start_told: { row: "DL-52", about: "school_year", ...DIRECTOR, norm: "service.start_told", closes: "word", place: null },
  /** 002 П6 2 */
  acts_on_site: { row: "DL-53", about: "school_year", ...DIRECTOR, norm: "documents.acts_on_site", closes: "word", place: null },
  /** 002 П6 3 */
  new_acts_on_site: { row: "DL-53", about: "school_year", ...DIRECTOR, norm: "documents.new_acts_on_site", closes: "word", place: null },
  /** 002 П1 9, 000 §5.1 */
  staff_trained: { row: "DL-54", about: "school_year", ...ADMINISTRATOR, norm: "training.staff", closes: "word", place: null },
  /** 002 П6 7 */
  staff_trained_before_year: { row: "DL-54", about: "school_year", ...DEPUTY, norm: "training.staff_before_year", closes: "word", place: null },
  /** 002 П1 10, 000 §5.1 */
  parents_trained: { row: "DL-54", about: "school_year", ...DEPUTY, norm: "training.parents", closes: "word", place: null },
} as const satisfies Record<string, DutyKind>;
