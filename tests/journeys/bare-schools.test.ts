import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { day, instantOf, plusDays } from "../../src/foundation/day.ts";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { meRoute } from "../../src/people/contract/me.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
afterAll(() => t.close());

const school = async (options: Parameters<typeof aSchool>[1] = {}) => {
  s = await aSchool(t.owner, options);
  t.at(s.now);
};
const sql = (text: string, ...values: unknown[]) => t.owner.query(text, [s.schoolId, ...values]);
const cell = (on = s.today) => ({ pageId: s.page.pageId, lessonId: s.page.on(on).lessonId, pupilId: s.classA.pupils[0]! });
const mark = (on = s.today, version = 0) => t.ask(setMarkRoute, s.teacher.cookie, { params: cell(on), body: { mark: "5", expectedVersion: version } });

/** Every reading of the school's days; none of them may be our fault. */
async function everyReading() {
  const pupil = { params: { pupilId: s.classA.pupils[0]! } };
  return {
    me: (await t.ask(meRoute, s.guardian.cookie)).status,
    pages: (await t.ask(myPagesRoute, s.teacher.cookie)).status,
    page: (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).status,
    year: (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId }, query: { term: 0 } })).status,
    diary: (await t.ask(diaryWeekRoute, s.guardian.cookie, pupil)).status,
  };
}
const fine = { me: 200, pages: 200, page: 200, year: 200, diary: 200 };

describe("a school that lacks", () => {
  beforeEach(() => school());

  test.each([
    [
      "bells",
      [
        "delete from timetable.bell_slot where school_id = $1",
        "update timetable.calendar_day set bell_schedule_id = null where school_id = $1",
        "delete from timetable.bell_schedule where school_id = $1",
      ],
    ],
    ["terms", ["delete from timetable.term where school_id = $1"]],
    [
      "a year",
      [
        "delete from timetable.holidays where school_id = $1",
        "delete from timetable.term where school_id = $1",
        "delete from timetable.school_year where school_id = $1",
      ],
    ],
    ["pupils on the page", ["delete from people.member where school_id = $1"]],
    ["work types", ["delete from journal.work_type where school_id = $1"]],
  ])("%s is read without a fault", async (_, statements) => {
    for (const statement of statements) await sql(statement);
    expect(await everyReading()).toEqual(fine);
  });

  test("lessons is read without a fault", async () => {
    await sql("delete from timetable.lesson where school_id = $1");
    expect(await everyReading()).toEqual(fine);
  });

  test("bells calls nobody late for that: the day's end stands for the lesson's", async () => {
    await sql("delete from timetable.bell_slot where school_id = $1");
    expect((await mark()).body.late).toBe(false);
  });

  test("terms takes marks of lessons and says of a term's mark that there is no such term", async () => {
    await sql("delete from timetable.term where school_id = $1");
    expect((await mark()).status).toBe(200);
    const params = { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[0]! };
    expect(await t.ask(setTermMarkRoute, s.teacher.cookie, { params, body: { mark: "5", expectedVersion: 0 } })).toMatchObject({
      status: 404,
      problem: { code: "journal.term_not_found" },
    });
  });
});

describe("a day on the edge", () => {
  test("of holidays: the week is shown with its name and without lessons", async () => {
    await school();
    const { body } = await t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: s.classA.pupils[0]! }, query: { day: "2026-10-28" } });
    expect(body.days.flatMap((d) => d.lessons)).toEqual([]);
    expect(body.days.map((d) => d.name)).toContain("Осенние каникулы");
  });

  test("of the year and past it: the summer after is read, and a lesson of the year still takes its mark", async () => {
    await school();
    const last = s.page.lessons.at(-1)!.day;
    await t.owner.query("select ledger.make_partitions('2027-07-01', '2027-07-31')");
    t.at(new Date("2027-07-15T09:00:00Z"));
    await sql("update access.session set idle_until = '2100-01-01' where school_id = $1");
    expect(await everyReading()).toEqual(fine);
    expect((await mark(last)).body.late).toBe(true);
  });

  test.each([
    ["Europe/Simferopol", "2026-09-16T20:59:59.999Z"],
    ["Asia/Bishkek", "2026-09-16T17:59:59.999Z"],
    ["Europe/Chisinau", "2026-09-16T20:59:59.999Z"],
    ["Pacific/Kiritimati", "2026-09-16T09:59:59.999Z"],
    ["America/Anchorage", "2026-09-17T07:59:59.999Z"],
  ])("in %s ends at its own midnight: until then tomorrow's lesson waits, a moment later it is today's", async (timezone, lastMoment) => {
    await school({ timezone });
    const tomorrow = plusDays(s.today, 1);
    const at = new Date(lastMoment);
    t.at(at);
    expect((await t.ask(meRoute, s.teacher.cookie)).body.today).toBe(s.today);
    expect(await mark(tomorrow)).toMatchObject({ status: 422, problem: { code: "timetable.lesson_not_held_yet" } });
    t.at(new Date(at.getTime() + 1));
    expect((await t.ask(meRoute, s.teacher.cookie)).body.today).toBe(tomorrow);
    expect((await mark(tomorrow)).status).toBe(200);
  });

  test.each(["2026-10-25", "2027-03-28"])("of %s, when the clocks of Chisinau change, ends at its own midnight, an hour longer or shorter", (date) => {
    const [start, end] = [instantOf(day(date), "00:00", "Europe/Chisinau"), instantOf(plusDays(day(date), 1), "00:00", "Europe/Chisinau")];
    expect((end.getTime() - start.getTime()) / 3_600_000).toBe(date === "2026-10-25" ? 25 : 23);
  });
});

describe("a server whose clock jumps", () => {
  test("back and forth keeps the chain and the versions: what was saved is saved, what comes next comes next", async () => {
    await school();
    for (const [n, hours] of [0, -48, 5, -3, 0].entries()) {
      t.at(new Date(s.now.getTime() + hours * 3_600_000));
      await sql("update access.session set idle_until = '2100-01-01' where school_id = $1");
      const lesson = { pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId };
      expect((await t.ask(setLessonRoute, s.teacher.cookie, { params: lesson, body: { topic: `тема ${n}`, expectedVersion: n } })).body).toMatchObject({
        version: n + 1,
      });
    }
    const { rows } = await sql("select ledger.broken_at($1, $2) as broken", s.page.pageId);
    expect(rows).toEqual([{ broken: null }]);
  });
});
