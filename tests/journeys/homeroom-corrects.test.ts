import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";
import { setAbsenceReasonRoute } from "../../src/attendance/contract/set-absence-reason.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;
const [ILLNESS, PARENTS, CONTEST] = [1, 2, 3];

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 10 });
  t.at(school.now);
});
afterAll(() => t.close());

const lessonId = (page = school.page, day = school.today) => page.on(day).lessonId;
const mark = (pupilId: number, kind: "absent" | "ill" | "late" | "none", seen = 0) =>
  t.ask(setAttendanceRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, lessonId: lessonId() },
    body: { entries: [{ pupilId, kind, expectedVersion: seen }] },
  });
type Entry = { pageId: number; lessonId: number; pupilId: number; reason: number | null; kind?: "none" | "absent" | "ill" | "late"; expectedVersion: number };
const cell = (pupilId: number, reason: number | null, expectedVersion: number, more: Partial<Entry> = {}): Entry => ({
  pageId: school.page.pageId,
  lessonId: lessonId(),
  pupilId,
  reason,
  expectedVersion,
  ...more,
});
const give = (entries: Entry[], who: Signed = school.homeroom, classId = school.classA.classId) =>
  t.ask(setAbsenceReasonRoute, who.cookie, { params: { classId }, body: { entries } });
const rowOf = async (pupilId: number) =>
  (
    await t.owner.query(
      "select kind, reason, set_by, reason_by, version, signs from attendance.absence where school_id = $1 and lesson_id = $2 and pupil_id = $3",
      [school.schoolId, lessonId(), pupilId],
    )
  ).rows[0] as Record<string, number>;

describe("a homeroom teacher beside the subject teacher", () => {
  test("ATT-03 gives the reason and changes the absence, the subject's page changes, the authors of both facts are kept", async () => {
    const pupil = school.classA.pupils[0]!;
    await mark(pupil, "absent");
    expect(await give([cell(pupil, ILLNESS, 1)])).toMatchObject({
      status: 200,
      body: { entries: [{ pupilId: pupil, kind: "ill", reason: ILLNESS, version: 2 }] },
    });
    const page = (await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } })).body;
    expect(page.absences.find((a) => a.pupil === pupil && a.lesson === lessonId())).toMatchObject({ kind: 2, version: 2 });
    expect(await rowOf(pupil)).toMatchObject({ reason_by: school.homeroom.personId });
    const { rows } = await t.owner.query("select actor, body from ledger.audit where school_id = $1 and stream = $2 order by seq", [
      school.schoolId,
      school.page.pageId,
    ]);
    const facts = rows.filter((r: { body: string }) => r.body.includes(`"pupil":${pupil}`));
    expect(facts.map((r: { actor: number }) => r.actor)).toEqual([school.teacher.personId, school.homeroom.personId]);
    expect(JSON.parse(facts[1].body)).toMatchObject({
      right: "homeroom_teacher/own_class",
      lessons: [{ pupil, before: { kind: "absent", setBy: school.teacher.personId }, after: { kind: "ill", reason: ILLNESS } }],
    });
  });

  test("ATT-04 IAM-11 changes an absence and cannot change a mark in the same cell", async () => {
    const pupil = school.classA.pupils[2]!;
    expect(await give([cell(pupil, PARENTS, 0, { kind: "absent" })])).toMatchObject({ status: 200, body: { entries: [{ kind: "absent", version: 1 }] } });
    const params = { pageId: school.page.pageId, lessonId: lessonId(), pupilId: pupil };
    expect(await t.ask(setMarkRoute, school.homeroom.cookie, { params, body: { mark: "5", expectedVersion: 0 } })).toMatchObject({
      status: 403,
      problem: { code: "access.not_permitted" },
    });
  });

  test("NFR-10 stands beside a mark put at the same moment: both stay", async () => {
    const pupil = school.classA.pupils[3]!;
    await mark(pupil, "absent");
    const params = { pageId: school.page.pageId, lessonId: lessonId(), pupilId: pupil };
    const [reason, put] = await Promise.all([
      give([cell(pupil, CONTEST, 1)]),
      t.ask(setMarkRoute, school.teacher.cookie, { params, body: { mark: "5", expectedVersion: 0 } }),
    ]);
    expect([reason.status, put.status]).toEqual([200, 200]);
    expect(await rowOf(pupil)).toMatchObject({ reason: CONTEST });
    const page = (await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } })).body;
    expect(page.marks.find((m) => m.pupil === pupil && m.lesson === lessonId())).toMatchObject({ mark: "5" });
  });
});
