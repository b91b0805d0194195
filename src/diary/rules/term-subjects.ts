import type { WeightedMark } from "./average.ts";

export type TermSubject = { readonly subject: string; readonly marks: readonly WeightedMark[]; readonly termMark: string | null };

/**
 * One line per subject for the family: a pupil who went from one subgroup to another has two pages of one subject.
 * Their marks stand together in the order given; the term mark is the last one that was set.
 */
export function termSubjects(pages: readonly TermSubject[]): readonly TermSubject[] {
  const bySubject = new Map<string, TermSubject>();
  for (const page of pages) {
    const had = bySubject.get(page.subject);
    bySubject.set(page.subject, had ? { subject: page.subject, marks: [...had.marks, ...page.marks], termMark: page.termMark ?? had.termMark } : page);
  }
  return [...bySubject.values()];
}
