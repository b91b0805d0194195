import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { grantRoles } from "../../../access/server/door.ts";
import type { Role } from "../../../access/rules/roles.ts";
import { asSchool } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import { changeReasonRoute } from "../../contract/change-reason.ts";
import { classAttendanceRoute } from "../../contract/class-attendance.ts";
import { alarmsRoute, schoolWeekRoute, setAlarmRoute, setParentWorkRoute } from "../../contract/school-attendance.ts";
import { setAbsenceReasonRoute } from "../../contract/set-absence-reason.ts";
import { setAbsenceSpanRoute } from "../../contract/set-absence-span.ts";
import { setAttendanceRoute } from "../../contract/set-attendance.ts";

const UNEXCUSED = 5;
const EXCUSED = 2;

let t: TestApp;
let s: MadeSchool;
let stranger: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  stranger = await aSchool(t.owner);
});
afterAll(() => t.close());

async function fresh(): Promise<void> {
  s = await aSchool(t.owner);
  t.at(s.now);
}
/** The secretary is given another role of the staff, and nothing else. */
const asRole = (role: Role) => asSchool(t.owner, s.schoolId, (tx) => grantRoles(tx, s.schoolId, [{ personId: s.secretary.personId, role, from: s.today }]));

const onDay = (day = s.today) => ({ pageId: s.page.pageId, lessonId: s.page.on(day).lessonId });
async function absent(pupilId: number, day = s.today): Promise<void> {
  const answer = await t.ask(setAttendanceRoute, s.teacher.cookie, {
    params: onDay(day),
    body: { entries: [{ pupilId, kind: "absent", expectedVersion: 0 }] },
  });
  expect(answer.status).toBe(200);
}
const explain = (pupilId: number, reason: number, day = s.today, expectedVersion = 1) =>
  t.ask(setAbsenceReasonRoute, s.homeroom.cookie, {
    params: { classId: s.classA.classId },
    body: { entries: [{ ...onDay(day), pupilId, reason, expectedVersion }] },
  });
const term = async () => (await t.ask(classAttendanceRoute, s.homeroom.cookie, { params: { classId: s.classA.classId } })).body.term!;
const note = (pupilId: number, text: string, expectedVersion = 0, cookie = s.homeroom.cookie, day = s.today) =>
  t.ask(setParentWorkRoute, cookie, { params: { classId: s.classA.classId, pupilId, day }, body: { note: text, expectedVersion } });

describe("the reason of an absence", () => {
  test("ATT-02 is an overdue item of the homeroom teacher after the term of the norm, and not before", async () => {
    await fresh();
    const yesterday = plusDays(s.today, -1);
    await absent(s.classA.pupils[0]!, yesterday);
    await absent(s.classA.pupils[1]!);
    expect((await term()).unexplained.map((u) => [u.day, u.overdue])).toEqual([
      [yesterday, true],
      [s.today, false],
    ]);
    await explain(s.classA.pupils[0]!, EXCUSED, yesterday);
    expect((await term()).unexplained.map((u) => u.overdue)).toEqual([false]);
  });

  test("ATT-05 is renamed and retired by the deputy: given no more, it stays where it was given", async () => {
    await fresh();
    await absent(s.classA.pupils[0]!);
    await explain(s.classA.pupils[0]!, EXCUSED);
    const change = (reason: number, body: object, cookie = s.deputy.cookie) => t.ask(changeReasonRoute, cookie, { params: { reason }, body });
    expect((await change(EXCUSED, { name: "Заявление родителей", retired: true })).body.reason).toMatchObject({ name: "Заявление родителей", retired: true });
    await absent(s.classA.pupils[1]!);
    expect(await explain(s.classA.pupils[1]!, EXCUSED)).toMatchObject({ status: 422, problem: { code: "attendance.reason_retired" } });
    const { body } = await t.ask(classAttendanceRoute, s.homeroom.cookie, { params: { classId: s.classA.classId } });
    expect(body.absences.find((a) => a.pupilId === s.classA.pupils[0])).toMatchObject({ reason: EXCUSED });
    expect(await change(1, { retired: true })).toMatchObject({ status: 422, problem: { code: "attendance.reason_needed" } });
    expect(await change(99, { retired: true })).toMatchObject({ status: 404 });
    expect(await change(3, { name: "Заявление родителей" })).toMatchObject({ status: 409 });
    expect((await change(3, { retired: true }, s.homeroom.cookie)).status).toBe(403);
  });
});

describe("work with the parents", () => {
  test("ATT-06 an unexcused absence starts a task; it closes with a note of what was done", async () => {
    await fresh();
    const [pupilId = 0, other = 0] = s.classA.pupils;
    await absent(pupilId);
    expect((await term()).parentWork).toEqual([]);
    await explain(pupilId, UNEXCUSED);
    expect((await term()).parentWork).toEqual([{ pupilId, day: s.today, lessons: 1, note: null, notedBy: null, version: 0 }]);
    expect((await note(pupilId, "Позвонила матери, проспал")).body).toEqual({ note: "Позвонила матери, проспал", version: 1 });
    expect((await note(pupilId, "Позвонила матери, проспал")).body.version).toBe(1);
    expect((await term()).parentWork).toMatchObject([{ note: "Позвонила матери, проспал", notedBy: s.homeroom.personId }]);
    expect(await note(pupilId, "Другое", 0)).toMatchObject({ status: 409, problem: { code: "attendance.note_changed_meanwhile" } });
    expect(await note(other, "Не о чем")).toMatchObject({ status: 422, problem: { code: "attendance.no_task" } });
    expect(await note(pupilId, "  ", 1)).toMatchObject({ status: 400, problem: { code: "attendance.note_missing" } });
    for (const who of [s.teacher, s.deputy, s.secretary, s.guardian]) expect((await note(pupilId, "х", 1, who.cookie)).status).toBe(403);
    expect((await note(pupilId, "х", 1, stranger.homeroom.cookie)).status).not.toBe(200);
    await explain(pupilId, EXCUSED, s.today, 2);
    expect((await term()).parentWork).toEqual([]);
  });

  test("is written by the social pedagogue for any class", async () => {
    await fresh();
    await absent(s.classA.pupils[0]!);
    await explain(s.classA.pupils[0]!, UNEXCUSED);
    await asRole("social_pedagogue");
    expect((await note(s.classA.pupils[0]!, "Посещение семьи", 0, s.secretary.cookie)).status).toBe(200);
  });
});

describe("attendance of the school", () => {
  test("ATT-12 the week compares classes by missed lessons, with their homeroom teachers", async () => {
    await fresh();
    const [a = 0, b = 0] = s.classA.pupils;
    await absent(a);
    await absent(b, plusDays(s.today, -1));
    await explain(a, EXCUSED);
    const { body } = await t.ask(schoolWeekRoute, s.deputy.cookie);
    const classA = body.classes.find((c) => c.classId === s.classA.classId)!;
    // five pupils by Wednesday (one came on Monday): three days of mathematics, and the half that has English on Wednesday
    expect(classA).toMatchObject({ name: "6А", missed: 2, excused: 1, unexcused: 0, unexplained: 1, late: 0, pupils: 5, lessons: 5 * 3 + 2 });
    expect(classA.homeroom).toContain("Щеглова");
    expect(body.classes.find((c) => c.classId === s.classB.classId)).toMatchObject({ missed: 0, lessons: 4 * 3 });
    const { body: before } = await t.ask(schoolWeekRoute, s.deputy.cookie, { query: { day: plusDays(s.today, -7) } });
    expect(before.classes.every((c) => c.missed === 0)).toBe(true);
  });

  test("ATT-11 a pupil above the share of the norm is in the list of the social pedagogue; the deputy sets the share", async () => {
    await fresh();
    const [pupilId = 0] = s.classA.pupils;
    const days = s.page.lessons.map((l) => l.day).filter((d) => d <= s.today);
    for (const day of days.slice(-6)) await absent(pupilId, day);
    await asRole("social_pedagogue");
    const list = async () => (await t.ask(alarmsRoute, s.secretary.cookie)).body;
    const { percent, pupils, maySet } = await list();
    expect({ percent, maySet }).toEqual({ percent: 30, maySet: false });
    expect(pupils).toMatchObject([{ pupilId, className: "6А", missed: 6 }]);
    expect(pupils[0]!.percent).toBe(Math.floor(600 / pupils[0]!.lessons));
    expect((await t.ask(setAlarmRoute, s.deputy.cookie, { body: { percent: 60 } })).status).toBe(200);
    expect((await list()).pupils).toEqual([]);
    expect((await t.ask(setAlarmRoute, s.secretary.cookie, { body: { percent: 10 } })).status).toBe(403);
  });

  test("the nurse enters an absence of several days and gives no marks and no reasons", async () => {
    await fresh();
    await t.owner.query("delete from access.role_grant where school_id = $1 and person_id = $2", [s.schoolId, s.secretary.personId]);
    await asRole("nurse");
    const [pupilId = 0] = s.classA.pupils;
    const span = await t.ask(setAbsenceSpanRoute, s.secretary.cookie, { params: { pupilId }, body: { from: s.today, to: plusDays(s.today, 2), reason: 1 } });
    expect(span).toMatchObject({ status: 200, body: { written: 4 } });
    expect((await t.ask(classAttendanceRoute, s.secretary.cookie, { params: { classId: s.classA.classId } })).body.maySpan).toBe(true);
    const body = { entries: [{ ...onDay(), pupilId, reason: 1, expectedVersion: 1 }] };
    expect((await t.ask(setAbsenceReasonRoute, s.secretary.cookie, { params: { classId: s.classA.classId }, body })).status).toBe(403);
  });
});
