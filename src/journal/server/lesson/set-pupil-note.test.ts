import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import type { Input } from "../../../foundation/route.ts";
import { cellHistoryRoute } from "../../contract/set-lesson.ts";
import { journalPageRoute } from "../../contract/journal-page.ts";
import { setPupilNoteRoute } from "../../contract/set-pupil-note.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
});
afterAll(() => t.close());

type Body = Input<typeof setPupilNoteRoute>["body"];
const paramsOf = (n = 0, lessonId = school.page.on(school.today).lessonId) => ({ pageId: school.page.pageId, lessonId, pupilId: school.classA.pupils[n]! });
const put = (body: Body, params = paramsOf(), cookie = school.teacher.cookie) => t.ask(setPupilNoteRoute, cookie, { params, body });

describe("what a lesson gives to one pupil", () => {
  test("is kept and returned on the page; what the body leaves out stays; spaces are no text", async () => {
    expect((await put({ homework: "Карточка 4", expectedVersion: 0 })).body).toEqual({ homework: "Карточка 4", comment: null, version: 1 });
    expect((await put({ comment: " Помогал у доски ", expectedVersion: 1 })).body).toEqual({
      homework: "Карточка 4",
      comment: "Помогал у доски",
      version: 2,
    });
    const { body } = await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId }, query: {} });
    const { lessonId, pupilId } = paramsOf();
    expect(body.pupilNotes).toEqual([{ lesson: lessonId, pupil: pupilId, homework: "Карточка 4", comment: "Помогал у доски", version: 2 }]);
    expect((await put({ homework: "  ", expectedVersion: 2 })).body).toMatchObject({ homework: null, version: 3 });
  });

  test("asked twice is written once, and stands in the history of the cell with its author", async () => {
    const [one, two] = await Promise.all([
      put({ comment: "Спасибо", expectedVersion: 0 }, paramsOf(1)),
      put({ comment: "Спасибо", expectedVersion: 0 }, paramsOf(1)),
    ]);
    expect([one.body, two.body]).toEqual([one.body, one.body]);
    const { body } = await t.ask(cellHistoryRoute, school.teacher.cookie, { params: paramsOf(1) });
    expect(body.lines).toMatchObject([{ act: "journal.pupil_note.set", after: { comment: "Спасибо" } }]);
    expect(body.chainHolds).toBe(true);
  });

  test("over a stale version is refused with what stands", async () => {
    await put({ comment: "Первый", expectedVersion: 0 }, paramsOf(2));
    expect(await put({ comment: "Второй", expectedVersion: 0 }, paramsOf(2))).toMatchObject({
      status: 409,
      problem: { code: "journal.pupil_note_changed_meanwhile", facts: { comment: "Первый", version: 1 } },
    });
  });

  test("is refused to another teacher, to one who was not in the group, and unknown of another school's lesson", async () => {
    expect((await put({ comment: "чужой", expectedVersion: 0 }, paramsOf(), school.secondTeacher.cookie)).status).toBe(403);
    expect(await put({ comment: "не был", expectedVersion: 0 }, { ...paramsOf(), pupilId: school.classA.leaver })).toMatchObject({
      status: 422,
      problem: { code: "people.pupil_not_in_group" },
    });
    expect((await put({ comment: "нет урока", expectedVersion: 0 }, { ...paramsOf(), lessonId: 999_999 })).status).toBe(404);
  });
});
