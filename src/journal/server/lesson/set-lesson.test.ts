import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { asSchool } from "../../../foundation/database.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import type { Input } from "../../../foundation/route.ts";
import { recordChange } from "../../../timetable/server/door.ts";
import { journalPageRoute } from "../../contract/journal-page.ts";
import { isForeign } from "../../rules/entry-language.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  t.at(school.now);
});
afterAll(() => t.close());

type Body = Input<typeof setLessonRoute>["body"];
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

  test("LES-08 with the rule on, a topic in Latin letters is saved and the page warns of it; a school without the rule has no such word", async () => {
    const strict = await aSchool(t.owner, { preset: "bishkek-61-2022", pupils: 2 });
    for (const [s, language, warned] of [
      [strict, "ru", true],
      [school, "any", false],
    ] as const) {
      const { lessonId } = s.subgroupPage.on(s.today);
      const params = { pageId: s.subgroupPage.pageId, lessonId };
      const saved = await t.ask(setLessonRoute, s.secondTeacher.cookie, { params, body: { topic: "Present Perfect", expectedVersion: 0 } });
      expect(saved).toMatchObject({ status: 200, body: { topic: "Present Perfect" } });
      const { norms, lessons } = (await t.ask(journalPageRoute, s.secondTeacher.cookie, { params: { pageId: params.pageId } })).body;
      expect(norms.language).toBe(language);
      expect(isForeign(lessons.find((l) => l.lessonId === lessonId)!.topic, norms.language)).toBe(warned);
    }
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

describe("what stands beside topic and homework", () => {
  const dayOf = (back: number) => school.page.on(plusDays(school.today, back));

  test("LES-01 kind of lesson, tasks, minutes and due day are kept with the rest and come back unchanged", async () => {
    const { lessonId, day } = school.page.lessons.find((l) => l.day > plusDays(school.today, 5))!;
    const written = {
      topic: "Проценты",
      homework: "с. 40, № 12, 13",
      workType: 3,
      lessonKind: 2,
      tasks: "№ 10, 11 в классе",
      minutes: 25,
      dueOn: plusDays(day, 9),
    };
    expect((await put({ ...written, expectedVersion: 0 }, lessonId)).body).toEqual({ ...written, version: 1, late: false, homeworkLate: false });
    const { body } = await page(undefined, 0);
    const { lessonKind, tasks, minutes, dueOn } = written;
    expect(body.details.find((d) => d.lesson === lessonId)).toEqual({ lesson: lessonId, lessonKind, tasks, minutes, dueOn });
    expect(body.lessons.find((l) => l.lessonId === lessonId)).toMatchObject({
      teacherId: school.teacher.personId,
      topic: "Проценты",
      day,
      slot: expect.any(Number),
    });
    expect(body.lessonKinds.length).toBeGreaterThan(3);
    expect((await put({ tasks: null, minutes: null, dueOn: null, lessonKind: null, expectedVersion: 1 }, lessonId)).body).toMatchObject({
      topic: "Проценты",
      tasks: null,
      minutes: null,
      version: 2,
    });
  });

  test("HW-09 a report may be due later than the next lesson, never before the lesson, nor on a day that is none", async () => {
    const { lessonId, day } = dayOf(-5);
    expect((await put({ homework: "Доклад", dueOn: plusDays(day, 14), expectedVersion: 0 }, lessonId)).body.dueOn).toBe(plusDays(day, 14));
    expect(await put({ dueOn: day, expectedVersion: 1 }, lessonId)).toMatchObject({ status: 422, problem: { code: "journal.due_not_after_lesson" } });
    expect(await put({ dueOn: "2026-02-30", expectedVersion: 1 }, lessonId)).toMatchObject({ status: 400, problem: { code: "journal.due_not_a_day" } });
    expect(await put({ minutes: 0, expectedVersion: 1 }, lessonId)).toMatchObject({ status: 400 });
    expect(await put({ lessonKind: 900, expectedVersion: 1 }, lessonId)).toMatchObject({ status: 400, problem: { code: "journal.lesson_kind_not_found" } });
  });
});

describe("whether an entry is in time", () => {
  /** A lesson of the class whose day ends at 12:20, by the given preset, written at a time of that day's wall. */
  async function written(preset: string, at: string, body: Omit<Body, "expectedVersion">, plus = 0) {
    const s = await aSchool(t.owner, { preset });
    const { lessonId } = s.page.on(s.today);
    t.at(instantOf(plusDays(s.today, plus), at, s.timezone));
    const answer = await t.ask(setLessonRoute, s.teacher.cookie, { params: { pageId: s.page.pageId, lessonId }, body: { ...body, expectedVersion: 0 } });
    t.at(school.now);
    return answer.body;
  }

  test.each([
    ["stakhanovo-2021", "13:50:00", false],
    ["stakhanovo-2021", "13:51:00", true],
    ["chaikovsky-gymnasium-2023", "23:59:00", false],
    ["bishkek-61-2022", "15:20:00", false],
    ["bishkek-61-2022", "15:21:00", true],
  ])("HW-03 by %s homework of a class that ended at 12:20, written at %s: late %s", async (preset, at, late) => {
    expect(await written(preset, at, { homework: "§ 3" })).toMatchObject({ homeworkLate: late });
  });

  test("HW-03 by the order of the gymnasium homework of the next day is late", async () => {
    expect(await written("chaikovsky-gymnasium-2023", "00:01:00", { homework: "§ 3" }, 1)).toMatchObject({ homeworkLate: true });
  });

  test("LES-02 a lesson written at 23:59 is in time by the order of the school, at 00:01 of the next day late", async () => {
    expect(await written("stakhanovo-2021", "23:59:00", { topic: "Дроби" })).toMatchObject({ late: false });
    expect(await written("stakhanovo-2021", "00:01:00", { topic: "Дроби" }, 1)).toMatchObject({ late: true });
  });

  test("LES-04 by the regulation of Bishkek a lesson written 2 h 01 min after the last bell of the class is late", async () => {
    expect(await written("bishkek-61-2022", "14:20:00", { topic: "Дроби" })).toMatchObject({ late: false });
    expect(await written("bishkek-61-2022", "14:21:00", { topic: "Дроби" })).toMatchObject({ late: true });
  });

  test("a correction makes nobody late, nor saves who was", async () => {
    const s = await aSchool(t.owner, { preset: "bishkek-61-2022" });
    const params = { pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId };
    const ask = (at: string, body: Body) => (t.at(instantOf(s.today, at, s.timezone)), t.ask(setLessonRoute, s.teacher.cookie, { params, body }));
    expect((await ask("12:30", { homework: "§ 3", expectedVersion: 0 })).body).toMatchObject({ late: false, homeworkLate: false });
    expect((await ask("20:30", { homework: "§ 3, № 5", topic: "Дроби", expectedVersion: 1 })).body).toMatchObject({ late: false, homeworkLate: false });
    expect((await ask("20:31", { homework: null, expectedVersion: 2 })).body).toMatchObject({ homeworkLate: false });
    expect((await ask("20:32", { homework: "§ 4", expectedVersion: 3 })).body).toMatchObject({ late: false, homeworkLate: true });
    t.at(school.now);
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
    expect((await put("н/а", 0)).body).toMatchObject({ mark: "н/а", version: 1, late: false });
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
