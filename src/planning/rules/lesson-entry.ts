import { momentOfEntry } from "../../regulation/rules/entry-moment.ts";
import type { EntryCounts } from "../../regulation/rules/entry-moment.ts";
import { substitutionDays } from "../../regulation/rules/substitution-window.ts";
import type { SubstitutionWindow } from "../../regulation/rules/substitution-window.ts";
import { kindNorm } from "../../regulation/rules/journal-kinds.ts";
import { dueAt } from "../../regulation/rules/deadline.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Refusal } from "../../foundation/failure.ts";
import type { PageKindFacts } from "../../timetable/rules/page-uses.ts";
import { refusalOfClosed } from "./closed-term.ts";
import type { Closing } from "./closed-term.ts";

/** What a verb has to know of a lesson before it writes to it, and the norms in force on the lesson's day. */
export type LessonFacts = PageKindFacts & {
  lessonDay: LocalDate;
  cancelled: boolean;
  groupId: number;
  /** The person teaches the page today by the load. */
  teachesPage: boolean;
  /** The person was named substitute of this very lesson. */
  substitutes: boolean;
  classDayEnds: string | null;
  /** `lesson.entry` */
  lessonEntry: string;
  /** `lesson.entry_counts`; where the school has none, the arrival counts. */
  entryCounts?: EntryCounts | null;
  /** `timetable.substitution_window` */
  window: SubstitutionWindow;
  /** `marks.unmarked_grades` */
  unmarkedGrades: number[];
  /** `corrections.reason_after` */
  reasonAfter: string;
  /** The closing of the lesson's term on this page; null while it is open. */
  closing: Closing | null;
};

export type EntryRefusal = Refusal<
  "timetable.lesson_cancelled" | "timetable.lesson_not_held_yet" | "timetable.substitution_window_over" | "planning.term_closed"
>;

/**
 * Why nothing may be written to a lesson today, or null.
 *
 * A cancelled lesson demands and takes nothing (002 П2 §2.15). Facts of the lesson (`held`) wait for its day; topic and homework may be written ahead.
 * A closed term takes no facts of its lessons until a deputy opens it again (002 П2 §2.12, 2.16); topics are no part of the attestation.
 * A substitute writes from the first to the last day of the window, both inclusive; the page's own teacher is not bound by it.
 */
export function refusalToWrite(f: LessonFacts, today: LocalDate, what: "held" | "ahead"): EntryRefusal | null {
  if (f.cancelled) return { code: "timetable.lesson_cancelled", facts: { lessonDay: f.lessonDay } };
  if (what === "held" && f.lessonDay > today) return { code: "timetable.lesson_not_held_yet", facts: { lessonDay: f.lessonDay } };
  if (!f.teachesPage && f.substitutes) {
    const { from, to } = substitutionDays(f.window, f.lessonDay);
    if (today < from || today > to) return { code: "timetable.substitution_window_over", facts: { from, to } };
  }
  return what === "held" ? refusalOfClosed(f.closing, today) : null;
}

/** The norms that every entry to a lesson is judged by, named as `demandNorms` wants them. */
export const normsOfLesson = (f: LessonFacts) => ({
  "lesson.entry": f.lessonEntry,
  "timetable.substitution_window": f.window,
  "marks.unmarked_grades": f.unmarkedGrades,
  "corrections.reason_after": f.reasonAfter,
  [kindNorm(f.journalKind)]: f.kindNorm,
});

/**
 * Whether an entry that arrives now comes after its term, by the norm in force on the lesson's day. `entered` is when it was written down on a device
 * without network, null when it came at once.
 */
export function isLate(f: LessonFacts, now: Date, timezone: string, entered: Date | null = null): boolean {
  return momentOfEntry(f.entryCounts, now, entered) > dueAt(f.lessonEntry, { lessonDay: f.lessonDay, classDayEnds: f.classDayEnds, timezone });
}
