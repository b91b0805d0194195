import type { JournalKind } from "../../regulation/rules/journal-kinds.ts";

/** The documents that a teacher keeps, and no others: the first three are of pages, the plan is the homeroom teacher's, a pupil's characteristic is written when asked for. */
export const TEACHER_DOCUMENTS = ["programme", "journal", "extracurricular_journal", "upbringing_plan", "characteristic"] as const;
export type TeacherDocument = (typeof TEACHER_DOCUMENTS)[number];

export type KeptPage = { readonly pageId: number; readonly kind: JournalKind; readonly hasProgramme: boolean };
export type KeptDocument = {
  readonly document: TeacherDocument;
  /** The pages it is kept for. */
  readonly pages: readonly number[];
  /** Those of them that lack it; a journal is never lacking, its page is there. */
  readonly missing: readonly number[];
};

/** What a person with these pages keeps. A course of extracurricular activities has a journal of its own, with marks or without (000 §11). */
export function documentsOf(pages: readonly KeptPage[], isHomeroom: boolean): KeptDocument[] {
  const idsOf = (some: readonly KeptPage[]) => some.map((page) => page.pageId);
  const courses = pages.filter((page) => page.kind === "extracurricular");
  const lessons = pages.filter((page) => page.kind !== "extracurricular");
  const kept: KeptDocument[] = [];
  if (pages.length > 0) kept.push({ document: "programme", pages: idsOf(pages), missing: idsOf(pages.filter((page) => !page.hasProgramme)) });
  if (lessons.length > 0) kept.push({ document: "journal", pages: idsOf(lessons), missing: [] });
  if (courses.length > 0) kept.push({ document: "extracurricular_journal", pages: idsOf(courses), missing: [] });
  if (isHomeroom) kept.push({ document: "upbringing_plan", pages: [], missing: [] });
  if (kept.length > 0) kept.push({ document: "characteristic", pages: [], missing: [] });
  return kept;
}
