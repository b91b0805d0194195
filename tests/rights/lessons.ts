import { lessonHintsRoute } from "../../src/journal/contract/lesson-hints.ts";
import { attachFileRoute, attachLinkRoute, readAttachmentRoute, removeAttachmentRoute } from "../../src/journal/contract/attachments.ts";
import { lessonRecordsRoute } from "../../src/journal/contract/lesson-records.ts";
import { classHomeworkRoute, unwrittenLessonsRoute } from "../../src/journal/contract/lesson-check.ts";
import { setPupilNoteRoute } from "../../src/journal/contract/set-pupil-note.ts";
import { lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

/** Lessons, their homework and what is attached to them. */
export const LESSON_CASES: readonly Case[] = [
  { route: lessonHintsRoute, may: ["director", "deputy", "admin", "homeroom", "teacher"], rows: true, input: (s) => ({ params: lessonOf(s) }) },
  { route: attachLinkRoute, may: ["teacher"], rows: true, input: (s) => ({ params: lessonOf(s), body: { address: "https://resh.edu.ru/" } }) },
  { route: removeAttachmentRoute, may: ["teacher"], rows: true, input: (s) => ({ params: { ...lessonOf(s), attachmentId: 1 } }) },
  {
    route: lessonRecordsRoute,
    may: ["director", "deputy", "admin", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { pageId: s.page.pageId } }),
  },
  {
    route: classHomeworkRoute,
    may: ["director", "deputy", "homeroom"],
    rows: true,
    input: (s) => ({ params: { classId: s.classA.classId } }),
  },
  { route: unwrittenLessonsRoute, may: ["director", "deputy", "teacher", "secondTeacher"], rows: false },
  {
    route: setPupilNoteRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] }, body: { comment: "Молодец", expectedVersion: n } }),
  },
];

/** A file is sent and given out as it is. */
export const LESSONS_ELSEWHERE: Record<string, string> = {
  [attachFileRoute.operationId]: "tests/journeys/files-of-homework.test.ts",
  [readAttachmentRoute.operationId]: "tests/journeys/files-of-homework.test.ts",
};
