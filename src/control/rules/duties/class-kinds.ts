import type { DutyKind } from "./duty-kind.ts";

const LEADS = { owner: "own", controller: "deputy_studies" } as const;

/** What who leads a class owes. */
export const CLASS_KINDS = {
  /** The list of the class is compared (003 §1-1). */
  roster_homeroom: { row: "DL-11", about: "class_year", ...LEADS, norm: "contingent.roster_check", closes: "word", place: "my_class" },
  /** Changes of the data of pupils and parents are checked (000 §9.2, 002 П4 §4.2.5а). */
  data_check: { row: "DL-12", about: "class_month", ...LEADS, norm: "contingent.data_check", closes: "word", place: "my_class" },
  /** Reasons of absence (002 П2 §2.14, 003 §1-4, 004 §4.13.7). */
  absence_reasons: { row: "DL-17", about: "absences", ...LEADS, norm: "attendance.reason_due", closes: "evidence", place: "my_class" },
  /** Filling by subject teachers is controlled (004 §4.13.3). */
  homeroom_control: { row: "DL-18", about: "class_week", ...LEADS, norm: "control.homeroom", closes: "evidence", place: "inspections" },
  /** The activity of users is looked through (003 §1-6). */
  class_activity: { row: "DL-19", about: "class_week", ...LEADS, norm: "activity.homeroom", closes: "word", place: "my_class" },
  /** Parents are informed by reports (003 §1-5). */
  parents_informed: { row: "DL-20", about: "class_turn", ...LEADS, norm: "informing_parents.every", closes: "word", place: "my_class" },
  /** The plan of events with the class (003 §1-7). */
  class_events: { row: "DL-21", about: "class_month", ...LEADS, norm: "plan.class_events_due", closes: "evidence", place: "plans", onlyByAct: true },
  /** The preliminary report (002 П4 §4.2.5в, 003 §1-8). */
  preliminary_report: { row: "DL-22", about: "class_period", ...LEADS, norm: "reports.homeroom_preliminary", closes: "word", place: "results" },
  /** The report of a term; done when it is accepted (002 П4 §4.2.5г, 003 §1-8, 004 §4.7.3). */
  period_report: { row: "DL-23", about: "class_period", ...LEADS, norm: "reports.homeroom_period", closes: "acceptance", place: "results" },
  /** The report on progress and attendance (002 П4 §4.3). */
  class_progress_report: {
    row: "DL-32",
    about: "class_period",
    ...LEADS,
    norm: "reports.progress_and_attendance",
    closes: "word",
    place: "results",
    ofYear: true,
  },
  /** A new pupil has an access code and groups (002 П2 §2.14). */
  newcomer: { row: "DL-34", about: "newcomer", ...LEADS, norm: "contingent.newcomer_codes", closes: "either", place: "my_class" },
  /** Consents of parents (002 П6 §14). */
  parent_consents: { row: "DL-46", about: "class_year", ...LEADS, norm: "consents.parents_due", closes: "word", place: "my_class" },
  /** Parents have logins (002 П6 §15): closes when every pupil has a parent with one. */
  parent_logins: { row: "DL-47", about: "class_year", ...LEADS, norm: "identity.parent_logins_due", closes: "either", place: "my_class" },
  /** Parents of the class are told that the electronic services begin (002 П6 §13). */
  class_start_told: { row: "DL-52", about: "class_year", ...LEADS, norm: "service.start_told", closes: "word", place: null },
  /** The summary sheet goes to the archive (002 П2 §3.5, 004 §6.2). */
  summary_sheet: {
    row: "DL-42",
    about: "closed_class",
    owner: ["journal_admin", "secretary"],
    controller: "deputy_studies",
    norm: "archive.summary_sheet_transfer",
    closes: "word",
    place: "results",
  },
} as const satisfies Record<string, DutyKind>;
