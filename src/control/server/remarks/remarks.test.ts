import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { day, instantOf, plusDays } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../../journal/contract/set-mark.ts";
import {
  acceptRemarkRoute,
  fixRemarkRoute,
  myRemarksRoute,
  pageRemarksRoute,
  remarkRoute,
  remarksRoute,
  returnRemarkRoute,
  setRemarkRoute,
} from "../../contract/remarks/remarks.ts";

let t: TestApp;
let s: MadeSchool;
let stranger: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  stranger = await aSchool(t.owner, { name: "Чужая школа" });
  // the ids of the school begin where no row of the stranger's can be
  await t.owner.query(
    "insert into ledger.local_id (school_id, thing, last) select school_id + 1, thing, last + 5000 from ledger.local_id where school_id = $1",
    [stranger.schoolId],
  );
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const lesson = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
const give = (body: object, who = s.deputy) => t.ask(setRemarkRoute, who.cookie, { body: { pageId: s.page.pageId, text: "Исправьте", ...body } });
const fix = (remarkId: number, expectedVersion: number, note = "исправлено", who = s.teacher) =>
  t.ask(fixRemarkRoute, who.cookie, { params: { remarkId }, body: { note, expectedVersion } });
const accept = (remarkId: number, expectedVersion: number, who = s.deputy) =>
  t.ask(acceptRemarkRoute, who.cookie, { params: { remarkId }, body: { expectedVersion } });
const giveBack = (remarkId: number, expectedVersion: number, body: object = {}) =>
  t.ask(returnRemarkRoute, s.deputy.cookie, { params: { remarkId }, body: { comment: "не всё", expectedVersion, ...body } });
const mine = async (who = s.teacher) => (await t.ask(myRemarksRoute, who.cookie)).body.remarks;
const waiting = async (who = s.deputy) => (await t.ask(remarksRoute, who.cookie)).body.remarks;
const read = async (remarkId: number, who = s.deputy) => (await t.ask(remarkRoute, who.cookie, { params: { remarkId } })).body;

describe("a remark is given", () => {
  test("REM-01 to a lesson: the teacher sees it at that lesson and in the list, others do not", async () => {
    const given = (await give({ ...lesson(), text: "  Нет темы урока " })).body;
    expect(given).toMatchObject({
      state: "open",
      teacherId: s.teacher.personId,
      setBy: "Тетерина А. И.",
      text: "Нет темы урока",
      day: s.today,
      groupName: "6А",
      subject: "Математика",
    });
    expect((await mine()).map((r) => r.remarkId)).toEqual([given.remarkId]);
    expect(await mine(s.secondTeacher)).toEqual([]);
    const page = (await t.ask(pageRemarksRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).body;
    expect(page.remarks.map((r) => [r.lessonId, r.text])).toEqual([[lesson().lessonId, "Нет темы урока"]]);
    expect(page.maySet).toBe(false);
    expect((await t.ask(pageRemarksRoute, s.secondTeacher.cookie, { params: { pageId: s.page.pageId } })).status).toBe(403);
  });

  test("REM-01 to a page and to a cell", async () => {
    const page = (await give({})).body;
    expect(page).toMatchObject({ lessonId: null, pupilId: null, day: null, teacherId: s.teacher.personId });
    const cell = (await give({ ...lesson(), pupilId: s.classA.pupils[0]! })).body;
    expect(cell).toMatchObject({ pupilId: s.classA.pupils[0], pupil: "Ученик01 Иван" });
    for (const { remarkId } of [page, cell]) await t.ask(acceptRemarkRoute, s.deputy.cookie, { params: { remarkId }, body: { expectedVersion: 1 } });
  });

  test("REM-02 with the day the deputy names, else with the term of the norm in working days", async () => {
    // 16 September is a Wednesday: three working days end on Monday
    expect((await give({})).body.dueOn).toBe("2026-09-21");
    expect((await give({ dueOn: "2026-09-17" })).body.dueOn).toBe("2026-09-17");
    expect(await give({ dueOn: "2026-09-15" })).toMatchObject({ status: 422, problem: { code: "control.term_in_past" } });
    expect(await give({ dueOn: "завтра" })).toMatchObject({ status: 400, problem: { code: "timetable.not_a_day" } });
  });

  test("refuses an empty one, a cell without a lesson, a lesson of another page, a pupil who was not there, a teacher of another page", async () => {
    const before = (await mine()).length;
    const other = s.otherPage.on(s.today).lessonId;
    expect((await give({ text: "  " })).problem.code).toBe("control.remark_empty");
    expect((await give({ pupilId: s.classA.pupils[0]! })).problem.code).toBe("control.cell_needs_lesson");
    expect((await give({ lessonId: other })).problem.code).toBe("timetable.lesson_not_found");
    expect((await give({ ...lesson(), pupilId: s.classB.pupils[0]! })).problem.code).toBe("people.pupil_not_in_group");
    expect((await give({ teacherId: s.secondTeacher.personId })).problem.code).toBe("control.nobody_answers");
    expect((await give({}, stranger.deputy)).status).toBe(404);
    expect((await give({}, s.teacher)).status).toBe(403);
    expect((await mine()).length).toBe(before);
  });

  test("by a deputy who holds grades in care only for those grades", async () => {
    await t.owner.query("update access.role_grant set grades = '{7}' where school_id = $1 and role = 'deputy_studies'", [s.schoolId]);
    expect((await give({})).status).toBe(403);
    expect((await t.ask(setRemarkRoute, s.deputy.cookie, { body: { pageId: s.otherPage.pageId, text: "Седьмой класс" } })).status).toBe(200);
    await t.owner.query("update access.role_grant set grades = null where school_id = $1 and role = 'deputy_studies'", [s.schoolId]);
  });
});

describe("a remark is fixed", () => {
  test("REM-03 with a note, and the deputy sees the values before and after", async () => {
    const { remarkId } = (await give({ ...lesson(), text: "Отметка не та" })).body;
    const put = (mark: string, expectedVersion: number) =>
      t.ask(setMarkRoute, s.teacher.cookie, { params: { ...lesson(), pupilId: s.classA.pupils[0]! }, body: { mark, expectedVersion } });
    await put("3", 0);
    await put("4", 1);
    await t.ask(setLessonRoute, s.teacher.cookie, { params: lesson(), body: { topic: "Дроби", expectedVersion: 0 } });
    expect((await fix(remarkId, 1, "поставил четвёрку")).body).toMatchObject({ state: "fixed", note: "поставил четвёрку", version: 2, overdue: false });
    const { changes, steps, remark } = await read(remarkId);
    expect(remark.state).toBe("fixed");
    expect(changes.map((c) => [c.act, c.before, c.after])).toEqual([
      ["journal.mark.set", null, "4"],
      ["journal.lesson.set", expect.objectContaining({ topic: null }), expect.objectContaining({ topic: "Дроби" })],
    ]);
    expect(steps.map(({ kind, by }) => [kind, by])).toEqual([
      ["set", "Тетерина А. И."],
      ["fixed", "Лунёва А. И."],
    ]);
  });

  test("a change made before the remark is none of its corrections", async () => {
    const { remarkId } = (await give(lesson())).body;
    expect((await read(remarkId)).changes).toEqual([]);
  });

  test("NTF-06 and the deputy's list of what waits grows by one", async () => {
    const { remarkId } = (await give({})).body;
    const answered = async () => (await waiting()).filter((r) => r.state === "fixed").length;
    const before = await answered();
    await fix(remarkId, 1);
    expect(await answered()).toBe(before + 1);
  });

  test("only by the teacher it was given to, once, over the version seen", async () => {
    const { remarkId } = (await give({})).body;
    expect((await fix(remarkId, 1, "чужое", s.secondTeacher)).status).toBe(403);
    expect((await fix(remarkId, 7)).problem).toMatchObject({ code: "control.remark_changed_meanwhile", facts: { state: "open", version: 1 } });
    expect((await fix(remarkId, 1)).body.version).toBe(2);
    expect((await fix(remarkId, 1, "ещё раз")).body).toMatchObject({ version: 2, note: "исправлено" });
    const foreign = await t.ask(fixRemarkRoute, stranger.teacher.cookie, { params: { remarkId }, body: { note: "", expectedVersion: 2 } });
    expect(foreign).toMatchObject({ status: 404, problem: { code: "control.remark_not_found" } });
  });
});

describe("the deputy looks at the fix", () => {
  test("REM-04 returned it is open again with the comment and a new day; accepted it leaves both lists", async () => {
    const { remarkId } = (await give({ dueOn: "2026-09-16" })).body;
    expect((await accept(remarkId, 1)).problem.code).toBe("control.remark_not_fixed");
    await fix(remarkId, 1);
    expect((await giveBack(remarkId, 2, { comment: " " })).problem.code).toBe("control.comment_empty");
    const back = await giveBack(remarkId, 2, { comment: "тема записана не вся", dueOn: "2026-09-18" });
    expect(back.body).toMatchObject({ state: "open", comment: "тема записана не вся", dueOn: "2026-09-18", version: 3 });
    expect((await mine()).find((r) => r.remarkId === remarkId)).toMatchObject({ state: "open", comment: "тема записана не вся" });
    await fix(remarkId, 3, "дописал");
    expect((await accept(remarkId, 4)).body.state).toBe("accepted");
    expect((await accept(remarkId, 4)).body.state).toBe("accepted");
    expect((await fix(remarkId, 5)).problem.code).toBe("control.remark_accepted");
    expect((await waiting()).some((r) => r.remarkId === remarkId)).toBe(false);
    const accepted = (await t.ask(remarksRoute, s.deputy.cookie, { query: { state: "accepted" } })).body.remarks;
    expect(accepted.some((r) => r.remarkId === remarkId)).toBe(true);
    expect((await read(remarkId, s.teacher)).steps.map(({ kind }) => kind)).toEqual(["set", "fixed", "returned", "fixed", "accepted"]);
  });

  test("a return over a fix that was accepted meanwhile is refused with what stands", async () => {
    const { remarkId } = (await give({})).body;
    await fix(remarkId, 1);
    await accept(remarkId, 2, s.director);
    expect((await giveBack(remarkId, 2)).problem).toMatchObject({ status: 409, facts: { state: "accepted", version: 3 } });
  });
});

describe("time and trace", () => {
  test("REM-02 past its term it is overdue for both sides, and the day of the term itself is in time", async () => {
    const { remarkId } = (await give({ dueOn: "2026-09-17" })).body;
    const overdue = async () => [await mine(), await waiting()].map((list) => list.find((r) => r.remarkId === remarkId)!.overdue);
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    t.at(instantOf(day("2026-09-17"), "23:59", s.timezone));
    expect(await overdue()).toEqual([false, false]);
    t.at(instantOf(day("2026-09-18"), "00:00", s.timezone));
    expect(await overdue()).toEqual([true, true]);
    t.at(s.now);
  });

  test("a norm ends and no day is named: nothing is given and the sentence says why", async () => {
    await t.owner.query("update regulation.norm set in_force = daterange(lower(in_force), $2) where school_id = $1 and code = 'remarks.term'", [
      s.schoolId,
      plusDays(s.today, -1),
    ]);
    expect((await give({})).problem.code).toBe("regulation.norm_not_in_force");
    expect((await give({ dueOn: s.today })).status).toBe(200);
  });

  test("REM-04 nobody can delete a remark or change what it says: the program itself has no right to", async () => {
    const client = await t.pool.connect();
    try {
      for (const sql of [
        "delete from control.remark",
        "delete from control.remark_step",
        "update control.remark set text = 'всё хорошо'",
        "update control.remark set teacher_id = 1",
        "update control.remark_step set text = ''",
      ]) {
        await client.query(`begin; select set_config('app.school', '${s.schoolId}', true)`);
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
        await client.query("rollback");
      }
    } finally {
      client.release();
    }
  });

  test("every step stands in the chain of the page, and the chain holds", async () => {
    const { rows } = await t.owner.query<{ code: string; n: number }>(
      `select c.code, count(*)::int as n from ledger.audit a join ledger.code c on c.code_no = a.act
       where a.school_id = $1 and a.stream = $2 and c.code like 'control.remark.%' group by 1 order by 1`,
      [s.schoolId, s.page.pageId],
    );
    expect(rows.map((r) => r.code)).toEqual(["control.remark.fix", "control.remark.set", "control.remark.settle"]);
    const steps = await t.owner.query<{ n: number }>(
      "select count(*)::int as n from control.remark_step x join control.remark r using (school_id, remark_id) where x.school_id = $1 and r.page_id = $2",
      [s.schoolId, s.page.pageId],
    );
    expect(rows.reduce((sum, r) => sum + r.n, 0)).toBe(steps.rows[0]!.n);
    const chain = await t.owner.query("select ledger.broken_at($1, $2) as broken", [s.schoolId, s.page.pageId]);
    expect(chain.rows).toEqual([{ broken: null }]);
  });
});
