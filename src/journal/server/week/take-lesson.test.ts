import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { lessonsToTakeRoute, takeLessonRoute } from "../../../timetable/contract/take-lesson.ts";
import { timetableChangesRoute } from "../../../timetable/contract/timetable-changes.ts";
import { cellHistoryRoute, setLessonRoute } from "../../contract/set-lesson.ts";
import { setMarkRoute } from "../../contract/set-mark.ts";
import { setPupilNoteRoute } from "../../contract/set-pupil-note.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());
beforeEach(async () => {
  s = await aSchool(t.owner, { pupils: 2, preset: "bishkek-61-2022", timezone: "Asia/Bishkek" });
  t.at(s.now);
});

// both teachers give their second hour of Wednesday
const params = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
const free = async () => {
  // 7Б's own second lesson is cancelled: its teacher is free then
  const other = { pageId: s.otherPage.pageId, lessonId: s.otherPage.on(s.today).lessonId };
  await t.ask(changeLessonRoute, s.deputy.cookie, { params: other, body: { change: "cancel", reason: "концерт", expectedVersion: 1 } });
};
const take = (who: Signed = s.secondTeacher, expectedVersion = 1) =>
  t.ask(takeLessonRoute, who.cookie, { params: params(), body: { as: "substitution", reason: "болезнь", expectedVersion } });

describe("a teacher who gives another's lesson", () => {
  test("TT-08 cannot enter it until «substitution» is chosen; then the lesson opens and the record keeps both names", async () => {
    await free();
    const topic = { params: params(), body: { topic: "Дроби", expectedVersion: 0 } };
    expect((await t.ask(setLessonRoute, s.secondTeacher.cookie, topic)).problem.code).toBe("access.not_permitted");
    const without = await t.ask(takeLessonRoute, s.secondTeacher.cookie, { params: params(), body: { expectedVersion: 1 } as never });
    expect(without.status).toBe(400);
    expect(await take()).toMatchObject({ status: 200, body: { version: 2, teacher: "Лунёва А. И.", substitute: "Брагина А. И." } });
    expect(await take()).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await t.ask(setLessonRoute, s.secondTeacher.cookie, topic)).status).toBe(200);
    const { body } = await t.ask(timetableChangesRoute, s.deputy.cookie, { query: { from: s.today, to: s.today } });
    expect(body.changes.find((c) => c.kind === "substituted")).toMatchObject({
      teacher: "Лунёва А. И.",
      substitute: "Брагина А. И.",
      author: "Брагина А. И.",
      reason: "болезнь",
    });
  });

  test("TT-10 saves homework, topic, mark and comment, and all four carry that teacher's name as author", async () => {
    await free();
    await take();
    const pupilId = s.classA.pupils[0]!;
    const cookie = s.secondTeacher.cookie;
    expect((await t.ask(setLessonRoute, cookie, { params: params(), body: { topic: "Дроби", homework: "№ 5", expectedVersion: 0 } })).status).toBe(200);
    expect((await t.ask(setMarkRoute, cookie, { params: { ...params(), pupilId }, body: { mark: "5", expectedVersion: 0 } })).status).toBe(200);
    expect((await t.ask(setPupilNoteRoute, cookie, { params: { ...params(), pupilId }, body: { comment: "Работал хорошо", expectedVersion: 0 } })).status).toBe(
      200,
    );
    const { body } = await t.ask(cellHistoryRoute, s.teacher.cookie, { params: { ...params(), pupilId } });
    const byTeacher = body.lines.filter((line) => line.by === "Брагина А. И.");
    expect(new Set(byTeacher.map((line) => line.act))).toEqual(new Set(["journal.mark.set", "journal.pupil_note.set"]));
    const notes = await t.owner.query("select topic, homework, set_by from journal.lesson_note where school_id = $1", [s.schoolId]);
    expect(notes.rows).toEqual([{ topic: "Дроби", homework: "№ 5", set_by: s.secondTeacher.personId }]);
  });

  test("is offered the lessons of the day at whose hours they give no other", async () => {
    const offered = async () => (await t.ask(lessonsToTakeRoute, s.secondTeacher.cookie)).body.lessons.map((l) => [l.groupName, l.slot]);
    expect(await offered()).toEqual([]);
    await free();
    expect(await offered()).toEqual([["6А", 2]]);
  });

  test("is refused where busy, for an own lesson, a cancelled one, one kept or substituted already, outside the window, over another version", async () => {
    expect((await take()).problem.code).toBe("timetable.teacher_busy");
    await free();
    expect((await take(s.teacher)).problem.code).toBe("timetable.substitute_is_the_teacher");
    expect((await take(s.secondTeacher, 5)).problem.code).toBe("timetable.lesson_changed_meanwhile");
    t.at(instantOf(plusDays(s.today, 2), "13:00", s.timezone));
    expect((await take()).problem.code).toBe("timetable.substitution_window_over");
    t.at(s.now);
    expect((await t.ask(setLessonRoute, s.teacher.cookie, { params: params(), body: { topic: "Дроби", expectedVersion: 0 } })).status).toBe(200);
    expect((await take()).problem.code).toBe("timetable.lesson_already_kept");
    expect((await take(s.deputy)).problem.code).toBe("access.not_permitted");
  });

  test("of a school whose deputy registers substitutions is told so", async () => {
    s = await aSchool(t.owner, { pupils: 2 });
    await free();
    expect(await take()).toMatchObject({ status: 403, problem: { code: "timetable.substitution_by_deputy" } });
  });
});
