import { absenceKind } from "../../../attendance/rules/absence-kind.ts";
import { ABSENCE_SIGNS } from "../words.ru.ts";
import type { Page } from "../grid/page-model.ts";

type Lesson = Page["lessons"][number];

/** How many lessons stand side by side on a printed sheet. */
const SHEET = 28;

/** Lessons in their order, cut into sheets of paper; a page without lessons is one empty sheet. */
export function sheetsOf(lessons: readonly Lesson[]): Lesson[][] {
  const sheets: Lesson[][] = [];
  for (let at = 0; at < lessons.length; at += SHEET) sheets.push(lessons.slice(at, at + SHEET));
  return sheets.length === 0 ? [[]] : sheets;
}

/** What a cell of the printed grid writes: presence and marks, as in the paper journal. */
export function cellsOf(page: Page): (pupil: number, lesson: number) => string {
  const marks = Map.groupBy(
    page.marks.filter((m) => m.mark !== null),
    (m) => `${m.pupil} ${m.lesson}`,
  );
  const absences = new Map(page.absences.map((a) => [`${a.pupil} ${a.lesson}`, absenceKind(a.kind)]));
  return (pupil, lesson) => {
    const kind = absences.get(`${pupil} ${lesson}`) ?? "none";
    const tokens = (marks.get(`${pupil} ${lesson}`) ?? []).toSorted((a, b) => a.work - b.work).map((m) => m.mark);
    return [kind === "none" ? "" : ABSENCE_SIGNS[kind], ...tokens].filter(Boolean).join(" ");
  };
}
