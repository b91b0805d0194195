import type { Transaction } from "../../foundation/database.ts";
import { addWorkTypes, bringNotes } from "../../journal/server/door.ts";
import { bringControlWorks } from "../../planning/server/door.ts";
import type { BroughtWork } from "../../planning/server/door.ts";
import { lessonsBetween } from "../../timetable/server/door.ts";
import type { DatedLessonRow } from "../../timetable/server/door.ts";
import type { Built } from "./build-school.ts";
import { Columns } from "./columns.ts";
import { curriculumOf } from "./curriculum.ts";
import { isWrittenByAll, workOf } from "./works.ru.ts";

const MINUTES = 45;

/** Plans the year's works that whole classes write: those that are written already, and those ahead with their columns. */
export async function planWorks(tx: Transaction, { schoolId, calendar, pages, teaching, heads }: Built, now: Date): Promise<void> {
  const types = await addWorkTypes(tx, schoolId, []);
  const facts = new Map(
    pages.map((page) => {
      const { gradeLevel } = teaching.classes[page.classNo]!;
      const { subject } = curriculumOf(gradeLevel).find((s) => s.subject.name === page.subject)!;
      return [page.pageId, { subject, gradeLevel, wholeClass: page.part === 0, n: 0 }];
    }),
  );
  const works: BroughtWork[] = [];
  const ahead = new Columns();
  for (const lesson of await lessonsBetween(tx, schoolId, calendar.startsOn, calendar.endsOn)) {
    const page = facts.get(lesson.pageId);
    if (lesson.cancelled || !page) continue;
    const code = workOf(page.subject, page.gradeLevel, page.n++);
    if (code === null || !isWrittenByAll(code)) continue;
    works.push(workOn(lesson, types.get(code)!, page.wholeClass));
    ahead.note(lesson, heads.deputy, types.get(code)!, false, now, null, null);
  }
  await bringControlWorks(tx, schoolId, works, now);
  await bringNotes(tx, schoolId, ahead.notes);
}

const workOn = ({ pageId, lessonId, day, teacherId }: DatedLessonRow, workType: number, wholeClass: boolean): BroughtWork => ({
  pageId,
  lessonId,
  day,
  workType,
  minutes: MINUTES,
  wholeClass,
  setBy: teacherId,
});
