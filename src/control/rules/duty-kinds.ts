import type { Role } from "../../access/rules/roles.ts";
import type { NormCode } from "../../regulation/rules/norms.ts";

/**
 * A kind of duty, declared: by which norm it is due, who controls it, where it is done. Who owes it, about what and whether it is done
 * is answered by the query of `about` (server/open-duties.ts); the clause comes with the norm.
 */
export type DutyKind = {
  /** The row of the calendar of obligations. */
  readonly row: string;
  /** What the duty is about: one query finds all open duties about it. */
  readonly about: "lesson";
  /** Its deadline, in force on the day of the fact. */
  readonly norm: NormCode;
  readonly controller: Role;
};

/** Every kind of duty that Parta computes. A new kind is a line here, its evidence a column of the query of what it is about. */
export const DUTY_KINDS = {
  /** The topic of a held lesson (001 §1.12, 002 П4 §4.2.4а, 003 §2-2, 004 §4.14.2). */
  lesson_entry: { row: "DL-13", about: "lesson", norm: "lesson.entry", controller: "deputy_studies" },
  /** Homework, or the record that nothing is set (002 П2 §2.10, 003 §2-3, 004 §5.2). */
  homework: { row: "DL-16", about: "lesson", norm: "homework.entry", controller: "deputy_studies" },
} as const satisfies Record<string, DutyKind>;

export type DutyCode = keyof typeof DUTY_KINDS;
