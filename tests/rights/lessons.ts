import { lessonHintsRoute } from "../../src/journal/contract/lesson-hints.ts";
import { setPupilNoteRoute } from "../../src/journal/contract/set-pupil-note.ts";
import { lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

/** Lessons, their homework and what is attached to them. */
export const LESSON_CASES: readonly Case[] = [
  { route: lessonHintsRoute, may: ["director", "deputy", "admin", "homeroom", "teacher"], rows: true, input: (s) => ({ params: lessonOf(s) }) },
  {
    route: setPupilNoteRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] }, body: { comment: "Молодец", expectedVersion: n } }),
  },
];
