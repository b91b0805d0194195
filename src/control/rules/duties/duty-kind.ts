import type { Role } from "../../../access/rules/roles.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";

/** What duties are about. One query finds all facts about one of these; months, weeks and terms are made from the calendar. */
export const ABOUTS = [
  "lesson",
  "page_month",
  "absences",
  "page_year",
  "page_period",
  "teacher_period",
  "remark",
  "class_year",
  "class_month",
  "class_week",
  "class_period",
  /** From one time to the next: every so many days. */
  "class_turn",
  /** A class whose year is closed on all its pages. */
  "closed_class",
  "newcomer",
  "department_day",
  "department_month",
  "school_year",
  "school_half_year",
  "school_period",
  "school_month",
  "school_week",
  "school_day",
  /** What the school wrote into the register of things that start a term. */
  "matter",
  /** The word of another duty that was done. */
  "done_duty",
  /** What the program itself does at the moment it is asked: never owed, and told so. */
  "program",
] as const;
export type About = (typeof ABOUTS)[number];

/**
 * How a duty closes: by what stands in the tables of the journal, by the word of who owes it, by whichever comes first, or only when its
 * controller accepts what was handed in.
 */
export type Closing = "evidence" | "word" | "either" | "acceptance";

/** Who owes it: who teaches the lesson, leads the class, is named by the matter; everybody who holds one of the roles; the role a norm names. */
export type Owner = "own" | readonly Role[] | { readonly byNorm: "reports.teachers_work_by" };

/** The screen where the thing is done. */
export type Place =
  | "lesson"
  | "page"
  | "plans"
  | "curriculum"
  | "load"
  | "control_works"
  | "my_class"
  | "results"
  | "remarks"
  | "inspections"
  | "timetable"
  | "control"
  | "attendance"
  | null;

/** A kind of duty, declared. The clause comes with the norm, the words on screen stand on the web floor. */
export type DutyKind = {
  /** The row of the calendar of obligations. */
  readonly row: `DL-${number}`;
  readonly about: About;
  readonly owner: Owner;
  /** Its deadline, in force on the day of the fact. */
  readonly norm: NormCode;
  readonly controller: Role;
  readonly closes: Closing;
  readonly place: Place;
  /** Of `matter` and `done_duty`: which thing or which duty starts it. */
  readonly from?: string;
  /** Owed only where an act of the school asks for it: a value that the product chose for a silent school makes no duty. */
  readonly onlyByAct?: boolean;
  /** Of terms: owed of the whole year as well. */
  readonly ofYear?: boolean;
};
