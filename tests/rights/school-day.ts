import { listSessionsRoute } from "../../src/access/contract/sign-in.ts";
import { addReasonRoute } from "../../src/attendance/contract/add-reason.ts";
import { classAttendanceRoute, classesRoute } from "../../src/attendance/contract/class-attendance.ts";
import { setAbsenceReasonRoute } from "../../src/attendance/contract/set-absence-reason.ts";
import { setAbsenceSpanRoute } from "../../src/attendance/contract/set-absence-span.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { cellHistoryRoute, setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { nearDaysRoute } from "../../src/journal/contract/near-days.ts";
import { meRoute } from "../../src/people/contract/me.ts";
import { changeLessonRoute, swapLessonsRoute } from "../../src/timetable/contract/change-lesson.ts";
import { lessonsOfDayRoute, substitutesForRoute } from "../../src/timetable/contract/lessons-of-day.ts";
import { timetableChangesRoute } from "../../src/timetable/contract/timetable-changes.ts";
import { everyone, lessonOf } from "./case.ts";
import type { Case } from "./case.ts";

/** Every reason added has a name and a letter of its own. */
const LETTERS = "абвгдеёжийклмнопрстуфхцчшщыэюя".replace(/[бзспнв]/g, "");
let added = 0;

/** One row a route: the whole of «кто что может» as a person would check it by hand. */
export const SCHOOL_DAY_CASES: readonly Case[] = [
  { route: meRoute, may: everyone, rows: false },
  { route: listSessionsRoute, may: everyone, rows: false },
  { route: myPagesRoute, may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: nearDaysRoute, may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: journalPageRoute, may: ["director", "deputy", "admin", "homeroom", "teacher"], rows: true, input: (s) => ({ params: { pageId: s.page.pageId } }) },
  {
    route: cellHistoryRoute,
    may: ["director", "deputy", "homeroom", "teacher"],
    rows: true,
    input: (s) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] } }),
  },
  {
    route: setMarkRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { ...lessonOf(s), pupilId: s.classA.pupils[0] }, body: { mark: "5", expectedVersion: n } }),
  },
  {
    route: setTermMarkRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[0] }, body: { mark: "5", expectedVersion: n } }),
  },
  { route: setLessonRoute, may: ["teacher"], rows: true, input: (s, n) => ({ params: lessonOf(s), body: { topic: "тема", expectedVersion: n } }) },
  {
    route: setAttendanceRoute,
    may: ["teacher"],
    rows: true,
    input: (s, n) => ({ params: lessonOf(s), body: { entries: [{ pupilId: s.classA.pupils[1], kind: "late", expectedVersion: n }] } }),
  },
  { route: lessonsOfDayRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ params: { day: s.today } }) },
  { route: timetableChangesRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ query: { from: s.today, to: s.today } }) },
  { route: substitutesForRoute, may: ["deputy"], rows: true, input: (s) => ({ params: lessonOf(s) }) },
  {
    route: changeLessonRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => ({
      params: { pageId: s.page.pageId, lessonId: s.page.lessons[30]!.lessonId },
      body: { change: "cancel", reason: "нет замены", expectedVersion: 1 },
    }),
  },
  {
    route: swapLessonsRoute,
    may: ["deputy"],
    rows: true,
    input: (s) => {
      const seen = (i: number) => ({ pageId: s.page.pageId, lessonId: s.page.lessons[i]!.lessonId, expectedVersion: 1 });
      return { body: { first: seen(40), second: seen(41) } };
    },
  },
  { route: classesRoute, may: ["director", "deputy", "secretary", "homeroom"], rows: false },
  {
    route: classAttendanceRoute,
    may: ["director", "deputy", "secretary", "homeroom"],
    rows: true,
    input: (s) => ({ params: { classId: s.classA.classId } }),
  },
  {
    route: setAbsenceReasonRoute,
    may: ["homeroom"],
    rows: true,
    input: (s, n) => ({
      params: { classId: s.classA.classId },
      body: { entries: [{ ...lessonOf(s), pupilId: s.classA.pupils[2], kind: "absent", reason: 2, expectedVersion: n }] },
    }),
  },
  {
    route: addReasonRoute,
    may: ["director", "deputy"],
    rows: false,
    input: () => ({ body: { name: `Причина ${++added}`, sign: LETTERS[added]!, excused: true } }),
  },
  {
    route: setAbsenceSpanRoute,
    may: ["secretary", "homeroom"],
    rows: true,
    input: (s) => ({ params: { pupilId: s.classA.pupils[3] }, body: { from: s.today, to: s.today, reason: 1 } }),
  },
  {
    route: diaryWeekRoute,
    may: ["director", "deputy", "homeroom", "guardian", "pupil"],
    rows: true,
    input: (s) => ({ params: { pupilId: s.classA.pupils[0] } }),
  },
];
