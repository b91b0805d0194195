import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAbsenceReasonRoute } from "../../src/attendance/contract/set-absence-reason.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { cellHistoryRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
  t.at(s.now);
});
afterAll(() => t.close());

describe("the history of a cell", () => {
  test("COR-01 tells every change whoever made it: the teacher's mark and absence, the homeroom teacher's correction, and nothing of the cells beside it", async () => {
    const [pupilId = 0, beside = 0] = s.classA.pupils;
    const [lesson, before] = [s.page.on(s.today).lessonId, s.page.on(plusDays(s.today, -1)).lessonId];
    const { pageId } = s.page;
    const absent = (lessonId: number) =>
      t.ask(setAttendanceRoute, s.teacher.cookie, {
        params: { pageId, lessonId },
        body: { entries: [pupilId, beside].map((id) => ({ pupilId: id, kind: "absent" as const, expectedVersion: 0 })) },
      });
    await absent(lesson);
    await absent(before);
    const corrected = await t.ask(setAbsenceReasonRoute, s.homeroom.cookie, {
      params: { classId: s.classA.classId },
      body: {
        entries: [lesson, before].flatMap((lessonId) => [pupilId, beside].map((id) => ({ pageId, lessonId, pupilId: id, reason: 1, expectedVersion: 1 }))),
      },
    });
    expect(corrected.status).toBe(200);
    await t.ask(setMarkRoute, s.teacher.cookie, { params: { pageId, lessonId: lesson, pupilId }, body: { mark: "5", expectedVersion: 0 } });

    const { body } = await t.ask(cellHistoryRoute, s.deputy.cookie, { params: { pageId, lessonId: lesson, pupilId } });
    expect(body.lines.map(({ act, before: from, after }) => ({ act, from, after }))).toEqual([
      { act: "attendance.absence.set", from: "none", after: "absent" },
      { act: "attendance.reason.set", from: { kind: "absent", reason: null, setBy: s.teacher.personId }, after: { kind: "ill", reason: 1 } },
      { act: "journal.mark.set", from: null, after: "5" },
    ]);
    expect(new Set(body.lines.map((l) => l.by)).size).toBe(2);
  });

  test("a correction that names one cell twice is refused whole", async () => {
    const entry = { pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId, pupilId: s.classA.pupils[0]!, expectedVersion: 2 };
    const body = {
      entries: [
        { ...entry, reason: 1 },
        { ...entry, reason: 2 },
      ],
    };
    expect(await t.ask(setAbsenceReasonRoute, s.homeroom.cookie, { params: { classId: s.classA.classId }, body })).toMatchObject({
      status: 400,
      problem: { code: "attendance.pupil_named_twice" },
    });
  });
});
