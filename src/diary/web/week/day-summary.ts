import { absenceKind } from "../../../attendance/rules/absence-kind.ts";
import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import type { DiaryMark } from "../../contract/diary-week.ts";
import type { Static } from "typebox";
import type { Lesson } from "./week-days.ts";

export type DaySummary = { readonly marks: readonly string[]; readonly absences: readonly Exclude<AbsenceKind, "none">[] };

/** What stands under the day's number: its marks in the order of the lessons, and its absences. */
export function daySummary(lessons: readonly Lesson[]): DaySummary {
  const held = lessons.filter((l) => !l.cancelled);
  return {
    marks: held.flatMap((l) => l.marks.map((m) => m.mark)),
    absences: held.flatMap((l) => {
      const kind = absenceKind(l.absence);
      return kind === "none" ? [] : [kind];
    }),
  };
}

/** The works of a cell's marks, each once, in order: one caption for two marks of one dictation. */
export function worksOf(marks: readonly Static<typeof DiaryMark>[]): readonly { readonly workType: string; readonly weight: number }[] {
  const works: { workType: string; weight: number }[] = [];
  for (const { workType, weight } of marks) {
    if (workType === "" && weight === 1) continue;
    if (!works.some((w) => w.workType === workType && w.weight === weight)) works.push({ workType, weight });
  }
  return works;
}
