import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { asSchool } from "../../foundation/database.ts";
import { plusDays } from "../../foundation/day.ts";
import { recordChange } from "../../timetable/server/door.ts";
import { journalPageRoute } from "../contract/journal-page.ts";
import { setLessonRoute } from "../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  t.at(school.now);
});
afterAll(() => t.close());

type Body = { topic?: string | null; homework?: string | null; workType?: number | null; expectedVersion: number };
const put = (body: Body, lessonId = school.page.on(school.today).lessonId, cookie = school.teacher.cookie) =>
  t.ask(setLessonRoute, cookie, { params: { pageId: school.page.pageId, lessonId }, body });
const page = async (cookie = school.teacher.cookie, term?: number) =>
  t.ask(journalPageRoute, cookie, { params: { pageId: school.page.pageId }, query: term === undefined ? {} : { term } });

describe("writing a lesson", () => {
  test("keeps topic, homework and work type and returns them unchanged on the page", async () => {
    const answer = await put({ topic: "Сложение дробей", homework: "§ 12, № 341", workType: 3, expectedVersion: 0 });
    expect(answer).toMatchObject({ status: 200, body: { topic: "Сложение дробей", homework: "§ 12, № 341", workType: 3, version: 1, late: false } });
    const lesson = (await page()).body.lessons.find((l) => l.day === school.today)!;
    expect(lesson).toMatchObject({ topic: "Сложение дробей", homework: "§ 12, № 341", workType: 3, noteVersion: 1 });
  });

  test("leaves what the body leaves out, and HW-02 takes «Без задания» as a record of its own", async () => {
    const lesson = school.page.on(plusDays(school.today, -1)).lessonId;
    await put({ topic: "Повторение", expectedVersion: 0 }, lesson);
    expect((await put({ homework: "Без задания", expectedVersion: 1 }, lesson)).body).toMatchObject({
      topic: "Повторение",
      homework: "Без задания",
      version: 2,
    });
  });

  test("takes spaces for no text", async () => {
    const lesson = school.page.lessons.find((l) => l.day > school.today)!.lessonId;
    expect((await put({ topic: "   ", expectedVersion: 0 }, lesson)).body).toMatchObject({ topic: null, version: 0 });
  });

  test("over a stale version is refused with the text that stands", async () => {
    const stale = await put({ topic: "Другая тема", expectedVersion: 0 });
    expect(stale).toMatchObject({ status: 409, problem: { code: "journal.lesson_changed_meanwhile", facts: { topic: "Сложение дробей", version: 1 } } });
  });

  test("refuses an unknown work type and another teacher", async () => {
    expect(await put({ workType: 999, expectedVersion: 1 })).toMatchObject({ status: 400, problem: { code: "journal.work_type_not_found" } });
    expect((await put({ topic: "чужая", expectedVersion: 1 }, undefined, school.secondTeacher.cookie)).status).toBe(403);
  });

  test("keeps HTML as text", async () => {
    const lesson = school.page.on(plusDays(school.today, -2)).lessonId;
    const text = "<script>alert(1)</script>";
    expect((await put({ topic: text, expectedVersion: 0 }, lesson)).body.topic).toBe(text);
  });
});

describe("a substituted and a cancelled lesson", () => {
  test("TT-09 the substitute writes on the day and within the window, not two days after, with his name as author", async () => {
    const lesson = school.page.on(school.today);
    await asSchool(t.owner, school.schoolId, (tx) =>
      recordChange(tx, {
        schoolId: school.schoolId,
        pageId: school.page.pageId,
        lessonId: lesson.lessonId,
        expectedVersion: 1,
        kind: "substituted",
        substituteId: school.secondTeacher.personId,
        reason: "болезнь",
        actor: school.deputy.personId,
        at: school.now,
        right: "deputy_studies/school",
      }),
    );
    const cookie = school.secondTeacher.cookie;
    const mark = () =>
      t.ask(setMarkRoute, cookie, {
        params: { pageId: school.page.pageId, lessonId: lesson.lessonId, pupilId: school.classA.pupils[0]! },
        body: { mark: "4", expectedVersion: 0 },
      });
    t.at(new Date(school.now.getTime() + 2 * 86_400_000));
    expect(await mark()).toMatchObject({ status: 422, problem: { code: "timetable.substitution_window_over" } });
    t.at(school.now);
    expect((await mark()).status).toBe(200);
    expect((await put({ homework: "Без задания", expectedVersion: 1 }, lesson.lessonId, cookie)).status).toBe(200);
    const { rows } = await t.owner.query("select set_by from journal.mark where school_id = $1 and lesson_id = $2", [school.schoolId, lesson.lessonId]);
    expect(rows).toEqual([{ set_by: school.secondTeacher.personId }]);
    expect((await page(cookie)).body).toMatchObject({ mayWrite: true });
  });

  test("a cancelled lesson takes no topic and no mark", async () => {
    const lesson = school.page.on(plusDays(school.today, -1));
    await asSchool(t.owner, school.schoolId, (tx) =>
      recordChange(tx, {
        schoolId: school.schoolId,
        pageId: school.page.pageId,
        lessonId: lesson.lessonId,
        expectedVersion: 1,
        kind: "cancelled",
        reason: "карантин",
        actor: school.deputy.personId,
        at: school.now,
        right: "deputy_studies/school",
      }),
    );
    expect(await put({ topic: "тема", expectedVersion: 2 }, lesson.lessonId)).toMatchObject({ status: 422, problem: { code: "timetable.lesson_cancelled" } });
  });
});

describe("the mark of a term", () => {
  const put = (mark: string | null, expectedVersion: number, term = 1, cookie = school.teacher.cookie, pupilId = school.classA.pupils[1]!) =>
    t.ask(setTermMarkRoute, cookie, { params: { pageId: school.page.pageId, term, pupilId }, body: { mark, expectedVersion } });

  test("MRK-02 takes «н/а», which a lesson's cell refuses", async () => {
    expect((await put("н/а", 0)).body).toEqual({ mark: "н/а", version: 1, late: false });
    const lesson = school.page.on(school.today).lessonId;
    const inLesson = await t.ask(setMarkRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId: lesson, pupilId: school.classA.pupils[1]! },
      body: { mark: "н/а", expectedVersion: 0 },
    });
    expect(inLesson).toMatchObject({ status: 422, problem: { code: "journal.mark_not_in_scale" } });
  });

  test("is refused stale, for a term the class does not have, and to the deputy", async () => {
    expect((await put("5", 0)).status).toBe(409);
    expect(await put("5", 0, 6)).toMatchObject({ status: 404, problem: { code: "journal.term_not_found" } });
    expect((await put("5", 0, 1, school.deputy.cookie)).status).toBe(403);
  });
});
