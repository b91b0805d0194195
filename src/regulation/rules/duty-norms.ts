import Type from "typebox";
import { parseDeadline } from "./deadline/notation.ts";

/** What a school writes whose regulation asks for no such thing: the duty does not exist there. */
export const NO_DUTY = "none";

/** `year_start - 3d`, `09-05`, `month+1:10`, `3wd`, `week_end`: what rules/deadline/notation.ts reads, or `none` */
const Term = Type.Refine(Type.String({ maxLength: 40 }), (text) => text === NO_DUTY || parseDeadline(text) !== null);
const term = (meaning: string) => ({ meaning: `until when ${meaning}; none: the school does not ask for it`, unit: "deadline", shape: Term }) as const;

/** Terms of the calendar of obligations that no other norm holds. Each of them makes a duty, or none. */
export const DUTY_NORMS = {
  "setup.info_to_administrator": term("the administrator is given what the journal is formed from"),
  "setup.ready_by": term("all sections and settings of the journal are formed"),
  "setup.load_approved": term("the director approves the teaching load of the year"),
  "setup.lesson_timetable_approved": term("the director approves the timetable of lessons"),
  "setup.clubs_timetable_approved": term("the director approves the timetable of clubs and sections"),
  "plan.deputy_check_due": term("the deputy checks that every page has its lesson plan"),
  "controlworks.schedule_due": term("a page has its schedule of control works"),
  "contingent.roster_check": term("the lists of classes are compared with those of the school"),
  "contingent.data_check": term("changes of the data of pupils and parents are checked, every month"),
  "contingent.newcomer_codes": term("a new pupil has an access code and groups, from admission"),
  "contingent.dismissal_act": term("the act of dismissal is issued, from the application for a transfer"),
  "activity.homeroom": term("the homeroom teacher looks through the activity of the class's families, every week"),
  "activity.deputy": term("the deputy looks through the activity of users, every week"),
  "informing_parents.every": term("the parents of a class are informed by reports, from the time before"),
  "control.homeroom": term("the homeroom teacher checks what subject teachers wrote, every week"),
  "control.department": term("the head of a department checks the journals, every day"),
  "control.deputy": term("the deputy checks the journals, every month"),
  "control.director": term("the director checks the journals, every term"),
  "reports.homeroom_preliminary": term("the homeroom teacher hands in the preliminary report of a term"),
  "reports.homeroom_period": term("the homeroom teacher hands in the report of a term"),
  "reports.teacher_programme_and_quality": term("a teacher hands in the report on programme and quality of a term or year"),
  "reports.department_timeliness": term("the head of a department reports the timeliness of a month"),
  "reports.teachers_work_month": term("teachers' work with the journal is reported, every month"),
  "reports.teachers_work_period": term("teachers' work with the journal is reported, every term"),
  "reports.activity": term("the activity of users is reported, every term and year"),
  "reports.filling_and_accumulation": term("filling and accumulation are reported, every month"),
  "reports.filling_year": term("filling and accumulation of the year are reported"),
  "reports.progress_and_attendance": term("progress and attendance are reported, every term and year"),
  "reports.accepted_and_archived": term("the deputy accepts and archives the reports of a term"),
  "reports.implementation": term("the implementation is reported, every half-year"),
  "working_group.analysis": term("the work with the journal in test mode is analysed, every month"),
  "timetable.changes_watched": term("changes of the timetable and the health of the service are looked at, every day"),
  "service.access_term": term("the diary is opened on a request, from its registration"),
  "service.update_outer_limit": term("data given for the diary stand in it, from their day"),
  "service.written_answer": term("a written enquiry is answered, from its registration"),
  "service.start_told": term("families are told that the electronic services begin"),
  "archive.period_files": term("files of class journals are formed after a term"),
  "archive.deputy_check": term("the deputy checks the files, from their forming"),
  "archive.graduates_final": term("the final archive of the graduating grades is made"),
  "archive.print": term("the journal is printed, stitched and certified"),
  "archive.summary_sheet_transfer": term("the summary sheet goes to the archive, from the close of the class's year"),
  "archive.external_disk": term("journal data are copied to the external disk, every term"),
  "security.compromise_report": term("a breach of credentials is reported, from learning of it"),
  "security.leak_notice": term("the authority is told of a leak, from its discovery"),
  "security.leak_inquiry": term("the authority is told the result of the inquiry of a leak, from its discovery"),
  "consents.parents_due": term("parents' consents to the processing of personal data are obtained"),
  "consents.staff_due": term("consents of the staff are obtained"),
  "identity.parent_logins_due": term("parents have their logins"),
  "documents.acts_on_site": term("the package of local acts is on the school's site"),
  "documents.new_acts_on_site": term("new regulations of the journal are on the school's site"),
  "training.staff": term("the staff is trained"),
  "training.staff_before_year": term("the staff is trained on the school's own base before the year"),
  "training.parents": term("parents are trained"),
  "reports.teachers_work_by": {
    meaning: "whose role reports teachers' work with the journal",
    unit: "role",
    shape: Type.Union([Type.Literal("deputy_studies"), Type.Literal("journal_admin")]),
  },
  "duties.shown_ahead": {
    meaning: "how long before its term a duty is shown to who owes it",
    unit: "days",
    shape: Type.Integer({ minimum: 1, maximum: 60 }),
  },
} as const;
