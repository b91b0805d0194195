import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { plusDays } from "../../foundation/day.ts";
import { setMarkRoute } from "../contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;
let foreign: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 10 });
  foreign = await aSchool(t.owner, { name: "foreign" });
  t.at(school.now);
});
afterAll(() => t.close());

const put = (mark: string | null, expectedVersion: number, more: { pupil?: number; lesson?: number; page?: number; cookie?: string; work?: number } = {}) =>
  t.ask(setMarkRoute, more.cookie ?? school.teacher.cookie, {
    params: {
      pageId: more.page ?? school.page.pageId,
      lessonId: more.lesson ?? school.page.on(school.today).lessonId,
      pupilId: more.pupil ?? school.classA.pupils[0]!,
    },
    body: { mark, expectedVersion, ...(more.work === undefined ? {} : { work: more.work }) },
  });

const auditOf = async (pupil: number) =>
  (
    await t.owner.query<{ actor: number; body: string; seq: number }>(
      "select actor, body, seq from ledger.audit where school_id = $1 and stream = $2 and body::jsonb ->> 'pupil' = $3 order by seq",
      [school.schoolId, school.page.pageId, String(pupil)],
    )
  ).rows;

describe("putting a mark", () => {
  test("saves it, and COR-01 writes who, by which right, from what to what", async () => {
    const pupil = school.classA.pupils[0]!;
    const answer = await put("5", 0);
    expect(answer).toMatchObject({ status: 200, body: { mark: "5", version: 1, late: false } });
    expect((await auditOf(pupil)).map((a) => ({ actor: a.actor, ...(JSON.parse(a.body) as object) }))).toEqual([
      {
        actor: school.teacher.personId,
        right: "subject_teacher/own_page",
        lesson: school.page.on(school.today).lessonId,
        pupil,
        work: 0,
        before: null,
        after: "5",
        type: 1,
      },
    ]);
  });

  test("again over the version seen corrects it; a second click changes nothing and writes nothing", async () => {
    const pupil = school.classA.pupils[1]!;
    await put("3", 0, { pupil });
    expect((await put("4", 1, { pupil })).body).toEqual({ mark: "4", version: 2, late: false, workType: null });
    expect((await put("4", 1, { pupil })).body).toEqual({ mark: "4", version: 2, late: false, workType: null });
    expect((await auditOf(pupil)).length).toBe(2);
  });

  test("over a stale version is refused with the value that stands, and nothing changes", async () => {
    const pupil = school.classA.pupils[2]!;
    await put("3", 0, { pupil });
    const stale = await put("5", 0, { pupil });
    expect(stale.status).toBe(409);
    expect(stale.problem).toMatchObject({ code: "journal.cell_changed_meanwhile", facts: { mark: "3", version: 1, setBy: school.teacher.personId } });
    expect(stale.problem.detail).toContain("сейчас стоит 3");
  });

  test("by two at once lets one through and tells the other", async () => {
    const pupil = school.classA.pupils[3]!;
    const answers = await Promise.all([put("2", 0, { pupil }), put("5", 0, { pupil })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  });

  test("clearing keeps the history: the cell is empty, the ledger holds both values", async () => {
    const pupil = school.classA.pupils[4]!;
    await put("2", 0, { pupil });
    expect((await put(null, 1, { pupil })).body).toEqual({ mark: null, version: 2, late: false, workType: null });
    expect((await auditOf(pupil)).map((a) => (JSON.parse(a.body) as { after: unknown }).after)).toEqual(["2", null]);
  });

  test("MRK-01 outside the scale is refused and names the scale", async () => {
    const answer = await put("1", 0, { pupil: school.classA.pupils[5]! });
    expect(answer).toMatchObject({ status: 422, problem: { code: "journal.mark_not_in_scale" } });
    expect(answer.problem.detail).toBe("«1» нет в шкале школы. Можно ставить 5, 4, 3, 2. Отметка не записана.");
  });

  test("for a lesson of a coming day is refused", async () => {
    const coming = school.page.lessons.find((l) => l.day > school.today)!;
    expect(await put("5", 0, { lesson: coming.lessonId })).toMatchObject({ status: 422, problem: { code: "timetable.lesson_not_held_yet" } });
  });

  test("for a pupil of another class or of no school is refused", async () => {
    expect(await put("5", 0, { pupil: school.classB.pupils[0]! })).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect(await put("5", 0, { pupil: 999_999 })).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
  });

  test("before a newcomer's first day is refused, from that day on it is taken", async () => {
    const pupil = school.classA.newcomer;
    const before = school.page.on(plusDays(school.today, -5));
    expect(await put("5", 0, { pupil, lesson: before.lessonId })).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect((await put("5", 0, { pupil })).status).toBe(200);
  });

  test("IAM-10 on another teacher's page is forbidden", async () => {
    expect(await put("5", 0, { cookie: school.secondTeacher.cookie })).toMatchObject({ status: 403, problem: { code: "access.not_permitted" } });
  });

  test("IAM-11 by the homeroom teacher of the class is forbidden", async () => {
    expect((await put("5", 0, { cookie: school.homeroom.cookie })).status).toBe(403);
  });

  test("IAM-14 by a pupil, and by a parent, is forbidden", async () => {
    expect((await put("5", 0, { cookie: school.pupil.cookie })).status).toBe(403);
    expect((await put("5", 0, { cookie: school.guardian.cookie })).status).toBe(403);
  });

  test("in another school does not exist", async () => {
    const lesson = foreign.page.on(foreign.today);
    expect(foreign.schoolId).not.toBe(school.schoolId);
    const answer = await put("5", 0, { page: foreign.page.pageId + 1_000, lesson: lesson.lessonId });
    expect(answer).toMatchObject({ status: 404, problem: { code: "timetable.lesson_not_found" } });
  });

  test("LES-02 after the day of the lesson is taken and signed as late", async () => {
    const lesson = school.page.on(plusDays(school.today, -1)).lessonId;
    expect((await put("4", 0, { lesson, pupil: school.classA.pupils[5]! })).body).toEqual({ mark: "4", version: 1, late: true, workType: null });
  });

  test("MRK-05 for last week's work stands under that day, with today's time of entry", async () => {
    const lesson = school.page.on(plusDays(school.today, -7));
    expect((await put("3", 0, { lesson: lesson.lessonId, pupil: school.classA.pupils[6]! })).status).toBe(200);
    const { rows } = await t.owner.query("select lesson_day, set_at from journal.mark where school_id = $1 and lesson_id = $2", [
      school.schoolId,
      lesson.lessonId,
    ]);
    expect(rows).toEqual([{ lesson_day: lesson.day, set_at: school.now }]);
  });

  test("leaves an event for the diary in the same transaction", async () => {
    const { rows } = await t.owner.query(
      "select o.body from ledger.outbox o join ledger.code c on c.code_no = o.kind where c.code = 'journal.mark_set' and o.school_id = $1",
      [school.schoolId],
    );
    const fed = await t.owner.query(
      "select f.body from ledger.feed f join ledger.code c on c.code_no = f.kind where c.code = 'journal.mark_set' and f.school_id = $1",
      [school.schoolId],
    );
    expect(rows.length + fed.rows.length).toBeGreaterThan(5);
  });
});
