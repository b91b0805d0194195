import { bellsRoute, chooseBellsRoute, setBellsRoute } from "../../src/timetable/contract/bells.ts";
import { freePlacesRoute, moveLessonRoute } from "../../src/timetable/contract/move-lesson.ts";
import { saveWeekRoute, schoolWeekRoute } from "../../src/timetable/contract/school-week.ts";
import { setLongHomeworkRoute } from "../../src/timetable/contract/set-subject.ts";
import { lessonsToTakeRoute, takeLessonRoute } from "../../src/timetable/contract/take-lesson.ts";
import { plusDays } from "../../src/foundation/day.ts";
import type { MadeSchool } from "../builders/school.ts";
import { lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

/** Every variant of the bells added has a name of its own. */
let added = 0;

/** The week of `otherPage`, which no other case changes. */
const weekOf = (s: MadeSchool) => [1, 2, 2, 3, 1].map((slot, i) => ({ teacherId: s.otherPage.teacherId, roomId: null, weekday: i + 1, slot, parity: 0 }));

/** Of the timetable of the week. */
export const TIMETABLE_WEEK_CASES: readonly Case[] = [
  {
    route: schoolWeekRoute,
    may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"],
    rows: false,
    input: (s) => ({ params: { day: s.today } }),
  },
  {
    route: saveWeekRoute,
    may: ["admin"],
    rows: true,
    input: (s) => ({ params: { day: plusDays(s.today, 5) }, body: { pages: [{ pageId: s.otherPage.pageId, seen: weekOf(s), lessons: weekOf(s) }] } }),
  },
  { route: bellsRoute, may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"], rows: false },
  {
    route: setBellsRoute,
    may: ["admin"],
    rows: false,
    input: () => ({ body: { bellScheduleId: null, name: `Звонки ${++added}`, seen: [], slots: [{ shift: 1, slot: 1, starts: "08:30", ends: "09:10" }] } }),
  },
  { route: chooseBellsRoute, may: ["admin"], rows: false, input: (s) => ({ params: { day: plusDays(s.today, 7) }, body: { bellScheduleId: null } }) },
  { route: freePlacesRoute, may: ["deputy"], rows: true, input: (s) => ({ params: { ...lessonOf(s), day: plusDays(s.today, 1) } }) },
  {
    route: moveLessonRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => {
      const lesson = s.page.lessons[50]!;
      return { params: { pageId: s.page.pageId, lessonId: lesson.lessonId }, body: { day: lesson.day, slot: 6, expectedVersion: 1 } };
    },
  },
  // in Stakhanovo the deputy registers substitutions, so nobody takes a lesson; the school where a teacher does stands in src/journal/server/week/take-lesson.test.ts
  { route: lessonsToTakeRoute, may: [], rows: false },
  { route: takeLessonRoute, may: [], rows: true, input: (s) => ({ params: lessonOf(s), body: { as: "substitution", expectedVersion: 1 } }) },
  { route: setLongHomeworkRoute, may: ["admin"], rows: true, input: (s) => ({ params: { subjectId: s.mathematics }, body: { longHomework: true } }) },
];
