import type { Lesson, Week } from "../week/week-days.ts";

/** What became different in a lesson between two readings of the same week. */
export type LessonChange = {
  readonly lessonId: number;
  readonly day: string;
  readonly subject: string;
  readonly what: "mark" | "absence" | "homework" | "comment" | "topic" | "timetable";
  /** Marks that were not there before; empty when a mark was only taken away. */
  readonly marks: readonly string[];
  readonly absence: number;
};

const sameMarks = (a: Lesson, b: Lesson) => JSON.stringify(a.marks) === JSON.stringify(b.marks);
const timetableOf = (l: Lesson) => JSON.stringify([l.cancelled, l.substitute, l.movedFrom, l.slot, l.room, l.teacher]);

function newMarks(before: Lesson, after: Lesson): string[] {
  const left = before.marks.map((m) => m.mark);
  return after.marks.flatMap(({ mark }) => {
    const at = left.indexOf(mark);
    if (at < 0) return mark;
    left.splice(at, 1);
    return [];
  });
}

const blank = (text: string | null) => (text ?? "").trim();

const homeworkOf = (l: Lesson) => JSON.stringify([blank(l.homework), blank(l.ownHomework), l.minutes, l.dueOn, l.attachments]);

function changesOf(day: string, before: Lesson, after: Lesson): LessonChange[] {
  const made: LessonChange[] = [];
  const add = (what: LessonChange["what"], marks: readonly string[] = []) =>
    made.push({ lessonId: after.lessonId, day, subject: after.subject, what, marks, absence: after.absence });
  if (!sameMarks(before, after)) add("mark", newMarks(before, after));
  if (before.absence !== after.absence) add("absence");
  if (timetableOf(before) !== timetableOf(after)) add("timetable");
  if (homeworkOf(before) !== homeworkOf(after)) add("homework");
  if (blank(before.comment) !== blank(after.comment)) add("comment");
  if (blank(before.topic) !== blank(after.topic)) add("topic");
  return made;
}

/** Everything that a reader of `before` should notice in `after`; nothing for another week or another child. */
export function weekChanges(before: Week, after: Week): readonly LessonChange[] {
  if (before.monday !== after.monday || before.pupil.pupilId !== after.pupil.pupilId) return [];
  const seen = new Map(before.days.flatMap((d) => d.lessons.map((l) => [l.lessonId, { day: d.day, lesson: l }] as const)));
  return after.days.flatMap(({ day, lessons }) =>
    lessons.flatMap((lesson): LessonChange[] => {
      const was = seen.get(lesson.lessonId);
      if (was === undefined) return [{ lessonId: lesson.lessonId, day, subject: lesson.subject, what: "timetable", marks: [], absence: lesson.absence }];
      const made = changesOf(day, was.lesson, lesson);
      if (was.day !== day && !made.some((c) => c.what === "timetable"))
        return [...made, { lessonId: lesson.lessonId, day, subject: lesson.subject, what: "timetable", marks: [], absence: lesson.absence }];
      return made;
    }),
  );
}
