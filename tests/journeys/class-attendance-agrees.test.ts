import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aGroup } from "../builders/group.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { classAttendanceRoute } from "../../src/attendance/contract/class-attendance.ts";
import { schoolWeekRoute } from "../../src/attendance/contract/school-attendance.ts";
import { setAbsenceReasonRoute } from "../../src/attendance/contract/set-absence-reason.ts";
import { setAbsenceSpanRoute } from "../../src/attendance/contract/set-absence-span.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { lateCorrectionsRoute } from "../../src/journal/contract/changes.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { changeLessonRoute } from "../../src/timetable/contract/change-lesson.ts";
import { moveLessonRoute } from "../../src/timetable/contract/move-lesson.ts";
import { saveWeekRoute } from "../../src/timetable/contract/school-week.ts";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";

let t: TestApp;
let s: MadeSchool;
const [ILLNESS, PARENTS] = [1, 2];

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
beforeEach(async () => {
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const absent = (pupilId: number, day = s.today, expectedVersion = 0, kind: "absent" | "ill" | "none" = "absent") =>
  t.ask(setAttendanceRoute, s.teacher.cookie, {
    params: { pageId: s.page.pageId, lessonId: s.page.on(day).lessonId },
    body: { entries: [{ pupilId, kind, expectedVersion }] },
  });
const ofClass = async (day: LocalDate = s.today) =>
  (await t.ask(classAttendanceRoute, s.homeroom.cookie, { params: { classId: s.classA.classId }, query: { from: day, to: plusDays(day, 6) } })).body;
const onPage = async (pupilId: number) =>
  (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).body.absences.filter((a) => a.pupil === pupilId && a.kind > 0);

describe("an absence that a teacher marks", () => {
  test("ATT-01 is shown by the diary of the pupil and by the summary of the class", async () => {
    const [pupilId = 0] = s.classA.pupils;
    expect((await absent(pupilId)).status).toBe(200);
    const { lessonId } = s.page.on(s.today);
    for (const who of [s.guardian, s.pupil]) {
      const { days } = (await t.ask(diaryWeekRoute, who.cookie, { params: { pupilId } })).body;
      expect(days.flatMap((d) => d.lessons).find((l) => l.lessonId === lessonId)).toMatchObject({ absence: 1, subject: "Математика" });
    }
    const summary = await ofClass();
    expect(summary.absences).toMatchObject([{ pupilId, lessonId, kind: "absent", setBy: s.teacher.personId }]);
    expect(summary.totals).toMatchObject([{ pupilId, lessons: 1, unexplained: 1 }]);
    expect(summary.term!.totals).toMatchObject([{ pupilId, lessons: 1 }]);
  });
});

describe("a pupil taught at home in a subject", () => {
  test("ATT-08 is counted in none of the class's lessons of it: neither in the class's totals nor in the school's", async () => {
    const [, , , pupilId = 0] = s.classA.pupils;
    const lessonsOfA = async () => (await t.ask(schoolWeekRoute, s.deputy.cookie)).body.classes.find((c) => c.classId === s.classA.classId)!;
    const before = await lessonsOfA();
    await absent(pupilId);
    const home = await aGroup(t, s, { kind: "home_study", name: "Обучение на дому", subject: "Математика", pupils: [pupilId], classIds: [s.classA.classId] });
    const after = await lessonsOfA();
    // three mathematics lessons of the class by Wednesday are not the pupil's, the one at home is
    expect(after).toMatchObject({ missed: before.missed, lessons: before.lessons - 3 + 1 });
    const body = await ofClass(plusDays(s.today, -2));
    expect(body.totals.filter((total) => total.pupilId === pupilId)).toEqual([]);
    expect(body.apart).toEqual([{ pupilId, pageId: s.page.pageId, from: s.page.lessons[0]!.day, to: null }]);
    // the only lesson of the pupil's day is the one at home: missed, the whole day is missed
    const lesson = { pageId: home.pageId, lessonId: home.on(s.today).lessonId };
    await t.ask(setAttendanceRoute, s.teacher.cookie, { params: lesson, body: { entries: [{ pupilId, kind: "absent", expectedVersion: 0 }] } });
    expect((await ofClass()).totals.filter((total) => total.pupilId === pupilId)).toMatchObject([{ lessons: 1, days: 1 }]);
  });
});

describe("an absence of several days", () => {
  const span = async (from: LocalDate, to: LocalDate) => {
    const [pupilId = 0] = s.classA.pupils;
    const saved = await t.ask(setAbsenceSpanRoute, s.secretary.cookie, { params: { pupilId }, body: { from, to, reason: ILLNESS } });
    expect(saved.status).toBe(200);
    return pupilId;
  };
  const daysMissed = async (pupilId: number) => {
    const dayOf = new Map(
      (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).body.lessons.map((l) => [l.lessonId, l.day]),
    );
    return (await onPage(pupilId)).map((a) => dayOf.get(a.lesson)).sort();
  };

  test("stands in the lessons of a new week laid after it, and in no lesson past it", async () => {
    const monday = plusDays(s.today, 5);
    const pupilId = await span(monday, plusDays(monday, 9));
    expect(await daysMissed(pupilId)).toHaveLength(8);
    const weekly = (weekday: number) => ({ teacherId: s.teacher.personId, roomId: null, weekday, slot: 6, parity: 0 });
    const seen = [1, 2, 2, 3, 1].map((slot, i) => ({ teacherId: s.teacher.personId, slot, weekday: i + 1, parity: 0 }));
    const { rows } = await t.owner.query<{ room: number }>("select min(room_id) as room from timetable.room where school_id = $1", [s.schoolId]);
    const saved = await t.ask(saveWeekRoute, s.admin.cookie, {
      params: { day: monday },
      body: {
        pages: [
          {
            pageId: s.page.pageId,
            seen: seen.map((l) => ({ ...l, roomId: rows[0]!.room })),
            lessons: [1, 2, 3, 4, 5].flatMap((d) => [weekly(d), { ...weekly(d), slot: 5 }]),
          },
        ],
      },
    });
    expect(saved).toMatchObject({ status: 200, body: { saved: true } });
    expect(saved.body.added).toBeGreaterThan(0);
    const missed = await daysMissed(pupilId);
    expect(missed).toHaveLength(16);
    expect([missed[0], missed.at(-1)]).toEqual([monday, plusDays(monday, 9)]);
  });

  test("stands in a lesson moved into its days, and leaves one moved out of them; a lesson brought back has it again", async () => {
    const friday = plusDays(s.today, 2);
    const pupilId = await span(friday, friday);
    const thursday = { pageId: s.page.pageId, lessonId: s.page.on(plusDays(s.today, 1)).lessonId };
    const move = (day: LocalDate, slot: number, expectedVersion: number) =>
      t.ask(moveLessonRoute, s.deputy.cookie, { params: thursday, body: { day, slot, reason: "концерт", expectedVersion } });
    expect((await move(friday, 5, 1)).status).toBe(200);
    expect(await daysMissed(pupilId)).toEqual([friday, friday]);
    expect((await move(plusDays(s.today, 1), 3, 2)).status).toBe(200);
    expect(await daysMissed(pupilId)).toEqual([friday]);
    const change = (kind: "cancel" | "restore", expectedVersion: number) =>
      t.ask(changeLessonRoute, s.deputy.cookie, {
        params: { pageId: s.page.pageId, lessonId: s.page.on(friday).lessonId },
        body: { change: kind, reason: "мороз", expectedVersion },
      });
    expect((await change("cancel", 1)).status).toBe(200);
    expect(await daysMissed(pupilId)).toEqual([]);
    expect((await change("restore", 2)).status).toBe(200);
    expect(await daysMissed(pupilId)).toEqual([friday]);
  });
});

describe("a homeroom teacher's word after the term of corrections", () => {
  type Word = { reason: number | null; kind?: "none" | "absent"; expectedVersion: number; correction?: string };
  const give = (pupilId: number, { correction, ...entry }: Word) =>
    t.ask(setAbsenceReasonRoute, s.homeroom.cookie, {
      params: { classId: s.classA.classId },
      body: { entries: [{ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId, pupilId, ...entry }], ...(correction && { correction }) },
    });

  test("COR-02 needs a reason where it replaces what stands, as a teacher's does, and none where it is the first word", async () => {
    const [pupilId = 0, other = 0, ill = 0] = s.classA.pupils;
    await absent(pupilId);
    await absent(other);
    await absent(ill, s.today, 0, "ill");
    t.at(instantOf(plusDays(s.today, 30), "13:00", s.timezone));
    expect((await give(pupilId, { reason: ILLNESS, expectedVersion: 1 })).status).toBe(200);
    const refused = { status: 422, problem: { code: "planning.correction_needs_reason", facts: { lessonDay: s.today } } };
    expect(await give(pupilId, { reason: PARENTS, expectedVersion: 2 })).toMatchObject(refused);
    expect(await give(other, { reason: null, kind: "none", expectedVersion: 1 })).toMatchObject(refused);
    expect(await absent(other, s.today, 1, "none")).toMatchObject(refused);
    // an illness that the teacher marked is a word already: named as such it is no correction, otherwise it is
    expect(await give(ill, { reason: PARENTS, expectedVersion: 1 })).toMatchObject(refused);
    expect((await give(ill, { reason: ILLNESS, expectedVersion: 1 })).status).toBe(200);
    expect((await give(pupilId, { reason: PARENTS, expectedVersion: 2, correction: "принесли заявление" })).status).toBe(200);
    const day = plusDays(s.today, 30);
    const { lines } = (await t.ask(lateCorrectionsRoute, s.deputy.cookie, { query: { from: day, to: day } })).body;
    expect(lines).toMatchObject([{ pupilId, day: s.today, reason: "принесли заявление", after: { kind: "absent", reason: PARENTS } }]);
  });
});
