import type { DutyKind } from "./duty-kind.ts";

const CONTROL = { controller: "deputy_studies" } as const;

/** What who teaches owes. */
export const TEACHING_KINDS = {
  /** The topic of a held lesson (001 §1.12, 002 П4 §4.2.4а, 003 §2-2, 004 §4.14.2). */
  lesson_entry: { row: "DL-13", about: "lesson", owner: "own", norm: "lesson.entry", ...CONTROL, closes: "evidence", place: "lesson" },
  /** Homework, or the record that nothing is set (002 П2 §2.10, 003 §2-3, 004 §5.2). */
  homework: { row: "DL-16", about: "lesson", owner: "own", norm: "homework.entry", ...CONTROL, closes: "evidence", place: "lesson" },
  /** Marks of an oral work that a lesson names: owed until one stands in its column (002 П2 §2.10, 003 §2-3). */
  oral_marks: { row: "DL-14", about: "lesson", owner: "own", norm: "marks.oral_due", ...CONTROL, closes: "evidence", place: "lesson" },
  /** Marks of a written work that a lesson names or the schedule planned (002 П2 §2.10, 003 §2-4, 004 §5.3). */
  written_marks: { row: "DL-15", about: "lesson", owner: "own", norm: "marks.written_due", ...CONTROL, closes: "evidence", place: "lesson" },
  /** Marks of a control or test work (002 П4 §4.2.4в, 004 §4.14.6). */
  control_marks: { row: "DL-15", about: "lesson", owner: "own", norm: "marks.control_due", ...CONTROL, closes: "evidence", place: "lesson" },
  /** Topics and homework of the past month stand (003 §2-8). */
  self_check: {
    row: "DL-26",
    about: "page_month",
    owner: "own",
    norm: "records.self_check_day",
    ...CONTROL,
    closes: "evidence",
    place: "page",
    onlyByAct: true,
  },
  /** The lesson plan of a page (000 §11.1, 004 §4.14.11). */
  lesson_plan: {
    row: "DL-08",
    about: "page_year",
    owner: "own",
    norm: "plan.lesson_plan_due",
    ...CONTROL,
    closes: "evidence",
    place: "plans",
    onlyByAct: true,
  },
  /** The work programme of a page (003 §2-1). */
  work_programme: {
    row: "DL-08",
    about: "page_year",
    owner: "own",
    norm: "plan.work_programmes_due",
    ...CONTROL,
    closes: "evidence",
    place: "plans",
    onlyByAct: true,
  },
  /** The schedule of control works of a page (003 §2-1); a subject without control works is told so by word. */
  control_schedule: { row: "DL-10", about: "page_year", owner: "own", norm: "controlworks.schedule_due", ...CONTROL, closes: "either", place: "control_works" },
  /** Marks of a term (002 П2 §2.12, 003 §2-6, 004 §4.14.9). */
  period_marks: { row: "DL-25", about: "page_period", owner: "own", norm: "period_attestation.due", ...CONTROL, closes: "evidence", place: "results" },
  /** A remark of the deputy, until it is confirmed as fixed (002 П4 §4.2.4д). */
  remark: { row: "DL-45", about: "remark", owner: "own", norm: "remarks.term", ...CONTROL, closes: "evidence", place: "remarks" },
  /** The report on programme and quality (003 §2-9). */
  programme_report: {
    row: "DL-24",
    about: "teacher_period",
    owner: "own",
    norm: "reports.teacher_programme_and_quality",
    ...CONTROL,
    closes: "acceptance",
    place: null,
    ofYear: true,
  },
} as const satisfies Record<string, DutyKind>;
