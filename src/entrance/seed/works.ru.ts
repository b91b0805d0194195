import type { Subject } from "./curriculum.ts";

/** What a mark is given for where the lesson has no work of its own. */
export const USUAL_WORK = "УО";
/** Works that the whole class writes, and those that nearly everybody gets a mark for. */
const WRITTEN_BY_ALL = new Set(["КР", "Д", "Сч"]);
const EXPERIMENTS = new Set(["Физика", "Химия", "Биология"]);

/** Whether the whole class writes a work of the code at once. */
export const isWrittenByAll = (code: string): boolean => WRITTEN_BY_ALL.has(code);

/** The code of the work of the n-th lesson of a page, null for the usual oral answers. */
export function workOf(subject: Pick<Subject, "name" | "homework">, gradeLevel: number, n: number): string | null {
  if (subject.homework < 0.3 || gradeLevel === 1) return n % 9 === 7 ? "ПР" : null;
  if (n % 15 === 13) return subject.name === "Русский язык" ? "Д" : subject.name === "Литература" ? "Сч" : "КР";
  if (n % 15 === 6) return EXPERIMENTS.has(subject.name) ? "ЛР" : "СР";
  return n % 15 === 10 ? "Т" : null;
}

/** Which part of those present gets a mark for a work. */
export function markedShare(work: string): number {
  return WRITTEN_BY_ALL.has(work) ? 0.96 : 0.75;
}
