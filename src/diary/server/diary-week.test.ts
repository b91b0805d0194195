import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { asSchool } from "../../foundation/database.ts";
import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { setLessonRoute } from "../../journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../journal/contract/set-mark.ts";
import { recordChange } from "../../timetable/server/door.ts";
import { DiaryWeek, diaryWeekRoute } from "../contract/diary-week.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  t.at(school.now);
});
afterAll(() => t.close());

const week = (cookie: string, pupilId = school.classA.pupils[0]!, query: { day?: string } = {}) =>
  t.ask(diaryWeekRoute, cookie, { params: { pupilId }, query });

describe("the diary of a week", () => {
  test("DIA-01 shows lessons with time, room, teacher, topic, homework and marks with the type of work", async () => {
    const { lessonId } = school.page.on(school.today);
    await t.ask(setLessonRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId },
      body: { topic: "Дроби", homework: "№ 5", workType: 5, expectedVersion: 0 },
    });
    await t.ask(setMarkRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId, pupilId: school.classA.pupils[0]! },
      body: { mark: "4", expectedVersion: 0 },
    });
    const { body } = await week(school.guardian.cookie);
    expect([...Value.Errors(DiaryWeek, body)]).toEqual([]);
    const lesson = body.days.find((d) => d.day === school.today)!.lessons.find((l) => l.lessonId === lessonId)!;
    expect(lesson).toMatchObject({ topic: "Дроби", homework: "№ 5", absence: 0, cancelled: false, substitute: null });
    expect(lesson.marks).toEqual([{ mark: "4", workType: expect.any(String) as string, weight: expect.any(Number) as number, retake: false }]);
    expect(lesson.starts).toMatch(/^\d\d:\d\d$/);
    expect(body.term!.subjects.find((s) => s.marks.length > 0)!.marks).toEqual([{ mark: "4", weight: lesson.marks[0]!.weight, retake: false }]);
  });

  test("DIA-04 HW-01 shows the day's lessons in order with times and rooms, and the homework word for word", async () => {
    const lesson = school.subgroupPage.on(school.today);
    const homework = "с. 40, № 12, 13";
    await t.ask(setLessonRoute, school.secondTeacher.cookie, {
      params: { pageId: school.subgroupPage.pageId, lessonId: lesson.lessonId },
      body: { homework, expectedVersion: 0 },
    });
    const { lessons } = (await week(school.pupil.cookie)).body.days.find((d) => d.day === school.today)!;
    expect(lessons.map((l) => l.slot)).toEqual([2, 4]);
    for (const l of lessons) expect([l.starts, l.ends]).not.toContain(null);
    expect(lessons[0]!.room).toBe("214");
    expect(lessons[1]!.homework).toBe(homework);
  });

  test("DIA-02 shows the marks of the term by subject", async () => {
    const pupilId = school.classA.pupils[0]!;
    await t.ask(setTermMarkRoute, school.teacher.cookie, { params: { pageId: school.page.pageId, term: 1, pupilId }, body: { mark: "4", expectedVersion: 0 } });
    const { term } = (await week(school.guardian.cookie, pupilId)).body;
    expect(term!.subjects.map((s) => s.termMark).filter((m) => m !== null)).toEqual(["4"]);
  });

  test("DIA-05 marks a substituted lesson with the substitute's name, a cancelled one with its reason", async () => {
    const change = (day: LocalDate, what: { kind: "cancelled" } | { kind: "substituted"; substituteId: number }, reason: string) =>
      asSchool(t.owner, school.schoolId, (tx) =>
        recordChange(tx, {
          ...what,
          schoolId: school.schoolId,
          pageId: school.page.pageId,
          lessonId: school.page.on(day).lessonId,
          expectedVersion: 1,
          reason,
          actor: school.deputy.personId,
          at: school.now,
          right: "deputy_studies/school",
        }),
      );
    const [tomorrow, after] = [plusDays(school.today, 1), plusDays(school.today, 2)];
    await change(tomorrow, { kind: "substituted", substituteId: school.secondTeacher.personId }, "болезнь учителя");
    await change(after, { kind: "cancelled" }, "карантин");
    const { days } = (await week(school.guardian.cookie)).body;
    const on = (day: LocalDate) => days.find((d) => d.day === day)!.lessons.find((l) => l.subject === "Математика")!;
    expect(on(tomorrow)).toMatchObject({ cancelled: false, reason: "болезнь учителя" });
    expect(on(tomorrow).substitute).toMatch(/^[А-ЯЁ]/);
    expect(on(after)).toMatchObject({ cancelled: true, reason: "карантин" });
  });

  test("holds nothing of another child", async () => {
    const { body } = await week(school.otherPupil.cookie, school.classA.pupils[1]);
    expect(JSON.stringify(body)).not.toContain('"mark":"4"');
  });

  test("IAM-12 of another's child is forbidden to a parent and to a pupil, and answers nothing of it", async () => {
    for (const [who, child] of [
      [school.otherGuardian, school.classA.pupils[0]!],
      [school.guardian, school.classA.pupils[1]!],
      [school.otherPupil, school.classA.pupils[0]!],
      [school.pupil, school.classA.pupils[1]!],
    ] as const) {
      const answer = await week(who.cookie, child);
      expect(answer).toMatchObject({ status: 403, problem: { code: "access.not_permitted" } });
      expect(JSON.stringify(answer.body)).not.toContain("givenName");
    }
  });

  test("IAM-13 a parent of two opens both, each alone", async () => {
    const a = await week(school.guardian.cookie, school.classA.pupils[0]);
    const b = await week(school.guardian.cookie, school.classB.pupils[0]);
    expect([a.body.pupil.pupilId, b.body.pupil.pupilId]).toEqual([school.classA.pupils[0], school.classB.pupils[0]]);
    expect(a.body.pupil.className).not.toBe(b.body.pupil.className);
  });

  test("is closed to subject teachers and the secretary, open to the homeroom teacher and the heads", async () => {
    for (const who of [school.teacher, school.secretary]) expect((await week(who.cookie)).status).toBe(403);
    for (const who of [school.homeroom, school.deputy, school.director]) expect((await week(who.cookie)).status).toBe(200);
  });

  test.each([
    ["2026-02-30", "diary.not_a_day"],
    ["завтра", "diary.not_a_day"],
    ["1999-01-01", "diary.day_outside_years"],
    ["2099-01-01", "diary.day_outside_years"],
  ])("for the day «%s» says what is wrong", async (day, code) => {
    const answer = await week(school.guardian.cookie, undefined, { day });
    expect(answer).toMatchObject({ status: 400, problem: { code } });
    expect(answer.problem.detail.length).toBeGreaterThan(10);
  });

  test("of a pupil who is in no school is not found", async () => {
    expect(await week(school.deputy.cookie, 999_999)).toMatchObject({ status: 404, problem: { code: "diary.pupil_not_found" } });
  });
});
