import { noteChange, noteIn } from "./lesson-note.ts";
import type { LessonNote } from "./lesson-note.ts";

/** A change as the list of one's own day tells it. */
export type OwnChange = { readonly act: string; readonly before: unknown; readonly after: unknown; readonly standing: unknown };

/** Acts whose values can be written back by the same verb. */
const BY_VALUE = ["journal.mark.set", "journal.term_mark.set", "attendance.absence.set"];

const noteOf = (value: unknown): LessonNote => noteIn(value ?? {});

/** The fields of a lesson's record that a change replaced, with the values before it: what an undo writes. */
export const notesBefore = ({ before, after }: Pick<OwnChange, "before" | "after">): Partial<LessonNote> => noteChange(noteOf(after), noteOf(before));

/**
 * What became of a change since: it `stands` and may be undone, somebody (or the person) `changed` the place since and nothing is written over it,
 * or it is `other`, a change that is corrected where it was made.
 */
export function stateOfChange(c: OwnChange): "stands" | "changed" | "other" {
  if (BY_VALUE.includes(c.act)) return (c.standing ?? emptyOf(c.act)) === (c.after ?? emptyOf(c.act)) ? "stands" : "changed";
  if (c.act !== "journal.lesson.set") return "other";
  const [standing, after] = [noteOf(c.standing), noteOf(c.after)];
  const touched = Object.keys(notesBefore(c)) as (keyof LessonNote)[];
  return touched.every((field) => standing[field] === after[field]) ? "stands" : "changed";
}

const emptyOf = (act: string): unknown => (act === "attendance.absence.set" ? "none" : null);
