import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { setAttendanceRoute } from "../../../attendance/contract/set-attendance.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import { lateCorrectionsRoute, lessonHistoryRoute, myChangesRoute, termMarkHistoryRoute } from "../../contract/changes.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../contract/set-mark.ts";

let t: TestApp;
let s: MadeSchool;
const LATER = day("2026-09-30");

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const lesson = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
const mark = (pupil: number, value: string | null, expectedVersion: number, correction?: string) =>
  t.ask(setMarkRoute, s.teacher.cookie, {
    params: { ...lesson(), pupilId: s.classA.pupils[pupil]! },
    body: { mark: value, expectedVersion, ...(correction === undefined ? {} : { correction }) },
  });
const absence = (kind: "none" | "absent", expectedVersion: number, correction?: string) =>
  t.ask(setAttendanceRoute, s.teacher.cookie, {
    params: lesson(),
    body: { entries: [{ pupilId: s.classA.pupils[3]!, kind, expectedVersion }], ...(correction === undefined ? {} : { correction }) },
  });
const topic = (text: string, expectedVersion: number, correction?: string) =>
  t.ask(setLessonRoute, s.teacher.cookie, { params: lesson(), body: { topic: text, expectedVersion, ...(correction === undefined ? {} : { correction }) } });
const late = async (who = s.deputy) => (await t.ask(lateCorrectionsRoute, who.cookie, { query: { from: s.today, to: "2026-10-10" } })).body.lines;
const mine = async (on?: string, who = s.teacher) => (await t.ask(myChangesRoute, who.cookie, on === undefined ? {} : { query: { day: on } })).body.lines;

describe("a day of work", () => {
  test("COR-01 all changes of mine of a day stand with old and new value and what stands now, newest first", async () => {
    await mark(0, "3", 0);
    t.at(new Date(s.now.getTime() + 60_000));
    await mark(0, "4", 1);
    await absence("absent", 0);
    await topic("Дроби", 0);
    const lines = await mine();
    expect(lines.map((l) => [l.act, l.before, l.after, l.standing, l.version])).toEqual([
      [
        "journal.lesson.set",
        expect.objectContaining({ topic: null }),
        expect.objectContaining({ topic: "Дроби" }),
        expect.objectContaining({ topic: "Дроби" }),
        1,
      ],
      ["attendance.absence.set", "none", "absent", "absent", 1],
      ["journal.mark.set", "3", "4", "4", 2],
      ["journal.mark.set", null, "3", "4", 2],
    ]);
    expect(lines[2]).toMatchObject({ by: "Лунёва А. И.", pupil: "Ученик01 Иван", groupName: "6А", subject: "Математика", day: s.today, work: 0, reason: null });
    expect(await mine("2026-09-15")).toEqual([]);
    expect(await mine(undefined, s.secondTeacher)).toEqual([]);
    expect((await t.ask(myChangesRoute, s.teacher.cookie, { query: { day: "вчера" } })).problem.code).toBe("timetable.not_a_day");
  });

  test("an undo is a new write over the version that stands, and over another's change it is refused", async () => {
    const changed = (await mine()).find((l) => l.before === "3")!;
    const undone = await mark(0, changed.before as string, changed.version);
    expect(undone.body).toMatchObject({ mark: "3", version: 3 });
    expect((await mine())[0]).toMatchObject({ before: "4", after: "3", standing: "3" });
    expect((await mark(0, "5", changed.version)).status).toBe(409);
  });
});

describe("a change after the term of the norm", () => {
  beforeAll(() => t.at(instantOf(LATER, "13:00", s.timezone)));

  test("COR-02 without a reason is refused with the day and nothing changes, with one it stands in the deputy's list", async () => {
    const refused = await mark(0, "5", 3);
    expect(refused).toMatchObject({ status: 422, problem: { code: "planning.correction_needs_reason", facts: { lessonDay: s.today } } });
    expect(refused.problem.detail).toContain("напишите причину");
    expect(await late()).toEqual([]);
    expect((await mark(0, "5", 3, "  ")).status).toBe(422);
    expect((await mark(0, "5", 3, "пропущен верный разбор")).body).toMatchObject({ mark: "5", version: 4 });
    expect(await late()).toMatchObject([
      { act: "journal.mark.set", before: "3", after: "5", reason: "пропущен верный разбор", by: "Лунёва А. И.", pupil: "Ученик01 Иван", day: s.today },
    ]);
  });

  test("COR-02 holds for attendance and for the topic; a first entry is late but needs no reason", async () => {
    expect((await absence("none", 1)).problem.code).toBe("planning.correction_needs_reason");
    expect((await absence("none", 1, "был в медпункте")).status).toBe(200);
    expect((await topic("Дроби и проценты", 1)).problem.code).toBe("planning.correction_needs_reason");
    expect((await topic("Дроби и проценты", 1, "тема записана не вся")).status).toBe(200);
    expect((await mark(1, "4", 0)).body).toMatchObject({ mark: "4", late: true });
    expect((await late()).map((l) => [l.act, l.reason])).toEqual([
      ["journal.lesson.set", "тема записана не вся"],
      ["attendance.absence.set", "был в медпункте"],
      ["journal.mark.set", "пропущен верный разбор"],
    ]);
    expect((await late(s.director)).length).toBe(3);
    expect((await t.ask(lateCorrectionsRoute, s.deputy.cookie, { query: { from: "2026-10-10", to: "2026-09-01" } })).problem.code).toBe("timetable.not_a_span");
  });

  test("a word of a person cannot pass for a reason", async () => {
    const own = s.page.on(LATER).lessonId;
    await t.ask(setLessonRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: own },
      body: { topic: '"correction":"нет"', expectedVersion: 0 },
    });
    expect((await late()).length).toBe(3);
  });

  test("COR-01 the history of a lesson tells its topic and homework with author, time, old and new", async () => {
    const { body } = await t.ask(lessonHistoryRoute, s.deputy.cookie, { params: lesson() });
    expect(body.chainHolds).toBe(true);
    expect(body.lines.map((l) => [(l.before as { topic: string }).topic, (l.after as { topic: string }).topic])).toEqual([
      [null, "Дроби"],
      ["Дроби", "Дроби и проценты"],
    ]);
    expect(body.lines[0]).toMatchObject({ by: "Лунёва А. И.", at: expect.stringContaining("2026-09-16") });
  });

  test("COR-01 the history of a period mark tells author, time, old and new, to those who read the page", async () => {
    const params = { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[0]! };
    const put = (mark: string, expectedVersion: number) => t.ask(setTermMarkRoute, s.teacher.cookie, { params, body: { mark, expectedVersion } });
    expect([(await put("3", 0)).status, (await put("4", 1)).status]).toEqual([200, 200]);
    const { body } = await t.ask(termMarkHistoryRoute, s.homeroom.cookie, { params });
    expect(body).toMatchObject({
      chainHolds: true,
      lines: [
        { before: null, after: "3" },
        { before: "3", after: "4", by: "Лунёва А. И." },
      ],
    });
    expect((await t.ask(termMarkHistoryRoute, s.teacher.cookie, { params: { ...params, term: 2 } })).body.lines).toEqual([]);
    expect((await t.ask(termMarkHistoryRoute, s.pupil.cookie, { params })).status).toBe(403);
  });
});
