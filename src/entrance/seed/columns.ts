import type { LocalDate } from "../../foundation/day.ts";
import type { BroughtAbsences } from "../../attendance/server/door.ts";
import type { BroughtMarks, BroughtNotes } from "../../journal/server/door.ts";

type LessonKey = { lessonId: number; pageId: number; day: LocalDate };

/** Rows of a filled journal gathered as columns, in the order in which they were written. */
export class Columns {
  readonly marks: BroughtMarks = { pageId: [], lessonId: [], pupilId: [], day: [], setBy: [], work: [], value: [], workType: [], setAt: [] };
  readonly notes: BroughtNotes & { minutes: (number | null)[] } = {
    pageId: [],
    lessonId: [],
    day: [],
    setBy: [],
    workType: [],
    late: [],
    setAt: [],
    topic: [],
    homework: [],
    minutes: [],
  };
  readonly absences: BroughtAbsences = { pageId: [], lessonId: [], pupilId: [], day: [], setBy: [], kind: [], reason: [], setAt: [] };

  mark(l: LessonKey, pupilId: number, by: number, workType: number, value: number, at: Date): void {
    const m = this.marks;
    m.pageId.push(l.pageId);
    m.lessonId.push(l.lessonId);
    m.pupilId.push(pupilId);
    m.day.push(l.day);
    m.setBy.push(by);
    m.work.push(0);
    m.workType.push(workType);
    m.value.push(value);
    m.setAt.push(at);
  }

  absence(l: LessonKey, pupilId: number, by: number, kind: number, reason: number | null, at: Date): void {
    const a = this.absences;
    a.pageId.push(l.pageId);
    a.lessonId.push(l.lessonId);
    a.pupilId.push(pupilId);
    a.day.push(l.day);
    a.setBy.push(by);
    a.kind.push(kind);
    a.reason.push(reason);
    a.setAt.push(at);
  }

  note(
    l: LessonKey,
    by: number,
    workType: number | null,
    late: boolean,
    at: Date,
    topic: string | null,
    homework: string | null,
    minutes: number | null = null,
  ): void {
    const n = this.notes;
    n.pageId.push(l.pageId);
    n.lessonId.push(l.lessonId);
    n.day.push(l.day);
    n.setBy.push(by);
    n.workType.push(workType);
    n.late.push(late);
    n.setAt.push(at);
    n.topic.push(topic);
    n.homework.push(homework);
    n.minutes.push(minutes);
  }
}
