import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { enactEditionRoute } from "../../src/control/contract/regulation/regulation.ts";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const at = async (s: MadeSchool, time: string, on: LocalDate = s.today) => {
  t.at(instantOf(on, time, s.timezone));
  await t.owner.query("update access.session set idle_until = '2100-01-01' where school_id = $1", [s.schoolId]);
};

/** A school whose late entries are, from the next Wednesday on, what the norm says. The class ends at 12:20: homework until 13:50, the rest until the day's end. */
async function aSchoolThat(whenLate: "flag" | "reason" | "block") {
  const s = await aSchool(t.owner);
  await at(s, "08:00");
  const day = plusDays(s.today, 7);
  const codes = ["lesson.when_late", "homework.when_late", "marks.when_late"];
  const order = { startsOn: day, orderNumber: "90", orderDate: s.today, approvedBy: "директор", seenEdition: 2_000_000_000 };
  const enacted = await t.ask(enactEditionRoute, s.director.cookie, {
    body: { ...order, changes: codes.map((code) => ({ code, value: whenLate, clause: "п. 4.3" })) },
  });
  expect(enacted.status).toBe(200);
  const params = (on: LocalDate) => ({ pageId: s.page.pageId, lessonId: s.page.on(on).lessonId });
  const pupilId = s.classA.pupils[0]!;
  const said = (reason?: string) => (reason === undefined ? {} : { correction: reason });
  return {
    s,
    day,
    lesson: (on: LocalDate, body: object, reason?: string) =>
      t.ask(setLessonRoute, s.teacher.cookie, { params: params(on), body: { expectedVersion: 0, ...body, ...said(reason) } }),
    mark: (on: LocalDate, reason?: string) =>
      t.ask(setMarkRoute, s.teacher.cookie, { params: { ...params(on), pupilId }, body: { mark: "4", expectedVersion: 0, ...said(reason) } }),
    absence: (on: LocalDate, reason?: string) =>
      t.ask(setAttendanceRoute, s.teacher.cookie, {
        params: params(on),
        body: { entries: [{ pupilId: s.classA.pupils[1]!, kind: "absent", expectedVersion: 0 }], ...said(reason) },
      }),
  };
}

describe("REG-05 an entry after its term", () => {
  test("is taken with a flag by the mode «flag», which is the mode of a school that chose none", async () => {
    const { s, day, lesson, mark, absence } = await aSchoolThat("flag");
    await at(s, "10:00", plusDays(day, 1));
    expect((await lesson(day, { topic: "Дроби", homework: "№ 5" })).body).toMatchObject({ late: true, homeworkLate: true });
    expect((await mark(day)).body).toMatchObject({ mark: "4", late: true });
    expect((await absence(day)).status).toBe(200);
  });

  test("is refused by the mode «block» with the act and the clause, and nothing of it is written; in time it is taken", async () => {
    const { s, day, lesson, mark, absence } = await aSchoolThat("block");
    await at(s, "13:51", day);
    expect((await lesson(day, { topic: "Дроби", homework: "№ 5" })).problem).toMatchObject({
      status: 422,
      code: "planning.late_entry_blocked",
      detail:
        "Срок записи за 23 сентября прошёл (Приказ № 115 от 18.05.2021, приложение 2, п. 2.10), а позже срока школа записей не принимает. Ничего не записано. Обратитесь к завучу.",
    });
    expect((await lesson(day, { topic: "Дроби" })).status).toBe(200);
    await at(s, "10:00", plusDays(day, 1));
    expect((await mark(day)).problem).toMatchObject({ status: 422, code: "planning.late_entry_blocked" });
    expect((await mark(day, "забыл")).problem.code).toBe("planning.late_entry_blocked");
    expect((await absence(day)).problem.detail).toContain("приложение 4, п. 4.2.4а");
    const written = async (table: string) =>
      (await t.owner.query(`select count(*)::int as n from ${table} where school_id = $1`, [s.schoolId])).rows[0].n as number;
    expect([await written("journal.mark"), await written("attendance.absence")]).toEqual([0, 0]);
    const note = await t.owner.query("select topic, homework from journal.lesson_note where school_id = $1", [s.schoolId]);
    expect(note.rows).toEqual([{ topic: "Дроби", homework: null }]);
  });

  test("waits for a reason by the mode «reason»; the reason stands in the ledger", async () => {
    const { s, day, lesson, mark, absence } = await aSchoolThat("reason");
    await at(s, "10:00", plusDays(day, 1));
    expect((await lesson(day, { topic: "Дроби" })).problem).toMatchObject({
      status: 422,
      code: "planning.late_needs_reason",
      detail: expect.stringContaining("напишите причину"),
    });
    expect((await lesson(day, { topic: "Дроби" }, "не было света")).body).toMatchObject({ late: true });
    expect((await mark(day)).problem.code).toBe("planning.late_needs_reason");
    expect((await mark(day, "проверял дома")).body).toMatchObject({ late: true });
    expect((await absence(day)).problem.code).toBe("planning.late_needs_reason");
    expect((await absence(day, "сверил со списком")).status).toBe(200);
    const { rows } = await t.owner.query("select body::json ->> 'correction' as why from ledger.audit where school_id = $1 and stream = $2 order by seq", [
      s.schoolId,
      s.page.pageId,
    ]);
    expect(rows.map(({ why }) => why)).toEqual(["не было света", "проверял дома", "сверил со списком"]);
  });

  test("of a lesson before the edition is judged by the mode of its own day", async () => {
    const { s, day, lesson, mark } = await aSchoolThat("block");
    await at(s, "10:00", plusDays(day, 1));
    expect((await lesson(s.today, { topic: "Степени" })).body).toMatchObject({ late: true });
    expect((await mark(s.today)).body).toMatchObject({ late: true });
  });
});

describe("REG-01 a term for a grade", () => {
  test("judges the lessons of that grade, and the others go on by the term of the school", async () => {
    const s = await aSchool(t.owner);
    await at(s, "08:00");
    const day = plusDays(s.today, 7);
    const body = { startsOn: day, orderNumber: "91", orderDate: s.today, approvedBy: "директор", seenEdition: 2_000_000_000 };
    const sixth = { code: "homework.entry", value: "lesson_date.end", clause: "п. 2", grade: 6 };
    expect((await t.ask(enactEditionRoute, s.director.cookie, { body: { ...body, changes: [sixth] } })).status).toBe(200);
    await at(s, "20:00", day);
    const write = async (page: MadeSchool["page"], cookie: string) =>
      (await t.ask(setLessonRoute, cookie, { params: { pageId: page.pageId, lessonId: page.on(day).lessonId }, body: { expectedVersion: 0, homework: "№ 1" } }))
        .body.homeworkLate;
    expect([await write(s.page, s.teacher.cookie), await write(s.otherPage, s.secondTeacher.cookie)]).toEqual([false, true]);
  });
});
