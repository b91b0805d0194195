import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { setAbsenceSpanRoute } from "../../src/attendance/contract/set-absence-span.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { changeLessonRoute, swapLessonsRoute } from "../../src/timetable/contract/change-lesson.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
  t.at(s.now);
});
afterAll(() => t.close());

const cancel = (lessonId: number) =>
  t.ask(changeLessonRoute, s.deputy.cookie, {
    params: { pageId: s.page.pageId, lessonId },
    body: { change: "cancel", reason: "карантин", expectedVersion: 1 },
  });
const swap = (lessonId: number) => {
  const free = s.page.on(plusDays(s.today, 21)).lessonId;
  const place = (id: number, expectedVersion: number) => ({ pageId: s.page.pageId, lessonId: id, expectedVersion });
  return t.ask(swapLessonsRoute, s.deputy.cookie, { body: { first: place(lessonId, 1), second: place(free, 1), reason: "обмен" } });
};
const mark = (lessonId: number) =>
  t.ask(setMarkRoute, s.teacher.cookie, { params: { pageId: s.page.pageId, lessonId, pupilId: s.classA.pupils[0]! }, body: { mark: "5", expectedVersion: 0 } });
const presence = (lessonId: number) =>
  t.ask(setAttendanceRoute, s.teacher.cookie, {
    params: { pageId: s.page.pageId, lessonId },
    body: { entries: [{ pupilId: s.classA.pupils[1]!, kind: "absent", expectedVersion: 0 }] },
  });
const topic = (lessonId: number) =>
  t.ask(setLessonRoute, s.teacher.cookie, { params: { pageId: s.page.pageId, lessonId }, body: { topic: "Дроби", expectedVersion: 0 } });

/** Holds the page's chain, so that whoever saves first stands just before the end, lets the other come, then lets both go. */
async function meet(first: () => Promise<{ status: number; problem: { code: string } }>, second: typeof first) {
  const holder = await t.owner.connect();
  try {
    await holder.query("begin");
    await holder.query("select 1 from ledger.head where school_id = $1 and stream = $2 for update", [s.schoolId, s.page.pageId]);
    const a = first();
    await new Promise((r) => setTimeout(r, 150));
    const b = second();
    await new Promise((r) => setTimeout(r, 150));
    await holder.query("rollback");
    return (await Promise.all([a, b])).map(({ status, problem }) => (status === 200 ? 200 : problem.code));
  } finally {
    holder.release();
  }
}

describe("a change of the timetable that meets an entry at the same moment", () => {
  test("COR-06 never leaves a mark or an absence on a cancelled lesson, whoever was first", async () => {
    await mark(s.page.on(plusDays(s.today, -14)).lessonId);
    const day = (n: number) => s.page.on(plusDays(s.today, n)).lessonId;
    expect(
      await meet(
        () => mark(day(-1)),
        () => cancel(day(-1)),
      ),
    ).toEqual([200, "timetable.lesson_was_held"]);
    expect(
      await meet(
        () => cancel(day(-2)),
        () => mark(day(-2)),
      ),
    ).toEqual([200, "timetable.lesson_cancelled"]);
    expect(
      await meet(
        () => presence(day(-5)),
        () => cancel(day(-5)),
      ),
    ).toEqual([200, "timetable.lesson_was_held"]);
    expect(
      await meet(
        () => cancel(day(-6)),
        () => presence(day(-6)),
      ),
    ).toEqual([200, "timetable.lesson_cancelled"]);
    const { rows } = await t.owner.query(
      `select 1 from timetable.lesson l where l.school_id = $1 and l.state = 1 and (exists (select from journal.mark k where k.school_id = $1 and k.lesson_id = l.lesson_id)
         or exists (select from attendance.absence a where a.school_id = $1 and a.lesson_id = l.lesson_id))`,
      [s.schoolId],
    );
    expect(rows).toEqual([]);
  });

  test("never moves a lesson away from under a mark or a topic: each keeps the day of its lesson", async () => {
    const lesson = s.page.on(s.today).lessonId;
    expect(
      await meet(
        () => mark(lesson),
        () => swap(lesson),
      ),
    ).toEqual([200, "timetable.lesson_has_entries"]);
    const other = s.page.on(plusDays(s.today, -7)).lessonId;
    expect(
      (
        await meet(
          () => topic(other),
          () => swap(other),
        )
      )[1],
    ).toBe("timetable.lesson_has_entries");
    const moved = s.page.on(plusDays(s.today, -8)).lessonId;
    expect(
      await meet(
        () => swap(moved),
        () => mark(moved),
      ),
    ).toEqual([200, "timetable.lesson_not_held_yet"]);
    const { rows } = await t.owner.query(
      "select 1 from journal.mark k join timetable.lesson l using (school_id, page_id, lesson_id) where k.school_id = $1 and k.lesson_day <> l.day",
      [s.schoolId],
    );
    expect(rows).toEqual([]);
  });
});

describe("an absence of days that was entered ahead", () => {
  test("TT-09 is no entry of a lesson to come: the deputy cancels and swaps it, nobody misses what is not held, and the day of every absence is its lesson's", async () => {
    const pupilId = s.classA.pupils[2]!;
    const [first, second, third] = [26, 27, 28].map((n) => s.page.on(plusDays(s.today, n)));
    const span = await t.ask(setAbsenceSpanRoute, s.homeroom.cookie, { params: { pupilId }, body: { from: first!.day, to: second!.day, reason: 1 } });
    expect(span).toMatchObject({ status: 200, body: { written: expect.any(Number) as number } });
    expect((await cancel(first!.lessonId)).status).toBe(200);
    const place = ({ lessonId }: { lessonId: number }) => ({ pageId: s.page.pageId, lessonId, expectedVersion: 1 });
    expect((await t.ask(swapLessonsRoute, s.deputy.cookie, { body: { first: place(second!), second: place(third!), reason: "обмен" } })).status).toBe(200);
    const { rows } = await t.owner.query(
      `select l.lesson_id as lesson, l.state, a.lesson_day = l.day as there from attendance.absence a join timetable.lesson l using (school_id, page_id, lesson_id)
       where a.school_id = $1 and a.page_id = $2 and a.pupil_id = $3 and a.kind <> 0 and l.day >= $4`,
      [s.schoolId, s.page.pageId, pupilId, first!.day],
    );
    // the lesson that came into the span is missed, the one that left it is not
    expect(rows).toEqual([{ lesson: third!.lessonId, state: 0, there: true }]);
    const week = await t.ask(diaryWeekRoute, s.director.cookie, { params: { pupilId }, query: { day: first!.day } });
    expect(week.body.days.flatMap((d) => d.lessons).find((l) => l.lessonId === first!.lessonId)).toMatchObject({ cancelled: true, absence: 0 });
  });
});
