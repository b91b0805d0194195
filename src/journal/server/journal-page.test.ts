import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { setAttendanceRoute } from "../../attendance/contract/set-attendance.ts";
import { JournalPage, journalPageRoute, myPagesRoute } from "../contract/journal-page.ts";
import { cellHistoryRoute } from "../contract/set-lesson.ts";
import { setMarkRoute } from "../contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  t.at(school.now);
});
afterAll(() => t.close());

const page = (cookie = school.teacher.cookie, query: { term?: number } = {}, pageId = school.page.pageId) =>
  t.ask(journalPageRoute, cookie, { params: { pageId }, query });
const mark = (value: string | null, expectedVersion: number, pupilId = school.classA.pupils[0]!) =>
  t.ask(setMarkRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId },
    body: { mark: value, expectedVersion },
  });

describe("the page of the journal", () => {
  test("is what its contract says, with pupils, lessons, terms and scales", async () => {
    await mark("5", 0);
    const answer = await page();
    expect(answer.status).toBe(200);
    expect([...Value.Errors(JournalPage, answer.body)]).toEqual([]);
    expect(answer.body).toMatchObject({ mayWrite: true, today: school.today, currentScale: ["5", "4", "3", "2"], periodScale: ["5", "4", "3", "2", "н/а"] });
    expect(answer.body.marks).toContainEqual({
      lesson: school.page.on(school.today).lessonId,
      pupil: school.classA.pupils[0],
      work: 0,
      mark: "5",
      version: 1,
      late: false,
    });
  });

  test("shows the term of today, the asked one, and the year whole", async () => {
    const now = (await page()).body;
    expect(now.lessons.every((l) => l.term === now.term)).toBe(true);
    const other = (await page(undefined, { term: 2 })).body;
    expect(other.term).toBe(2);
    expect(other.lessons.every((l) => l.term === 2)).toBe(true);
    const year = (await page(undefined, { term: 0 })).body;
    expect(year.term).toBeNull();
    expect(year.lessons.length).toBe(school.page.lessons.length);
  });

  test("names who came and who left in the term with their days", async () => {
    const { pupils } = (await page()).body;
    const leaver = pupils.find((p) => p.pupilId === school.classA.leaver)!;
    const newcomer = pupils.find((p) => p.pupilId === school.classA.newcomer)!;
    expect(leaver.spans[0]!.to).not.toBeNull();
    expect(newcomer.spans[0]!.from > leaver.spans[0]!.from).toBe(true);
  });

  test("tells when the class's own day ended only where a held lesson lacks topic or homework", async () => {
    const { lessons, today } = (await page()).body;
    for (const l of lessons) expect(l.classDayEnds !== null).toBe(l.day <= today && (l.topic === null || l.homework === null));
  });

  test("IAM-11 is open to the homeroom teacher and the heads to read, not to write", async () => {
    for (const who of [school.homeroom, school.deputy, school.director]) expect((await page(who.cookie)).body).toMatchObject({ mayWrite: false });
  });

  test("IAM-10 is closed to a teacher of other pages, to family and secretary", async () => {
    for (const who of [school.secondTeacher, school.pupil, school.guardian, school.secretary]) expect((await page(who.cookie)).status).toBe(403);
  });

  test("that does not exist is not found", async () => {
    expect(await page(undefined, {}, 9_999)).toMatchObject({ status: 404, problem: { code: "journal.page_not_found" } });
  });
});

describe("the history of a cell", () => {
  test("COR-01 tells every value with author and time, marks and absences together, oldest first", async () => {
    const pupilId = school.classA.pupils[1]!;
    await mark("3", 0, pupilId);
    await mark("4", 1, pupilId);
    const lessonId = school.page.on(school.today).lessonId;
    await t.ask(setAttendanceRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId },
      body: { entries: [{ pupilId, kind: "late", expectedVersion: 0 }] },
    });
    const { body } = await t.ask(cellHistoryRoute, school.teacher.cookie, { params: { pageId: school.page.pageId, lessonId, pupilId } });
    expect(body.lines.map((l) => [l.act, l.before, l.after])).toEqual([
      ["journal.mark.set", null, "3"],
      ["journal.mark.set", "3", "4"],
      ["attendance.absence.set", "none", "late"],
    ]);
    expect(body.chainHolds).toBe(true);
    expect(body.lines[0]!.by).not.toBe("");
  });

  test("is closed to the family and to teachers of other pages", async () => {
    const params = { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId: school.classA.pupils[0]! };
    for (const who of [school.pupil, school.guardian, school.secondTeacher]) expect((await t.ask(cellHistoryRoute, who.cookie, { params })).status).toBe(403);
  });
});

describe("my pages", () => {
  test("a teacher sees the lessons of today and the own pages; a head all", async () => {
    const own = (await t.ask(myPagesRoute, school.teacher.cookie)).body;
    expect(own.lessons.map((l) => l.pageId)).toEqual([school.page.pageId]);
    expect(own.pages.map((p) => [p.pageId, p.own])).toEqual([[school.page.pageId, true]]);
    const all = (await t.ask(myPagesRoute, school.deputy.cookie)).body;
    expect(all.pages.length).toBe(3);
    expect(all.pages.some((p) => p.own)).toBe(false);
  });

  test("a homeroom teacher sees the pages of the class, also of its subgroups", async () => {
    const { pages } = (await t.ask(myPagesRoute, school.homeroom.cookie)).body;
    expect(pages.map((p) => p.pageId).sort()).toEqual([school.page.pageId, school.subgroupPage.pageId].sort());
  });
});
