import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadePage, MadeSchool } from "../../../tests/builders/school.ts";
import { grantRoles } from "../../access/server/door.ts";
import { asSchool } from "../../foundation/database.ts";
import { plusDays } from "../../foundation/day.ts";
import type { Input } from "../../foundation/route.ts";
import { changeLessonRoute, swapLessonsRoute } from "../../timetable/contract/change-lesson.ts";
import { setLessonRoute } from "../contract/set-lesson.ts";
import { setMarkRoute } from "../contract/set-mark.ts";

let t: TestApp;
let school: MadeSchool;
/** The lesson of the day of each test, on 6А's mathematics; the free colleague teaches nothing of their own. */
let lessonId: number;
let colleague: number;
let day = -1;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
  colleague = school.homeroom.personId;
  const from = plusDays(school.today, -30);
  await asSchool(t.owner, school.schoolId, (tx) => grantRoles(tx, school.schoolId, [{ personId: colleague, role: "subject_teacher", from }]));
});
afterAll(() => t.close());
beforeEach(() => {
  lessonId = school.page.lessons[++day]!.lessonId;
});

type Body = Input<typeof changeLessonRoute>["body"];
const change = (body: Partial<Body>, more: { cookie?: string; page?: MadePage; lessonId?: number } = {}) => {
  const params = { pageId: (more.page ?? school.page).pageId, lessonId: more.lessonId ?? lessonId };
  return t.ask(changeLessonRoute, more.cookie ?? school.deputy.cookie, {
    params,
    body: { change: "substitute", reason: "болезнь", expectedVersion: 1, ...body },
  });
};
const substitute = (more: Partial<Body> = {}) => change({ substituteId: colleague, ...more });
const standing = async (id = lessonId) =>
  (
    await t.owner.query<{ state: number; substitute_id: number | null; version: number }>(
      "select state, substitute_id, version from timetable.lesson where school_id = $1 and lesson_id = $2",
      [school.schoolId, id],
    )
  ).rows[0];

describe("changing a lesson", () => {
  test("names a substitute with the reason, in the register of changes and in the audit chain of the page", async () => {
    expect(await substitute({ reason: "  болезнь учителя " })).toMatchObject({ status: 200, body: { version: 2, cancelled: false, substituteId: colleague } });
    const { rows } = await t.owner.query(
      "select kind, reason, made_by, before_substitute_id from timetable.lesson_change where school_id = $1 and lesson_id = $2",
      [school.schoolId, lessonId],
    );
    expect(rows).toEqual([{ kind: "substituted", reason: "болезнь учителя", made_by: school.deputy.personId, before_substitute_id: null }]);
    const audit = await t.owner.query(
      "select body::json ->> 'right' as right, body::json ->> 'reason' as reason from ledger.audit where school_id = $1 and stream = $2 and (body::json ->> 'lesson')::int = $3",
      [school.schoolId, school.page.pageId, lessonId],
    );
    expect(audit.rows).toEqual([{ right: "deputy_studies/school", reason: "болезнь учителя" }]);
  });

  test("asked twice is done once", async () => {
    await substitute();
    expect(await substitute()).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await standing()).toMatchObject({ version: 2 });
  });

  test("over a version that another has changed is refused with the version that stands", async () => {
    await change({ change: "cancel" });
    expect(await substitute()).toMatchObject({ status: 409, problem: { code: "timetable.lesson_changed_meanwhile", facts: { version: 2 } } });
    expect(await standing()).toMatchObject({ state: 1, substitute_id: null });
  });

  test.each([
    ["a substitution without a reason", { reason: "  " }, "timetable.reason_missing"],
    ["a cancellation without a reason", { change: "cancel", reason: "" }, "timetable.reason_missing"],
    ["a substitution by nobody", {}, "timetable.substitute_missing"],
  ] as const)("refuses %s and leaves the lesson", async (_, body, code) => {
    const answer = await change(body);
    expect(answer).toMatchObject({ status: 422, problem: { code } });
    expect(answer.problem.detail.length).toBeGreaterThan(20);
    expect(await standing()).toMatchObject({ state: 0, substitute_id: null, version: 1 });
  });

  test("refuses the teacher of the lesson, a person who does not teach and a person of nowhere", async () => {
    expect(await change({ substituteId: school.teacher.personId })).toMatchObject({ status: 422, problem: { code: "timetable.substitute_is_the_teacher" } });
    for (const substituteId of [school.secretary.personId, school.classA.pupils[0]!, 999_999]) {
      expect(await change({ substituteId })).toMatchObject({ status: 422, problem: { code: "timetable.substitute_not_a_teacher" } });
    }
  });

  test("refuses a substitute who has a lesson at that time, and says which", async () => {
    const answer = await change({ substituteId: school.secondTeacher.personId });
    const lesson = school.page.lessons[day]!;
    expect(answer).toMatchObject({ status: 422, problem: { code: "timetable.teacher_busy", facts: { group: school.classB.name, slot: lesson.slot } } });
    expect(answer.problem.detail).toContain(`${school.classB.name}, ${lesson.slot}\u2011й\u00a0урок`);
  });

  test("refuses one substitute for two lessons of one time, and takes him when the first is cancelled", async () => {
    await substitute();
    const other = school.otherPage.on(school.page.lessons[day]!.day).lessonId;
    const again = () => change({ substituteId: colleague }, { page: school.otherPage, lessonId: other });
    expect(await again()).toMatchObject({ status: 422, problem: { code: "timetable.teacher_busy", facts: { group: school.classA.name } } });
    await change({ change: "cancel", expectedVersion: 2 });
    expect(await again()).toMatchObject({ status: 200 });
  });

  test("two deputies at once cannot give one substitute two lessons of one time", async () => {
    const other = school.otherPage.on(school.page.lessons[day]!.day).lessonId;
    const answers = await Promise.all([substitute(), change({ substituteId: colleague }, { page: school.otherPage, lessonId: other })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422]);
  });

  test("a substitute for a cancelled lesson brings it back, and restoring takes it to the timetable again", async () => {
    await change({ change: "cancel", reason: "нет замены" });
    expect(await substitute({ expectedVersion: 2 })).toMatchObject({ status: 200, body: { cancelled: false, substituteId: colleague, version: 4 } });
    expect(await change({ change: "restore", expectedVersion: 4 })).toMatchObject({ status: 200, body: { cancelled: false, substituteId: null, version: 5 } });
    expect(await standing()).toMatchObject({ state: 0, substitute_id: null });
  });

  test("a lesson with marks was held and is not cancelled; the marks stay", async () => {
    const pupilId = school.classA.pupils[0]!;
    await t.ask(setMarkRoute, school.teacher.cookie, { params: { pageId: school.page.pageId, lessonId, pupilId }, body: { mark: "5", expectedVersion: 0 } });
    expect(await change({ change: "cancel" })).toMatchObject({ status: 422, problem: { code: "timetable.lesson_was_held", facts: { entries: 1 } } });
    expect(await standing()).toMatchObject({ state: 0, version: 1 });
  });

  test("a substitute who has written stays the one who gave the lesson", async () => {
    const today = school.page.on(school.today);
    const again = (body: Partial<Body>) => change({ expectedVersion: 2, ...body }, { lessonId: today.lessonId });
    await change({ substituteId: colleague }, { lessonId: today.lessonId });
    const params = { pageId: school.page.pageId, lessonId: today.lessonId };
    expect((await t.ask(setLessonRoute, school.homeroom.cookie, { params, body: { topic: "Замена", expectedVersion: 0 } })).status).toBe(200);
    for (const body of [{ change: "restore" }, { substituteId: school.deputy.personId }] as const) {
      expect(await again(body)).toMatchObject({ status: 422, problem: { code: "timetable.substitute_has_written" } });
    }
  });

  test("another room is given when it is free and exists", async () => {
    const room = (await t.owner.query<{ room_id: number }>("select room_id from timetable.room where school_id = $1", [school.schoolId])).rows[0]!.room_id;
    const other = { page: school.otherPage, lessonId: school.otherPage.on(school.page.lessons[day]!.day).lessonId };
    expect(await change({ change: "room", roomId: room }, other)).toMatchObject({
      status: 422,
      problem: { code: "timetable.room_taken", facts: { group: school.classA.name } },
    });
    expect(await change({ change: "room", roomId: 999_999 }, other)).toMatchObject({ status: 404, problem: { code: "timetable.room_not_found" } });
    expect(await change({ change: "room", roomId: null })).toMatchObject({ status: 200, body: { roomId: null } });
    expect(await change({ change: "room", roomId: room }, other)).toMatchObject({ status: 200, body: { roomId: room } });
  });

  test("is the deputy's alone, and of another school there is no such lesson", async () => {
    for (const who of ["director", "admin", "secretary", "teacher", "homeroom", "guardian", "pupil"] as const) {
      expect(await change({ substituteId: colleague }, { cookie: school[who].cookie })).toMatchObject({
        status: 403,
        problem: { code: "access.not_permitted" },
      });
    }
    const stranger = await aSchool(t.owner, { pupils: 2 });
    const params = { pageId: school.page.pageId, lessonId: 99_999 };
    const body = { change: "cancel", reason: "чужой", expectedVersion: 1 } as const;
    expect(await t.ask(changeLessonRoute, stranger.deputy.cookie, { params, body })).toMatchObject({
      status: 404,
      problem: { code: "timetable.lesson_not_found" },
    });
  });
});

describe("swapping two lessons", () => {
  const seen = (page: MadePage, id: number, expectedVersion = 1) => ({ pageId: page.pageId, lessonId: id, expectedVersion });
  const swap = (first: object, second: object, cookie = school.deputy.cookie) =>
    t.ask(swapLessonsRoute, cookie, { body: { first, second, reason: "просьба учителя" } as never });

  test("exchanges day and slot of both, keeps the old ones, and is refused over old versions", async () => {
    const [a, b] = [school.page.lessons[40]!, school.page.lessons[41]!];
    const [first, second] = [seen(school.page, a.lessonId), seen(school.page, b.lessonId)];
    expect(await swap(first, second)).toMatchObject({ status: 200, body: { first: { version: 2 }, second: { version: 2 } } });
    const { rows } = await t.owner.query("select lesson_id, day, slot from timetable.lesson where school_id = $1 and lesson_id = any($2) order by lesson_id", [
      school.schoolId,
      [a.lessonId, b.lessonId],
    ]);
    const want = [
      { lesson_id: a.lessonId, day: b.day, slot: b.slot },
      { lesson_id: b.lessonId, day: a.day, slot: a.slot },
    ];
    expect(rows).toEqual(want.sort((x, y) => x.lesson_id - y.lesson_id));
    expect(await swap(first, second)).toMatchObject({ status: 409, problem: { code: "timetable.lesson_changed_meanwhile" } });
  });

  test("is refused to two groups, to a cancelled lesson, to a lesson with entries, and to everybody but the deputy", async () => {
    const [a, b, c] = [school.page.lessons[50]!, school.page.lessons[51]!, school.page.lessons[52]!];
    const first = seen(school.page, a.lessonId);
    expect(await swap(first, seen(school.otherPage, school.otherPage.on(b.day).lessonId))).toMatchObject({
      status: 422,
      problem: { code: "timetable.swap_of_two_groups" },
    });
    await change({ change: "cancel" }, { lessonId: b.lessonId });
    expect(await swap(first, seen(school.page, b.lessonId, 2))).toMatchObject({ status: 422, problem: { code: "timetable.change_of_cancelled" } });
    const params = { pageId: school.page.pageId, lessonId: c.lessonId };
    await t.ask(setLessonRoute, school.teacher.cookie, { params, body: { homework: "№ 1", expectedVersion: 0 } });
    expect(await swap(first, seen(school.page, c.lessonId))).toMatchObject({ status: 422, problem: { code: "timetable.lesson_has_entries" } });
    expect(await swap(first, seen(school.page, c.lessonId), school.director.cookie)).toMatchObject({ status: 403 });
    expect(await swap(first, seen(school.page, 999_999))).toMatchObject({ status: 404 });
  });
});
