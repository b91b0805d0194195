import type { Refusal } from "../../foundation/failure.ts";
import type { JournalKind, KindNorm, Uses } from "../../regulation/rules/journal-kinds.ts";

/** What is known of a page when it is asked what it is made of. */
export type PageKindFacts = {
  journalKind: JournalKind;
  /** The norm of the kind in force on the day. */
  kindNorm: KindNorm | null;
  /** The page's own word on marks (an association may switch them on); null as the kind. */
  usesMarks: boolean | null;
  /** The grade works without marks by the norm (`marks.unmarked_grades`). */
  unmarked: boolean;
};

/** What a page is made of: as its kind says, marks by the page's own word, and none in a grade that works without them (001 §5.3). */
export function usesOf({ kindNorm, usesMarks, unmarked }: PageKindFacts & { kindNorm: KindNorm }): Uses {
  const { attendance, homework, topics } = kindNorm;
  return { marks: (usesMarks ?? kindNorm.marks) && !unmarked, attendance, homework, topics };
}

export type Part = keyof Uses;
export type PartRefusal = Refusal<"timetable.part_not_used">;

/** Why a part of the journal may not be written on such a page, or null. Clearing what once stood there is always open: the caller asks only for what is put. */
export function refusalOfPart(facts: PageKindFacts, part: Part): PartRefusal | null {
  if (facts.kindNorm === null || usesOf({ ...facts, kindNorm: facts.kindNorm })[part]) return null;
  const unmarked = part === "marks" && facts.unmarked;
  return { code: "timetable.part_not_used", facts: { part, kind: facts.journalKind, unmarked } };
}
