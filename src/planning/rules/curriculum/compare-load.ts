import type { LocalDate } from "../../../foundation/day.ts";

/** Hours a week of a subject in a grade by the curriculum. */
export type CurriculumLine = { gradeLevel: number; subject: string; weeklyHours: number };
/** A class; `subjects` are those its pupils chose where they study by individual curricula, else null. */
export type LoadClass = { classId: number; name: string; gradeLevel: number; subjects: readonly string[] | null };
/** A page with its load and the first day of it: which classes it is for; `part` names the group that is only a part of a class. */
export type LoadPage = { classIds: readonly number[]; part: string | null; subject: string; weeklyHours: number; since: LocalDate };

/**
 * Where the load of a class is not its curriculum. `outside`: the grade's curriculum has no such subject (002 П2 §2.16);
 * `none`: nobody has the subject; otherwise `short` or `over` by `difference` hours a week.
 */
export type LoadDifference = {
  classId: number;
  className: string;
  gradeLevel: number;
  subject: string;
  part: string | null;
  curriculum: number;
  load: number;
  difference: number;
  since: LocalDate | null;
  kind: "short" | "over" | "none" | "outside";
};
export type ClassSum = { classId: number; name: string; gradeLevel: number; curriculum: number; load: number };

const rounded = (hours: number) => Math.round(hours * 100) / 100;

/** What a pupil of the class has a week in a subject: the hours of the whole class, and for each part of it those together with its own. */
function hoursOf(pages: readonly LoadPage[]): { part: string | null; hours: number }[] {
  const whole = pages.filter((page) => page.part === null).reduce((sum, page) => sum + page.weeklyHours, 0);
  const parts = Map.groupBy(
    pages.filter((page) => page.part !== null),
    (page) => page.part,
  );
  if (parts.size === 0) return [{ part: null, hours: rounded(whole) }];
  return [...parts].map(([part, own]) => ({ part, hours: rounded(whole + own.reduce((sum, page) => sum + page.weeklyHours, 0)) }));
}

/** The load of every class against the curriculum of its grade; a grade without a curriculum is not compared. */
export function compareLoad(
  curriculum: readonly CurriculumLine[],
  classes: readonly LoadClass[],
  pages: readonly LoadPage[],
): { differences: LoadDifference[]; sums: ClassSum[] } {
  const byGrade = Map.groupBy(curriculum, (line) => line.gradeLevel);
  const differences: LoadDifference[] = [];
  const sums: ClassSum[] = [];
  for (const { classId, name: className, gradeLevel, subjects } of classes) {
    const lines = (byGrade.get(gradeLevel) ?? []).filter((line) => subjects === null || subjects.includes(line.subject));
    if (!byGrade.has(gradeLevel)) continue;
    const bySubject = Map.groupBy(
      pages.filter((page) => page.classIds.includes(classId)),
      (page) => page.subject,
    );
    const tell = (subject: string, part: string | null, wanted: number, load: number, kind: LoadDifference["kind"]) => {
      const own = (bySubject.get(subject) ?? []).filter((page) => page.part === null || page.part === part);
      // the last of its lines that came or changed made the difference
      const since =
        own
          .map((page) => page.since)
          .sort()
          .at(-1) ?? null;
      differences.push({ classId, className, gradeLevel, subject, part, curriculum: wanted, load, difference: rounded(load - wanted), since, kind });
    };
    let sum = 0;
    for (const [subject, own] of bySubject) {
      const hours = hoursOf(own);
      sum += Math.max(...hours.map((each) => each.hours));
      const line = lines.find((each) => each.subject === subject);
      for (const { part, hours: load } of hours) {
        if (!line) tell(subject, part, 0, load, "outside");
        else if (load !== line.weeklyHours) tell(subject, part, line.weeklyHours, load, load < line.weeklyHours ? "short" : "over");
      }
    }
    for (const line of lines) if (!bySubject.has(line.subject)) tell(line.subject, null, line.weeklyHours, 0, "none");
    sums.push({ classId, name: className, gradeLevel, curriculum: rounded(lines.reduce((all, line) => all + line.weeklyHours, 0)), load: rounded(sum) });
  }
  return { differences, sums };
}
