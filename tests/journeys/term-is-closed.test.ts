import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { closeTermRoute, reopenTermRoute } from "../../src/planning/contract/terms/close-term.ts";

let t: TestApp;
let school: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  await t.owner.query("update access.session set seen_at = '2100-01-01'");
  t.at(school.now);
});
afterAll(() => t.close());

type What = { gradeLevel: number } | { classId: number } | { pageId: number };
const close = (what: What, cookie = school.deputy.cookie, term = 1) => t.ask(closeTermRoute, cookie, { params: { year: school.year, term }, body: what });
const reopen = (body: { through: string; reason: string; expectedVersion: number }, cookie = school.deputy.cookie, pageId = school.page.pageId) =>
  t.ask(reopenTermRoute, cookie, { params: { pageId, term: 1 }, body });
const lesson = () => ({ pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId });
const mark = (value: string, expectedVersion: number) =>
  t.ask(setMarkRoute, school.teacher.cookie, { params: { ...lesson(), pupilId: school.classA.pupils[0]! }, body: { mark: value, expectedVersion } });
const termMark = (value: string, expectedVersion: number) =>
  t.ask(setTermMarkRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, term: 1, pupilId: school.classA.pupils[0]! },
    body: { mark: value, expectedVersion },
  });

describe("a closed term", () => {
  test("PER-05 refuses the teacher's marks, absences and term marks until a deputy opens it; the reason is in the log", async () => {
    expect((await mark("4", 0)).status).toBe(200);
    expect((await termMark("4", 0)).status).toBe(200);
    expect(await close({ classId: school.classA.classId })).toMatchObject({ status: 200, body: { closed: 2, pages: 2 } });

    const refused = await mark("5", 1);
    expect(refused).toMatchObject({ status: 422, problem: { code: "planning.term_closed" } });
    expect(refused.problem.detail).toBe("I четверть закрыта 16 сентября. Запись не внесена: попросите завуча открыть страницу и укажите причину.");
    expect((await termMark("5", 1)).problem.code).toBe("planning.term_closed");
    const absence = { entries: [{ pupilId: school.classA.pupils[1]!, kind: "absent" as const, expectedVersion: 0 }] };
    expect((await t.ask(setAttendanceRoute, school.teacher.cookie, { params: lesson(), body: absence })).problem.code).toBe("planning.term_closed");
    expect((await t.ask(setLessonRoute, school.teacher.cookie, { params: lesson(), body: { topic: "Дроби", expectedVersion: 0 } })).status).toBe(200);
    const page = await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } });
    expect(page.body.terms[0]).toMatchObject({ closedOn: school.today, openThrough: null });

    expect((await reopen({ through: school.today, reason: "  ", expectedVersion: 1 })).problem.code).toBe("planning.reopen_without_reason");
    expect((await reopen({ through: plusDays(school.today, -1), reason: "Опоздала справка", expectedVersion: 1 })).problem.code).toBe(
      "planning.reopen_in_the_past",
    );
    expect((await reopen({ through: school.today, reason: "Пропущена контрольная Иванова", expectedVersion: 1 })).status).toBe(200);
    expect((await mark("5", 1)).status).toBe(200);
    expect((await termMark("5", 1)).status).toBe(200);
    const { rows } = await t.owner.query<{ body: string }>(
      "select a.body from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and a.stream = $2 and c.code = 'planning.term.reopen'",
      [school.schoolId, school.page.pageId],
    );
    expect(rows.map((r) => JSON.parse(r.body) as object)).toEqual([
      expect.objectContaining({ term: 1, after: school.today, reason: "Пропущена контрольная Иванова", right: "deputy_studies/own_grade" }),
    ]);
  });

  test("is closed again the day after it was opened for, and when the deputy closes it", async () => {
    t.at(instantOf(plusDays(school.today, 1), "13:00", school.timezone));
    expect((await termMark("3", 2)).problem.detail).toContain("снова открывалась по 16 сентября");
    t.at(school.now);
    expect((await termMark("3", 2)).status).toBe(200);
    expect((await close({ pageId: school.page.pageId })).body).toEqual({ closed: 1, pages: 1 });
    expect((await close({ pageId: school.page.pageId })).body).toEqual({ closed: 0, pages: 1 });
    expect((await termMark("4", 3)).problem.code).toBe("planning.term_closed");
  });

  test("over a closing that changed meanwhile is told so; what is open is not opened", async () => {
    expect(await reopen({ through: school.today, reason: "Справка", expectedVersion: 1 })).toMatchObject({ status: 409 });
    expect((await reopen({ through: school.today, reason: "Справка", expectedVersion: 1 }, undefined, school.otherPage.pageId)).problem.code).toBe(
      "planning.term_not_closed",
    );
    expect((await reopen({ through: "2026-02-31", reason: "Справка", expectedVersion: 1 })).problem.code).toBe("planning.not_a_day");
    expect((await close({ gradeLevel: 6 }, undefined, 2)).problem.code).toBe("planning.term_not_begun");
    expect((await close({ pageId: 999_999 })).status).toBe(404);
  });

  test("COR-05 a deputy of grades 5 and 6 closes and opens these and not the seventh", async () => {
    await t.owner.query("update access.role_grant set grades = '{5,6}' where school_id = $1 and person_id = $2 and role = 'deputy_studies'", [
      school.schoolId,
      school.deputy.personId,
    ]);
    expect((await close({ gradeLevel: 7 })).status).toBe(403);
    expect((await close({ pageId: school.otherPage.pageId })).status).toBe(403);
    expect((await close({ gradeLevel: 6 })).status).toBe(200);
    await t.owner.query("insert into planning.closed_term (school_id, page_id, term, closed_by, closed_on, closed_at) values ($1, $2, 1, $3, $4, now())", [
      school.schoolId,
      school.otherPage.pageId,
      school.director.personId,
      school.today,
    ]);
    expect((await reopen({ through: school.today, reason: "Справка", expectedVersion: 1 }, undefined, school.otherPage.pageId)).status).toBe(403);
    await t.owner.query("update access.role_grant set grades = '{5,6,7}' where school_id = $1 and person_id = $2 and role = 'deputy_studies'", [
      school.schoolId,
      school.deputy.personId,
    ]);
    expect((await reopen({ through: school.today, reason: "Справка", expectedVersion: 1 }, undefined, school.otherPage.pageId)).status).toBe(200);
  });
});
